package vn.hoso.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded PostgreSQL keeps its data.
 *
 * @param dataDir folder; kept as text, for a {@code Path} would be looked up among the program's resources first
 * @param embedded settings of the database inside
 */
@ConfigurationProperties("hoso")
record EmbeddedDatabaseProperties(
        @DefaultValue("./data") String dataDir,
        @DefaultValue Embedded embedded) {

    /** @param database name of the program's database, letters a–z, digits and underscores */
    record Embedded(@DefaultValue("hoso") String database) {}
}
