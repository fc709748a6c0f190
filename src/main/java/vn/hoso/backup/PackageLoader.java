package vn.hoso.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hoso.backup.Manifest.TableContent;

/** Fills the tables of a database that has the package's schema, and compares each with the package. */
final class PackageLoader {

    private final PackageFile source;
    private final Connection connection;
    private final Catalogue catalogue;

    PackageLoader(PackageFile source, Connection connection, Catalogue catalogue) {
        this.source = source;
        this.connection = connection;
        this.catalogue = catalogue;
    }

    /** @throws BackupException when tables, columns or rows are not those of the package */
    void load(JdbcClient jdbc, Progress progress) throws IOException, SQLException {
        List<TableContent> order = matched(source.manifest());
        fill(order, progress);
        number(jdbc, source.manifest());
    }

    /** Tables in the order of loading, each found to have the columns that were written. */
    private List<TableContent> matched(Manifest manifest) {
        Map<String, TableContent> written = manifest.byName();
        List<TableContent> order = catalogue.tables().stream()
                .filter(Catalogue.Table::kept)
                .map(table -> {
                    TableContent content = written.remove(table.name());
                    if (content == null || !content.columns().equals(table.columns())) {
                        throw PackageFile.damaged(source.file(), "bảng " + table.name() + " không đúng cột");
                    }
                    return content;
                })
                .toList();
        if (!written.isEmpty()) {
            throw PackageFile.damaged(source.file(), "có bảng lạ " + written.keySet());
        }
        if (!Set.copyOf(catalogue.sequences()).equals(manifest.sequences().keySet())) {
            throw PackageFile.damaged(source.file(), "các dãy số không khớp");
        }
        return order;
    }

    private void fill(List<TableContent> order, Progress progress) throws IOException, SQLException {
        Map<String, Catalogue.Table> tables = new TreeMap<>();
        for (Catalogue.Table table : catalogue.tables()) {
            tables.put(table.name(), table);
            Restore.execute(connection, "alter table " + Catalogue.quoted(table.name()) + " disable trigger user");
        }
        Restore.execute(
                connection,
                "truncate "
                        + String.join(
                                ", ",
                                tables.keySet().stream().map(Catalogue::quoted).toList()));
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        int all = order.size() * 2;
        int[] done = {0};
        Map<String, RowSum> loaded = new HashMap<>();
        source.each(order, (content, rows) -> {
            RowSum sum = new RowSum();
            copyIn(copies, Objects.requireNonNull(tables.get(content.name())), sum.over(rows));
            loaded.put(content.name(), sum);
            progress.reached(++done[0], all);
        });
        for (TableContent content : order) {
            requireSame(
                    copies,
                    Objects.requireNonNull(tables.get(content.name())),
                    content,
                    Objects.requireNonNull(loaded.get(content.name())));
            progress.reached(++done[0], all);
        }
        for (String table : tables.keySet()) {
            Restore.execute(connection, "alter table " + Catalogue.quoted(table) + " enable trigger user");
        }
    }

    private void copyIn(CopyManager copies, Catalogue.Table table, InputStream rows) throws IOException {
        try {
            copies.copyIn(table.copyIn(), rows);
        } catch (SQLException refused) {
            throw PackageFile.damaged(source.file(), "bảng " + table.name() + " có dòng không hợp lệ");
        }
    }

    /** Row for row, whatever their order: packages of before hold texts in the order of the database that wrote them. */
    private void requireSame(CopyManager copies, Catalogue.Table table, TableContent content, RowSum loaded)
            throws IOException, SQLException {
        RowSum stored = new RowSum();
        long rows = copies.copyOut(table.copyOut(), stored.over(OutputStream.nullOutputStream()));
        if (rows != content.rows() || !stored.sum().equals(loaded.sum())) {
            throw PackageFile.damaged(source.file(), "bảng " + table.name() + " đọc lại không khớp");
        }
    }

    private void number(JdbcClient jdbc, Manifest manifest) {
        for (String sequence : catalogue.sequences()) {
            Long last = manifest.sequences().get(sequence);
            jdbc.sql("""
                            select setval(format('%I.%I', schemaname, sequencename)::regclass, coalesce(:last, start_value),
                                :last is not null)
                            from pg_sequences where schemaname = current_schema() and sequencename = :name
                            """.replace(":last", "cast(:last as bigint)"))
                    .param("last", last)
                    .param("name", sequence)
                    .query(row -> {});
        }
    }
}
