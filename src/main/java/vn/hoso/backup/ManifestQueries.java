package vn.hoso.backup;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hoso.audit.ChainEnd;
import vn.hoso.backup.Manifest.TableContent;
import vn.hoso.security.SecondFactorKey;

/** Reads what a manifest says beside the tables, in the transaction in which these are read. */
final class ManifestQueries {

    private final JdbcClient jdbc;
    private final SecondFactorKey key;

    ManifestQueries(JdbcClient jdbc, SecondFactorKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** What the package says of itself. */
    Manifest manifest(Instant made, List<TableContent> tables) {
        Map<String, @Nullable Long> sequences = new LinkedHashMap<>();
        jdbc.sql("select sequencename, last_value from pg_sequences where schemaname = current_schema() order by 1")
                .query(row -> {
                    sequences.put(row.getString(1), row.getObject(2, Long.class));
                });
        boolean secrets = jdbc.sql("select exists (select from second_factor)")
                .query(Boolean.class)
                .single();
        return new Manifest(
                Manifest.PRODUCT,
                Manifest.FORMAT,
                programVersion(),
                schema(),
                jdbc.sql("select name from organisation_version order by valid_from desc limit 1")
                        .query(String.class)
                        .optional()
                        .orElse(""),
                jdbc.sql("select demonstration from installation")
                        .query(Boolean.class)
                        .single(),
                made,
                database(jdbc),
                jdbc.sql("select length, hash from audit_chain")
                        .query(ChainEnd.class)
                        .single(),
                secrets ? key.fingerprint().orElse("") : null,
                tables,
                sequences);
    }

    /** The last migration of a database. */
    private String schema() {
        return jdbc.sql("select version from flyway_schema_history where success and version is not null"
                        + " order by installed_rank desc limit 1")
                .query(String.class)
                .single();
    }

    /** The server's version and the order of its texts; names could stand in another order where these differ. */
    static String database(JdbcClient jdbc) {
        return jdbc.sql("""
                        select 'PostgreSQL ' || current_setting('server_version') || ', '
                            || case datlocprovider when 'i' then 'ICU ' || datlocale when 'b' then 'builtin ' || datlocale
                                else 'libc ' || datcollate end || coalesce(' ' || datcollversion, '')
                        from pg_database where datname = current_database()
                        """).query(String.class).single();
    }

    private static String programVersion() {
        return Objects.requireNonNullElse(ManifestQueries.class.getPackage().getImplementationVersion(), "0");
    }
}
