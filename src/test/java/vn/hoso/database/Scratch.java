package vn.hoso.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Data folders for tests, all with the same unpacked PostgreSQL, so that it is unpacked once per checkout. */
final class Scratch {

    private static final Path BINARIES =
            Path.of("target", "postgresql-binaries").toAbsolutePath();

    private Scratch() {}

    static PostgresBinaries binaries() {
        return PostgresBinaries.unpackedIn(BINARIES);
    }

    /** A data folder; how it is named is part of several claims. */
    static DataFolder folder(Path path) {
        return DataFolder.at(path.toString()).withBinaries(BINARIES);
    }

    /** A folder that a program has used and left: a copy of one that is made once, since initialising takes PostgreSQL seconds. */
    static DataFolder used(Path path) throws IOException {
        Path original = Used.FOLDER.root();
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(
                        file, path.resolve(original.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return folder(path);
    }

    /** Made when it is first asked for, deleted with the JVM. */
    private static final class Used {

        static final DataFolder FOLDER = make();

        private static DataFolder make() {
            DataFolder folder = folder(BINARIES.resolveSibling("used-data-" + Long.toHexString(System.nanoTime())));
            EmbeddedPostgresServer.start(folder, "hoso").close();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "used-data-delete"));
            return folder;
        }

        private static void delete(DataFolder folder) {
            try {
                Folders.deleteTree(folder.root());
            } catch (IOException left) {
                System.err.println("Not deleted: " + folder + " (" + left + ")");
            }
        }
    }

    /** As {@link #folder}, for those who are given only its name. */
    static String configuredFolder(Path path) throws IOException {
        Files.createDirectories(BINARIES);
        Files.createDirectories(path);
        Files.createSymbolicLink(path.resolve("binaries"), BINARIES);
        return path.toString();
    }

    /**
     * Names, permissions and bytes of everything inside. The sum that processors have an instruction for: a SHA of a database
     * takes the quick compiler of the tests a second.
     */
    static String fingerprint(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder fingerprint = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                fingerprint.append(file).append(' ').append(Files.getPosixFilePermissions(file));
                if (Files.isRegularFile(file)) {
                    byte[] bytes = Files.readAllBytes(file);
                    CRC32 sum = new CRC32();
                    sum.update(bytes);
                    fingerprint.append(' ').append(bytes.length).append(' ').append(sum.getValue());
                }
                fingerprint.append('\n');
            }
            return fingerprint.toString();
        }
    }
}
