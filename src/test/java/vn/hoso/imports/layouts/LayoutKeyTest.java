package vn.hoso.imports.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;

class LayoutKeyTest {

    private static String of(String file, int headerRow) {
        return LayoutKey.of(PlainPath.sheets(file).get(0), headerRow);
    }

    private static String of(String tab, String title, String upper, String lower) {
        List<ParsedRow> rows = new ArrayList<>();
        int number = 1;
        for (String row : List.of(title, upper, lower)) {
            TreeMap<Integer, ParsedCell> cells = new TreeMap<>();
            for (String text : row.split("\\|")) {
                cells.put(cells.size() + 1, new ParsedCell(text, ParsedCell.Kind.TEXT));
            }
            rows.add(new ParsedRow(number++, cells, Set.of()));
        }
        return LayoutKey.of(new ParsedSheet(tab, rows, false), 3);
    }

    @Test
    void tellsSheetsApartWhoseLastHeadingRowIsTheSame() {
        assertThat(of("03a-month-then-year-to-date.xlsx", 4))
                .isNotEqualTo(of("03b-last-month-then-this-month.xlsx", 4));
        assertThat(of("03c-levels-4-3.xlsx", 7)).isNotEqualTo(of("03d-levels-3-4.xlsx", 7));
    }

    @Test
    void knowsTheSheetOfTheNextMonth() {
        String october = of("T10-2024", "SỐ LIỆU THÁNG 10/2024", "TT|Nơi|Mức 4|Mức 3", "a|b|c|d");
        assertThat(of("T11-2024", "Số liệu tháng 11 năm 2024", "TT|Nơi|Mức 4|Mức 3", "a|b|c|d"))
                .isEqualTo(october);
    }

    @ParameterizedTest
    @CsvSource({
        "Luy ke, SỐ LIỆU THÁNG 10/2024, TT|Nơi|Mức 4|Mức 3, a|b|c|d",
        "T10-2024, LŨY KẾ THÁNG 10/2024, TT|Nơi|Mức 4|Mức 3, a|b|c|d",
        "T10-2024, SỐ LIỆU THÁNG 10/2024, TT|Nơi|Mức 3|Mức 4, a|b|c|d",
        "T10-2024, SỐ LIỆU THÁNG 10/2024, TT|Nơi|Mức 4|Mức 3, a|b|c|d|e"
    })
    void asksAgainWhereTabTitleOrHeadingDiffer(String tab, String title, String upper, String lower) {
        assertThat(of(tab, title, upper, lower))
                .isNotEqualTo(of("T10-2024", "SỐ LIỆU THÁNG 10/2024", "TT|Nơi|Mức 4|Mức 3", "a|b|c|d"));
    }
}
