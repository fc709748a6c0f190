package vn.hoso.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of a clipboard. In the tables ~ is a tab, / a new line, ' a quotation mark; cells are shown as row:column=text. */
class TabbedTextTest {

    private static String typed(String shown) {
        return shown.replace('~', '\t').replace('/', '\n').replace('\'', '"');
    }

    private static String cells(ParsedSheet sheet) {
        return sheet.rows().stream()
                .flatMap(row -> row.cells().entrySet().stream()
                        .map(cell -> row.number() + ":" + cell.getKey() + "="
                                + cell.getValue().text().replace('\n', '/').replace('"', '\'')))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a~b/c~d, 1:1=a 1:2=b 2:1=c 2:2=d",
                "a~b/c~d/, 1:1=a 1:2=b 2:1=c 2:2=d",
                "~b, 1:2=b",
                "a~~c, 1:1=a 1:3=c",
                "a/~/c, 1:1=a 3:1=c",
                "'a/b'~c, 1:1=a/b 1:2=c",
                "x~'a/b', 1:1=x 1:2=a/b",
                "'a~b'~c, `1:1=a\tb 1:2=c`",
                "'a 'b''~c, 1:1='a 'b'' 1:2=c",
                "'a ''b'''~c, 1:1=a 'b' 1:2=c",
                "5' ống~1, 1:1=5' ống 1:2=1",
                "'a~1/b~2, 1:1='a 1:2=1 2:1=b 2:2=2",
                "'a'b~1, 1:1='a'b 1:2=1",
                "''~1, 1:2=1",
            })
    void keepsEveryCellInItsPlace(String shown, String cells) {
        assertThat(cells(TabbedText.sheet(typed(shown)))).isEqualTo(cells);
    }

    @Test
    void readsEveryKindOfLineEndAndSpace() {
        assertThat(cells(TabbedText.sheet("a\r\nb\rc\u00A0d\u200B\u00A0\n"))).isEqualTo("1:1=a 2:1=b 3:1=c d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "/", " ~ / "})
    void refusesABlockOfNothing(String shown) {
        assertThatThrownBy(() -> TabbedText.sheet(typed(shown))).hasMessage("imports.refused.paste-empty");
    }

    @Test
    void readsUpToItsLimitsAndRefusesOneMore() {
        String longest = "1".repeat(TabbedText.LONGEST);
        assertThat(TabbedText.sheet(longest).rows()).hasSize(1);
        assertThatThrownBy(() -> TabbedText.sheet(longest + "1")).hasMessage("imports.refused.paste-too-long");
        String rows = "1\n".repeat(TabbedText.ROWS);
        assertThat(TabbedText.sheet(rows).rows()).hasSize(TabbedText.ROWS);
        assertThatThrownBy(() -> TabbedText.sheet(rows + "1")).hasMessage("imports.refused.paste-too-large");
        String columns = "1\t".repeat(TabbedText.COLUMNS);
        assertThat(TabbedText.sheet(columns).rows()).hasSize(1);
        assertThatThrownBy(() -> TabbedText.sheet(columns + "1")).hasMessage("imports.refused.paste-too-large");
    }
}
