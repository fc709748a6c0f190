package vn.hoso.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

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

    /** As {@link #folder}, for those who are given only its name. */
    static String configuredFolder(Path path) throws IOException {
        Files.createDirectories(BINARIES);
        Files.createDirectories(path);
        Files.createSymbolicLink(path.resolve("binaries"), BINARIES);
        return path.toString();
    }

    /** Names, permissions and bytes of everything inside. */
    static String fingerprint(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> sorted = files.sorted().toList();
            for (Path file : sorted) {
                digest.update((file + " " + Files.getPosixFilePermissions(file)).getBytes());
                if (Files.isRegularFile(file)) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
