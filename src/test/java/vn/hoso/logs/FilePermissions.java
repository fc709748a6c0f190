package vn.hoso.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who may do what with files. */
public final class FilePermissions {

    private FilePermissions() {}

    /** The files of a folder by name, each with its permissions: "postgresql.log rw-------". */
    public static List<String> in(Path folder) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        file.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return files.entrySet().stream()
                .map(file -> file.getKey() + " " + file.getValue())
                .toList();
    }
}
