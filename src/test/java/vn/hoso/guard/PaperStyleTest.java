package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What scrolls, sticks or shortens does so on a screen only: on paper it would cut rows without a word. */
class PaperStyleTest {

    private static final Path STYLES = Path.of("src", "main", "resources", "static", "assets");

    /** A block of rules for a medium, or one rule outside of any. */
    private static final Pattern BLOCK =
            Pattern.compile("(?<medium>@media[^{]*)\\{(?:[^{}]*\\{[^{}]*})*[^{}]*}|(?<rule>[^{}]*\\{[^{}]*})");

    private static final Pattern CUTS = Pattern.compile(
            "max-height:\\s*(?!none)|position:\\s*sticky|text-overflow|line-clamp|overflow(?:-[xy])?:\\s*(?:auto|scroll)");

    @Test
    void cutsNothingOnPaper() {
        List<String> cutting = new ArrayList<>();
        styles().forEach(style -> BLOCK.matcher(style)
                .results()
                .map(each -> each.group())
                .filter(block -> !block.strip().startsWith("@media screen"))
                .filter(block -> CUTS.matcher(block).find())
                .forEach(cutting::add));
        assertThat(cutting).as("rules that belong into @media screen").isEmpty();
    }

    @Test
    void findsWhatWouldCut() {
        Matcher old = BLOCK.matcher(".entry-scroll { overflow: auto; max-height: 80vh; }");
        assertThat(old.find()).isTrue();
        assertThat(CUTS.matcher(old.group()).find()).isTrue();
    }

    private static Stream<String> styles() {
        try (Stream<Path> files = Files.walk(STYLES)) {
            return files.filter(each -> each.toString().endsWith(".css")).map(PaperStyleTest::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
