package vn.hoso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files as text, for the guards that read them. */
final class SourceFiles {

    static final Path JAVA = Path.of("src/main/java/vn/hoso");
    static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static final Pattern COMMENTS_AND_STRINGS =
            Pattern.compile("/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"", Pattern.DOTALL);

    private SourceFiles() {}

    /** Every file below a folder whose name ends so, by path; never empty, or the guard that asks would guard nothing. */
    static Map<Path, String> below(Path folder, String ending) {
        try (Stream<Path> found = Files.walk(folder)) {
            Map<Path, String> files = new TreeMap<>();
            found.filter(file -> file.toString().endsWith(ending)).forEach(file -> files.put(file, read(file)));
            if (files.isEmpty()) {
                throw new IllegalStateException("no " + ending + " below " + folder.toAbsolutePath());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java without its comments and the content of its strings. */
    static String code(String java) {
        return COMMENTS_AND_STRINGS.matcher(java).replaceAll(" ");
    }
}
