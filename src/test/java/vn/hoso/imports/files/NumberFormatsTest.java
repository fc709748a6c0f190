package vn.hoso.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.imports.files.ParsedCell.Format;

class NumberFormatsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    General                                              | PLAIN
                    0                                                    | PLAIN
                    #,##0                                                | PLAIN
                    #,##0.00                                             | PLAIN
                    #,##0_);[Red](#,##0)                                 | PLAIN
                    _-* #,##0\\ "₫"_-;\\-* #,##0\\ "₫"_-;_-* "-"\\ "₫"_-;_-@_-   | PLAIN
                    #,##0\\ [$₫-42A]                                      | PLAIN
                    0.00E+00                                             | PLAIN
                    # ?/16                                               | PLAIN
                    [Blue][>100]0;[$-409]0                               | PLAIN
                    0"hồ sơ đã xử lý"                                    | PLAIN
                    @                                                    | PLAIN
                    000                                                  | PLAIN
                    0%                                                   | PERCENT
                    0.0 %                                                | PERCENT
                    0.00%;[Red]-0.00%                                    | PERCENT
                    0"%"                                                 | PLAIN
                    0\\%                                                  | PLAIN
                    d/m                                                  | DATE
                    dd/mm/yyyy                                           | DATE
                    [$-42A]dd\\ mmmm\\ yyyy;@                              | DATE
                    mmm-yy                                               | DATE
                    h:mm AM/PM                                           | DATE
                    [h]:mm:ss                                            | DATE
                    [mm]                                                 | DATE
                    "ngày" d                                             | DATE
                    #,##0,                                               | SCALED
                    #,##0,,"tr"                                          | SCALED
                    0.0,                                                 | SCALED
                    #,##0,.00                                            | SCALED
                    0"000"                                               | SCALED
                    0\\0                                                  | SCALED
                    """)
    void tellsHowANumberIsShown(String code, Format format) {
        assertThat(NumberFormats.of(code)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "0, PLAIN", "4, PLAIN", "8, PLAIN", "9, PERCENT", "10, PERCENT", "11, PLAIN", "13, PLAIN", "14, DATE",
        "22, DATE", "23, PLAIN", "37, PLAIN", "44, PLAIN", "45, DATE", "47, DATE", "48, PLAIN", "49, PLAIN"
    })
    void knowsTheFormatsThatHaveNoCode(int id, Format format) {
        assertThat(NumberFormats.builtIn(id)).isEqualTo(format);
    }

    @Test
    void refusesAFormatThatNobodyWrites() {
        assertThat(NumberFormats.of("0".repeat(FileLimits.FORMAT_CHARACTERS))).isEqualTo(Format.PLAIN);
        assertThatThrownBy(() -> NumberFormats.of("0".repeat(FileLimits.FORMAT_CHARACTERS + 1)))
                .hasMessage("imports.refused.work");
    }
}
