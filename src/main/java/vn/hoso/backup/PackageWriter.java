package vn.hoso.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import vn.hoso.backup.Manifest.TableContent;
import vn.hoso.database.DirectConnections;
import vn.hoso.database.OwnerOnly;
import vn.hoso.security.SecondFactorKey;

/**
 * Writes a package: every table as of one moment, row by row, into an archive that is sealed, forced to the disk and read back
 * before it gets its name. While it is written it is called {@code ….unfinished}. It holds everything, the hashes of passwords as well, so
 * nobody but the program's user reads it.
 */
@Component
class PackageWriter {

    static final String UNFINISHED = ".unfinished";

    /** How rows are written must depend on nothing but the rows. */
    static final String THE_SAME_EVERYWHERE = """
            set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
            set local bytea_output = 'hex'; set local extra_float_digits = 1
            """;

    private static final long SPARE = 50_000_000;

    private final DirectConnections connections;
    private final SecondFactorKey key;
    private final Clock clock;

    PackageWriter(DirectConnections connections, SecondFactorKey key, Clock clock) {
        this.connections = connections;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Writes one.
     *
     * @param target the file; another one of that name is replaced once the new one is whole
     * @param readable whether what people and other programs can read is added (an office that leaves)
     * @return what it holds
     * @throws BackupException when it cannot be written or does not read back; nothing of it is left then
     */
    Manifest write(Path target, boolean readable, Progress progress) {
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try (Connection connection = connections.asProgram()) {
            OwnerOnly.createDirectories(
                    Objects.requireNonNull(target.toAbsolutePath().getParent()));
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            requireSpace(target, jdbc);
            Manifest manifest = write(unfinished, connection, jdbc, readable, progress);
            Seal.put(unfinished);
            if (!PackageFile.open(unfinished).manifest().equals(manifest)) {
                throw new IOException("what was read back differs");
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(target);
            return manifest;
        } catch (IOException | SQLException | RuntimeException e) {
            discard(unfinished);
            throw e instanceof BackupException refused ? refused : failed(target, e);
        }
    }

    /**
     * Copies a package to another folder, reads it there, and only then gives it its name.
     *
     * @throws BackupException when what arrived is not what was sent
     */
    static void copy(Path file, Path folder) throws IOException {
        Path target = OwnerOnly.createDirectories(folder).resolve(Objects.requireNonNull(file.getFileName()));
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try (FileChannel channel = OwnerOnly.create(unfinished)) {
            Files.copy(file, Channels.newOutputStream(channel));
            channel.force(true);
        }
        PackageFile.open(unfinished);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(target);
    }

    private static BackupException failed(Path target, Exception e) {
        return new BackupException(
                "Không ghi được gói sao lưu " + target + " (" + e + ").",
                "Hãy kiểm tra thư mục, quyền ghi và dung lượng trống rồi thử lại. Dữ liệu đang dùng không bị thay đổi.",
                e);
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException left) {
            // The next package of this name writes over it.
        }
    }

    private static void force(Path target) throws IOException {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Packed, a database is never larger than it is unpacked. */
    private static void requireSpace(Path target, JdbcClient jdbc) throws IOException {
        Long needed = jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
        FileStore store = Files.getFileStore(target.toAbsolutePath().getParent());
        long free = store.getUsableSpace();
        if (free < needed + SPARE) {
            throw new BackupException(
                    "Không đủ chỗ trống để sao lưu vào "
                            + target.toAbsolutePath().getParent() + ": cần khoảng " + (needed + SPARE) / 1_000_000
                            + " MB, còn " + free / 1_000_000 + " MB.",
                    "Hãy giải phóng ổ đĩa hoặc đặt hoso.backup.folder sang ổ khác.");
        }
    }

    private Manifest write(Path file, Connection connection, JdbcClient jdbc, boolean readable, Progress progress)
            throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(THE_SAME_EVERYWHERE);
        }
        Instant made = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Catalogue catalogue = Catalogue.of(jdbc);
        List<Catalogue.Table> kept =
                catalogue.tables().stream().filter(Catalogue.Table::kept).toList();
        try (OutputStream out = new BufferedOutputStream(Channels.newOutputStream(OwnerOnly.create(file)), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment(Seal.BLANK);
            List<TableContent> tables = new ArrayList<>();
            for (Catalogue.Table table : kept) {
                tables.add(write(table, connection, zip, made));
                progress.reached(tables.size(), kept.size());
            }
            if (readable) {
                new ReadableCopy(jdbc, connection, zip, made).write(kept);
            }
            Manifest manifest = new ManifestQueries(jdbc, key).manifest(made, tables);
            begin(zip, Manifest.ENTRY, made);
            zip.write(manifest.json());
            zip.closeEntry();
            return manifest;
        }
    }

    static void begin(ZipOutputStream zip, String name, Instant made) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(made));
        zip.putNextEntry(entry);
    }

    private static TableContent write(Catalogue.Table table, Connection connection, ZipOutputStream zip, Instant made)
            throws IOException, SQLException {
        TableContent empty = new TableContent(table.name(), table.columns(), 0, 0, "");
        begin(zip, empty.entry(), made);
        MessageDigest digest = Seal.sha256();
        Counting counting = new Counting(zip);
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = copies.copyOut(table.copyOut(), new DigestOutputStream(counting, digest));
        zip.closeEntry();
        return new TableContent(
                table.name(),
                table.columns(),
                rows,
                counting.bytes,
                HexFormat.of().formatHex(digest.digest()));
    }

    private static final class Counting extends OutputStream {

        private final OutputStream out;
        private long bytes;

        Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] part, int from, int length) throws IOException {
            out.write(part, from, length);
            bytes += length;
        }
    }
}
