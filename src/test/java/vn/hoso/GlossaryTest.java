package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The glossary names words of the code that are there. */
class GlossaryTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\|[^|]*\\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z_]+)`");

    @Test
    void everyNameInItStandsInTheCode() {
        String code =
                String.join("\n", SourceFiles.below(SourceFiles.JAVA, ".java").values());
        List<String> names = ROW.matcher(SourceFiles.read(Path.of("src/docs/glossary.md")))
                .results()
                .flatMap(row -> NAME.matcher(row.group(1) + row.group(2)).results())
                .map(name -> name.group(1))
                .toList();

        assertThat(names).hasSizeGreaterThan(40);
        assertThat(names).allSatisfy(name -> assertThat(Pattern.compile("\\b" + name, Pattern.CASE_INSENSITIVE)
                        .matcher(code)
                        .find())
                .as(name)
                .isTrue());
    }
}
