package vn.hoso.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** {@code postmaster.pid}: where a running PostgreSQL says which process it is, and a killed one still says so. */
final class PostmasterFile {

    private final Path file;

    private PostmasterFile(Path file) {
        this.file = file;
    }

    static PostmasterFile of(DataFolder folder) {
        return new PostmasterFile(folder.cluster().resolve("postmaster.pid"));
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Empty when there is no such file, or a power cut left nothing readable in it. */
    OptionalLong pid() throws IOException {
        if (!exists()) {
            return OptionalLong.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            // PostgreSQL's single-user mode writes its number negative.
            return lines.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Math.abs(Long.parseLong(lines.get(0).strip())));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
