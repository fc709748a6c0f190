package vn.hoso.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.audit.ChainEnd;

/**
 * What a package holds and where it comes from; the file {@code manifest.json} in it.
 *
 * @param product always {@link #PRODUCT}
 * @param format the way packages are written, {@link #FORMAT} for this program
 * @param program version of the program that wrote it
 * @param schema the last migration of the database it was read from
 * @param organisation whose figures they are; empty while nobody has said so
 * @param demonstration whether they are made up
 * @param made when the database was read
 * @param database the PostgreSQL and its alphabetical order
 * @param trail end of the trail
 * @param secondFactorKey fingerprint of the key without which the authenticators' secrets cannot be read; null where none has one
 * @param tables what each table held, in the order in which they are to be loaded
 * @param sequences the last number each gave, null for one that has given none
 */
record Manifest(
        String product,
        int format,
        String program,
        String schema,
        String organisation,
        boolean demonstration,
        Instant made,
        String database,
        ChainEnd trail,
        @Nullable String secondFactorKey,
        List<TableContent> tables,
        Map<String, @Nullable Long> sequences) {

    static final String PRODUCT = "ho-so-truc-tuyen";
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * A table's rows.
     *
     * @param columns the columns that were written
     * @param rows how many
     * @param bytes size of its entry
     * @param sha256 of its entry
     */
    record TableContent(String name, List<String> columns, long rows, long bytes, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    Map<String, TableContent> byName() {
        return tables.stream().collect(Collectors.toMap(TableContent::name, table -> table));
    }

    long rows() {
        return tables.stream().mapToLong(TableContent::rows).sum();
    }

    long bytes() {
        return tables.stream().mapToLong(TableContent::bytes).sum();
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws JacksonException when this is no manifest */
    static Manifest read(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }
}
