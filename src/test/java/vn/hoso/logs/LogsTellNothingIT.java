package vn.hoso.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.hoso.SearchedTexts;
import vn.hoso.TypedTexts;

/**
 * After all tests: nothing that they typed, and none of the demonstration's names, is in what the program or its database logged
 * meanwhile. What they typed was remembered at the program's door, so that a new test cannot be forgotten here.
 */
class LogsTellNothingIT {

    /** Shorter texts, such as a code or a level, are in any log by chance. */
    private static final int SHORTEST = 6;

    /** Time, level, process and the rest before the first colon set apart by blanks: of the log, not of the program. */
    private static final Pattern START_OF_LINE =
            Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\d[T ]\\S+ .*? : |^\\d{4}-\\d\\d-\\d\\d \\S+ UTC \\[\\d+] ");

    /** Words of the program itself: a code, a path, a date, a month; whatever else is plain ASCII and no figure. */
    private static final Pattern WORD_OF_THE_PROGRAM =
            Pattern.compile("[A-Za-z_./:#=-]*|[0-9]{4}-[0-9]{2}(-[0-9]{2})?");

    /** A figure, or the name of an account: found only where it stands by itself. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._,-]+");

    @Test
    void nothingThatWasTypedIsInALog() throws IOException {
        Set<String> typed = typed();
        String logged = logged();
        assertThat(typed).as("what the tests typed, which this check reads").hasSizeGreaterThan(500);
        assertThat(logged).as("what was logged meanwhile").contains("Started ").hasSizeGreaterThan(10_000);

        Set<String> found = found(typed, logged);

        System.out.printf(
                "Logs: %,d distinct texts looked for in %,d distinct characters, %d found%n",
                typed.size(), logged.length(), found.size());
        assertThat(found).isEmpty();
    }

    /** The check itself can fail. */
    @Test
    void findsATextInALine() {
        assertThat(found(
                        Set.of("Nguyễn Thị Thường", "4812577"), "a\nnot stored: Nguyễn Thị Thường, 4812577 dossiers\n"))
                .containsExactlyInAnyOrder("Nguyễn Thị Thường", "4812577");
        assertThat(found(Set.of("4812577"), "0x48125779"))
                .as("part of another number")
                .isEmpty();
    }

    private static Set<String> typed() throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (Path file : files("typed-*.txt")) {
            for (String entry : Files.readString(file).split("\0")) {
                String text = entry.substring(entry.indexOf('\t') + 1);
                if (entry.startsWith("username\t") && text.strip().length() >= SHORTEST) {
                    names.add(text.strip());
                }
                // A text of several lines would be broken up; each line by itself would not.
                text.lines().map(String::strip).forEach(texts::add);
            }
        }
        texts.addAll(namesOfTheDemonstration());
        texts.removeIf(text -> text.length() < SHORTEST
                || WORD_OF_THE_PROGRAM.matcher(text).matches()
                || text.codePoints().distinct().count() < 4);
        // Names of accounts look like any word; they count as words of their own.
        texts.addAll(names);
        return texts;
    }

    /** Every text of the demonstration's rows with a letter that only names and notes have. */
    private static Set<String> namesOfTheDemonstration() throws IOException {
        Pattern quoted = Pattern.compile("'((?:[^']|'')*)'");
        Set<String> names = new TreeSet<>();
        try (Stream<Path> seeds = Files.walk(Path.of("db", "demo"))) {
            for (Path seed : seeds.filter(Files::isRegularFile).toList()) {
                quoted.matcher(Files.readString(seed))
                        .results()
                        .map(found -> found.group(1))
                        .filter(text -> text.chars().anyMatch(letter -> letter > 0x7F))
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** Each line once, without what the log itself puts before it. */
    private static String logged() throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        for (Path file : files("*.log")) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            START_OF_LINE.matcher(text).replaceAll("").lines().forEach(lines::add);
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static List<Path> files(String pattern) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var found = Files.newDirectoryStream(TypedTexts.LOGS, pattern)) {
            found.forEach(files::add);
        }
        return files;
    }

    private static Set<String> found(Set<String> texts, String log) {
        return SearchedTexts.in(
                log, texts, (at, text) -> !(WORD.matcher(text).matches() && partOfAnother(log, at, text)));
    }

    private static boolean partOfAnother(String log, int at, String word) {
        int end = at + word.length();
        return at > 0 && Character.isLetterOrDigit(log.charAt(at - 1))
                || end < log.length() && Character.isLetterOrDigit(log.charAt(end));
    }
}
