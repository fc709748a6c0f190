package vn.hoso.backup;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hoso.shared.CsvCellText;

/**
 * The same data for people and other programs, beside the tables of a package: every table as a sheet, every kept document as the file
 * it is, what each column means, how rates are computed, and the sums of all of it. An office can leave with it.
 */
final class ReadableCopy {

    /** What lets somebody in; it is in the package for a restore, and nobody has to read it. */
    private static final Set<String> SECRET_TABLES =
            Set.of("second_factor", "recovery_code", "passkey", "known_address");

    private static final Set<String> SECRET_COLUMNS = Set.of("password_hash", "token_hash");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat SHEET =
            CSVFormat.DEFAULT.builder().setDelimiter(';').get();
    private static final int AT_ONCE = 200;
    private static final String EXTENSION = "\\.[A-Za-z0-9]{1,5}$";

    private final JdbcClient jdbc;
    private final Connection connection;
    private final ZipOutputStream zip;
    private final Instant made;
    private final TreeMap<String, String> sums = new TreeMap<>();

    ReadableCopy(JdbcClient jdbc, Connection connection, ZipOutputStream zip, Instant made) {
        this.jdbc = jdbc;
        this.connection = connection;
        this.zip = zip;
        this.made = made;
    }

    void write(List<Catalogue.Table> tables) throws IOException, SQLException {
        for (Catalogue.Table table : tables) {
            if (!SECRET_TABLES.contains(table.name())) {
                write(table);
            }
        }
        figures();
        dictionary();
        entry("DOC-TRUOC.txt", out -> out.write(shipped("read-first.txt")));
        entry("cach-tinh.txt", out -> out.write(shipped("method.txt")));
        String list = sums.entrySet().stream()
                .map(sum -> sum.getValue() + "  " + sum.getKey() + "\n")
                .collect(Collectors.joining());
        entry("SHA256SUMS", out -> out.write(list.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] shipped(String name) throws IOException {
        return new ClassPathResource("backup/" + name).getContentAsByteArray();
    }

    /** Writes what stands in one file of the package. */
    private interface Content {

        void to(OutputStream out) throws IOException, SQLException;
    }

    private void entry(String name, Content content) throws IOException, SQLException {
        PackageWriter.begin(zip, name, made);
        MessageDigest digest = Seal.sha256();
        content.to(new FilterOutputStream(zip) {
            @Override
            public void write(int b) throws IOException {
                digest.update((byte) b);
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                digest.update(bytes, from, length);
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // The archive goes on.
            }
        });
        zip.closeEntry();
        sums.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    private void write(Catalogue.Table table) throws IOException, SQLException {
        Set<String> binary = new HashSet<>(jdbc.sql(
                        "select attname from pg_attribute where attrelid = cast(:table as regclass) and atttypid = 'bytea'::regtype")
                .param("table", Catalogue.quoted(table.name()))
                .query(String.class)
                .list());
        List<String> columns = table.columns().stream()
                .filter(column -> !SECRET_COLUMNS.contains(column))
                .toList();
        String name = columns.contains("plain_name") ? "plain_name" : columns.contains("name") ? "name" : "''";
        String place = "'files/" + table.name() + "/' || concat_ws('-', " + String.join(", ", table.key())
                + ") || coalesce(substring(" + name + " from '" + EXTENSION + "'), '.bin')";
        String query = "select "
                + columns.stream()
                        .map(column -> binary.contains(column) ? place : Catalogue.quoted(column) + "::text")
                        .collect(Collectors.joining(", "))
                + " from " + Catalogue.quoted(table.name()) + " order by " + table.order();
        entry("csv/" + table.name() + ".csv", out -> sheet(out, columns, query));
        for (String column : columns) {
            if (binary.contains(column)) {
                files("select " + place + ", " + Catalogue.quoted(column) + " from " + Catalogue.quoted(table.name())
                        + " order by " + table.order());
            }
        }
    }

    private void sheet(OutputStream out, List<String> columns, String query) throws IOException, SQLException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter sheet = new CSVPrinter(writer, SHEET);
        sheet.printRecord(columns);
        rows(query, row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                cells.add(cell(row.getString(i)));
            }
            sheet.printRecord(cells);
        });
        writer.flush();
    }

    private static @Nullable String cell(@Nullable String text) {
        boolean number = text != null && text.matches("-?\\d+(\\.\\d+)?");
        return text == null || number ? text : CsvCellText.inert(text);
    }

    private void files(String query) throws IOException, SQLException {
        rows(query, row -> {
            byte[] bytes = Objects.requireNonNull(row.getBytes(2));
            entry(row.getString(1), out -> out.write(bytes));
        });
    }

    private interface RowReader {

        void read(ResultSet row) throws IOException, SQLException;
    }

    private void rows(String query, RowReader reader) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    /** The figures under the names that units had then, for whoever looks at one sheet only. */
    private void figures() throws IOException, SQLException {
        List<String> columns = jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_schema = current_schema() and table_name = 'monthly_return' and column_name not in ('id', 'unit_id', 'month')
                        order by ordinal_position
                        """).query(String.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
        List<String> heads = new ArrayList<>(List.of("month", "unit_code", "unit"));
        heads.addAll(columns);
        entry(
                "so-lieu-thang.csv",
                out -> sheet(out, heads, """
                        select to_char(r.month, 'YYYY-MM'), v.code, v.name, %s
                        from monthly_return r left join lateral (
                            select code, name from unit_version v where v.unit_id = r.unit_id and v.valid @> r.month
                            ) v on true
                        order by r.month, v.code, r.unit_id
                        """.formatted(columns.stream()
                        .map(column -> "r." + Catalogue.quoted(column) + "::text")
                        .collect(Collectors.joining(", ")))));
    }

    /** The comments of the schema itself. */
    private void dictionary() throws IOException, SQLException {
        entry("data-dictionary.csv", out -> sheet(out, List.of("table", "column", "type", "required", "meaning"), """
                        select t.relname, '', 'table', '', obj_description(t.oid, 'pg_class')
                        from pg_class t where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
                        union all
                        select t.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull::text,
                            col_description(t.oid, a.attnum)
                        from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                        where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
                        order by 1, 2
                        """));
    }
}
