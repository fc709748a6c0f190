package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The security page answers every requirement once, and names only tests that are there. */
class SecurityPageTest {

    private static final Pattern ANSWERED =
            Pattern.compile("(?m)^\\| (V[0-9.]+) \\| [12] \\| (met|–|not yet) \\| \\S.{4,} \\|$");
    private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");

    private final String page = read(Path.of("src/docs/security.md"));

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<String> requirements() throws IOException {
        try (InputStream list = SecurityPageTest.class.getResourceAsStream("/asvs-5.0-levels-1-and-2.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void answersEveryRequirementOnce() throws IOException {
        assertThat(ANSWERED.matcher(page).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(requirements());
    }

    @Test
    void namesTestsThatAreThere() throws IOException {
        Set<String> named = TEST_CLASS
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            assertThat(sources.map(file -> file.getFileName().toString().replace(".java", "")))
                    .as("tests named in src/docs/security.md")
                    .containsAll(named);
        }
    }
}
