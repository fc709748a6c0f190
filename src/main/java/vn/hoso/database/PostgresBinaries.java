package vn.hoso.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs ({@code initdb}, {@code pg_ctl}, {@code postgres}), unpacked once from the program's jar
 * into a folder that stays.
 */
final class PostgresBinaries {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

    /** Beside the programs: how much was unpacked, so that a half-written set is noticed. */
    private static final String INVENTORY = ".inventory";

    private static final String UNPACKING = "unpacking-";

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /**
     * Unpacks the programs for this computer unless a whole set is already there.
     *
     * @throws StartupFailure when none fit this computer, or the folder cannot be written
     */
    static PostgresBinaries unpackedIn(Path folder) {
        refuseRootWithoutNamespaces();
        try {
            byte[] archive = archiveForThisComputer();
            Path home = folder.resolve(
                    "postgresql-" + HexFormat.of().formatHex(sha256(archive)).substring(0, 16));
            if (!isWhole(home)) {
                log.info("Giải nén PostgreSQL vào {} (chỉ lần đầu)", home);
                unpack(archive, folder, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException | IllegalStateException e) {
            throw new StartupFailure(
                    "Không chuẩn bị được PostgreSQL đi kèm trong " + folder + " (" + e + ").",
                    "Hãy kiểm tra dung lượng và quyền ghi của thư mục. Nếu máy này không có PostgreSQL đi kèm phù hợp,"
                            + " hãy dùng một PostgreSQL riêng và đặt SPRING_DATASOURCE_URL.",
                    e);
        }
    }

    /** A set that some version of this program unpacked. */
    static PostgresBinaries in(Path home) {
        return new PostgresBinaries(home);
    }

    /** PostgreSQL never runs as root; a user namespace gives it another face, where the system allows one. */
    private static void refuseRootWithoutNamespaces() {
        if ("root".equals(System.getProperty("user.name"))
                && System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                && !LinuxUtils.isUnshareAvailable()) {
            throw new StartupFailure(
                    "PostgreSQL đi kèm không chạy được bằng người dùng root trên máy này.",
                    "Hãy chạy chương trình bằng một người dùng thường, hoặc đặt SPRING_DATASOURCE_URL tới một PostgreSQL"
                            + " có sẵn.");
        }
    }

    /**
     * Runs one of the programs to its end.
     *
     * @param output file that gets everything it prints
     * @return its exit code, or -1 when it was still running after the given time and has been ended
     */
    int run(Path output, Duration limit, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin")
                .resolve(program + (File.separatorChar == '\\' ? ".exe" : ""))
                .toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        OwnerOnly.appended(output).toFile()));
        // Settings of some other PostgreSQL in the environment must not leak into this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return -1;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + program, e);
        }
    }

    /** True for an executable unpacked by any copy of this program into the folder this one was unpacked to. */
    boolean contain(Path executable) {
        return executable.startsWith(home.getParent());
    }

    private static byte[] archiveForThisComputer() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.contains("win") && !system.contains("darwin")
                ? "Windows"
                : system.contains("mac") ? "Darwin" : "Linux";
        String architecture = System.getProperty("os.arch");
        // The archive for macOS holds programs for both kinds of processors, and stands under the name of one.
        String named = name.equals("Darwin") ? "aarch64" : architecture.equals("amd64") ? "x86_64" : architecture;
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, named)) {
            return archive.readAllBytes();
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isWhole(Path home) throws IOException {
        Path inventory = home.resolve(INVENTORY);
        return Files.isRegularFile(inventory) && Files.readString(inventory).equals(Inventory.of(home));
    }

    /** Unpacks beside the final place and renames, so that the final name never holds half a set. */
    private static void unpack(byte[] archive, Path folder, Path home) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        discardInterrupted(folder);
        Path unfinished = Files.createTempDirectory(folder, UNPACKING);
        try {
            try (TarArchiveInputStream tar = new TarArchiveInputStream(
                    new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpackEntry(tar, entry, unfinished);
                }
            }
            OwnerOnly.write(unfinished.resolve(INVENTORY), Inventory.of(unfinished));
            Folders.deleteTree(home);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.deleteTree(unfinished);
            if (!isWhole(home)) {
                throw e;
            }
            // Another process finished the same work first.
        }
    }

    /** Leaves young ones alone: another copy of the program, on another data folder, may be at work there. */
    private static void discardInterrupted(Path folder) throws IOException {
        FileTime anHourAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        try (DirectoryStream<Path> attempts = Files.newDirectoryStream(folder, UNPACKING + "*")) {
            for (Path attempt : attempts) {
                if (Files.getLastModifiedTime(attempt).compareTo(anHourAgo) < 0) {
                    Folders.deleteTree(attempt);
                }
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("The archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, into.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, target);
            if (folder.endsWith("bin") && OwnerOnly.isPosix(into)) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    /** Count and total size: after a power cut, files that had been renamed but not yet written show up shorter. */
    private static final class Inventory extends SimpleFileVisitor<Path> {

        private long files;
        private long bytes;

        static String of(Path home) throws IOException {
            Inventory inventory = new Inventory();
            Files.walkFileTree(home, inventory);
            return inventory.files + " files, " + inventory.bytes + " bytes";
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!file.endsWith(INVENTORY)) {
                files++;
                bytes += attributes.size();
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
