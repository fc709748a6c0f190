package vn.hoso.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.imports.Parts;
import vn.hoso.imports.files.ParsedRow.Mark;

/** Workbooks as programs write them, sound though unusual. */
class ContainersTest {

    static byte[] sample(String name) throws IOException {
        try (InputStream in = ContainersTest.class.getResourceAsStream("/imports/cases/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static ParsedSheet read(byte[] bytes) {
        return UploadedFileReader.read("a.xlsx", bytes, 1).get(0);
    }

    private static ParsedRow row(ParsedSheet sheet, int number) {
        return sheet.rows().stream()
                .filter(row -> row.number() == number)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14-strict-ooxml.xlsx", "15-stale-external-link.xlsx", "27-stored-streamed-zip.xlsx"})
    void readsAnyKindOfContainer(String name) throws IOException {
        ParsedSheet sheet = read(sample(name));
        assertThat(sheet.name()).isEqualTo("So lieu");
        assertThat(row(sheet, 3).text(1)).isEqualTo("TỔNG HỢP HỒ SƠ TIẾP NHẬN THÁNG 10/2024");
        assertThat(row(sheet, 8).cells().values().stream().map(ParsedCell::text))
                .containsExactly("1", "Thị trấn Tuy Phước", "200", "118", "60", "58", "80", "60");
    }

    @Test
    void turnsTcvn3IntoUnicodeByTheFont() throws IOException {
        ParsedSheet sheet = read(sample("16-tcvn3-text.xlsx"));
        assertThat(row(sheet, 1).text(1)).isEqualTo("UBND HUYỆN TUY PHƯỚC");
        assertThat(row(sheet, 3).text(1)).isEqualTo("TỔNG HỢP HỒ SƠ TIẾP NHẬN THÁNG 10/2024");
        assertThat(row(sheet, 8).cell(2).text()).isEqualTo("Thị trấn Tuy Phước");
        assertThat(row(sheet, 8).cell(2).original()).isEqualTo("Thþ trÊn Tuy Ph\u00AD\u00EDc".replace('þ', 'Þ'));
        assertThat(row(sheet, 6).cell(1)).isEqualTo(ParsedCell.text("STT"));
    }

    @Test
    void turnsTcvn3IntoUnicodeWithoutTheFont() throws IOException {
        byte[] plain = Parts.of(sample("16-tcvn3-text.xlsx"))
                .change("xl/styles.xml", xml -> xml.replace(".VnTime", "Arial"))
                .bytes();
        assertThat(row(read(plain), 9).text(2)).isEqualTo("Thị trấn Diêu Trì");
    }

    @Test
    void leavesUnicodeInAnOldFontAlone() throws IOException {
        byte[] pasted = Parts.of(sample("14-strict-ooxml.xlsx"))
                .change("xl/styles.xml", xml -> xml.replace("Calibri", ".VnTime"))
                .bytes();
        for (ParsedRow row : read(pasted).rows()) {
            assertThat(row.cells().values()).allMatch(cell -> cell.original() == null);
        }
        assertThat(row(read(pasted), 10).text(2)).isEqualTo("Xã Phước Thắng");
    }

    @Test
    void showsCapitalsAsTheirFontDoes() throws IOException {
        byte[] capitals = Parts.of(sample("16-tcvn3-text.xlsx"))
                .change("xl/styles.xml", xml -> xml.replace(".VnTime", ".VnTimeH"))
                .bytes();
        assertThat(row(read(capitals), 9).text(2)).isEqualTo("THỊ TRẤN DIÊU TRÌ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    '[1]Thang 9'!C5         | true
                    SUM(A1,[1]Sheet1!A1)    | true
                    [12]!Tong               | true
                    'file'!A1+'[3]S'!B2     | true
                    TongCu*2                | true
                    SUM(C8:C10)             | false
                    Bang1[[#This Row],[1]]  | false
                    Bang1[1]*Sheet2!A1      | false
                    IF(A1="[1]S!A1",1,2)    | false
                    "TongCu"                | false
                    TongCuoi                | false
                    """)
    void knowsAFormulaThatTakesFromAnotherFile(String formula, boolean linked) throws IOException {
        byte[] bytes = Parts.of(sample("15-stale-external-link.xlsx"))
                .change(
                        Parts.WORKBOOK,
                        xml -> xml.replace(
                                "<definedNames/>",
                                "<definedNames><definedName name=\"TongCu\">[1]Sheet1!$A$1</definedName></definedNames>"))
                .change(Parts.SHEET, xml -> xml.replace("<v>203</v>", "<f><![CDATA[" + formula + "]]></f><v>203</v>"))
                .bytes();
        if (linked) {
            assertThatThrownBy(() -> read(bytes))
                    .hasMessage("imports.refused.external")
                    .extracting("args")
                    .isEqualTo(new Object[] {"So lieu", "C9"});
        } else {
            assertThat(row(read(bytes), 9).text(3)).isEqualTo("203");
        }
    }

    @Test
    void marksWhatThePersonDoesNotSee() throws IOException {
        ParsedSheet filtered = read(sample("06-row-hidden-by-filter.xlsx"));
        assertThat(row(filtered, 9).marks()).containsExactlyInAnyOrder(Mark.HIDDEN, Mark.FILTERED);
        assertThat(filtered.rows()).filteredOn(row -> !row.marks().isEmpty()).hasSize(1);
        byte[] changed = Parts.of(sample("15-stale-external-link.xlsx"))
                .change(
                        Parts.SHEET,
                        xml -> xml.replace("<row r=\"9\"", "<row r=\"9\" ht=\"0\"")
                                .replace(
                                        "<sheetData>",
                                        "<cols><col min=\"3\" max=\"4\" hidden=\"1\"/><col min=\"6\" max=\"6\" width=\"0\"/></cols><sheetData>"))
                .bytes();
        assertThat(row(read(changed), 9).marks()).containsExactly(Mark.HIDDEN);
        assertThat(read(changed).hiddenColumns()).containsExactlyInAnyOrder(3, 4, 6);
    }

    @Test
    void marksRowsStruckThrough() throws IOException {
        byte[] struck = Parts.of(sample("07-date-in-count-cell.xlsx"))
                .change("xl/styles.xml", xml -> xml.replaceFirst("<font>", "<font><strike/>"))
                .bytes();
        assertThat(read(struck).rows()).allMatch(row -> row.marks().contains(Mark.STRUCK));
        byte[] said = Parts.of(sample("07-date-in-count-cell.xlsx"))
                .change("xl/styles.xml", xml -> xml.replaceFirst("<font>", "<font><strike val=\"0\"/>"))
                .bytes();
        assertThat(read(said).rows()).allMatch(row -> row.marks().isEmpty());
    }

    @Test
    void leavesOutThePartOfATextThatIsStruckThrough() throws IOException {
        byte[] corrected = Parts.of(sample("14-strict-ooxml.xlsx"))
                .change(
                        Parts.SHEET,
                        xml -> xml.replace(
                                "<c r=\"C9\" t=\"n\"><v>203</v></c>",
                                "<c r=\"C9\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>200</t></r><r><t>203</t></r></is></c>"))
                .bytes();
        assertThat(row(read(corrected), 9).cell(3))
                .isEqualTo(new ParsedCell("203", ParsedCell.Kind.TEXT, ParsedCell.Format.PLAIN, "200203"));
    }

    @Test
    void tellsADateFromACount() throws IOException {
        ParsedSheet sheet = read(sample("07-date-in-count-cell.xlsx"));
        assertThat(row(sheet, 9).cell(3).format()).isEqualTo(ParsedCell.Format.DATE);
        assertThat(row(sheet, 9).cell(4).format()).isEqualTo(ParsedCell.Format.PLAIN);
        byte[] written = Parts.of(sample("14-strict-ooxml.xlsx"))
                .change(
                        Parts.SHEET,
                        xml -> xml.replace(
                                "<c r=\"C9\" t=\"n\"><v>203</v></c>",
                                "<c r=\"C9\" t=\"d\"><v>2024-02-10T00:00:00</v></c>"))
                .bytes();
        assertThat(row(read(written), 9).cell(3)).isEqualTo(ParsedCell.number("45332", ParsedCell.Format.DATE));
    }

    @Test
    void takesNoTruthForANumber() throws IOException {
        byte[] truth = Parts.of(sample("14-strict-ooxml.xlsx"))
                .change(
                        Parts.SHEET,
                        xml -> xml.replace("<c r=\"C9\" t=\"n\"><v>203</v>", "<c r=\"C9\" t=\"b\"><v>1</v>"))
                .bytes();
        assertThat(row(read(truth), 9).cell(3)).isEqualTo(ParsedCell.text("TRUE"));
    }

    @Test
    void takesOutWhatCannotBeSeen() throws IOException {
        byte[] bytes = Parts.of(sample("14-strict-ooxml.xlsx"))
                .change(
                        Parts.SHEET,
                        xml -> xml.replace(
                                "<c r=\"C9\" t=\"n\"><v>203</v></c>",
                                "<c r=\"C9\" t=\"inlineStr\"><is><t>\u200B20\u00AD3\uFEFF\u2060</t></is></c>"))
                .bytes();
        ParsedCell cell = row(read(bytes), 9).cell(3);
        assertThat(cell.text()).isEqualTo("203");
        assertThat(cell.original()).isEqualTo("\u200B20\u00AD3\uFEFF\u2060");
    }

    @Test
    void saysWhichTabsAreHidden() throws IOException {
        byte[] hidden = Parts.of(sample("14-strict-ooxml.xlsx"))
                .change(Parts.WORKBOOK, xml -> xml.replace("state=\"visible\"", "state=\"veryHidden\""))
                .bytes();
        assertThat(UploadedFileReader.read("a.xlsx", hidden, 1)).singleElement().matches(ParsedSheet::hiddenTab);
    }

    @Test
    void readsPrefixedParts() throws IOException {
        byte[] prefixed = Parts.of(sample("14-strict-ooxml.xlsx"))
                .change(Parts.SHEET, xml -> xml.replaceAll("<(/?)([a-zA-Z])", "<$1x:$2")
                        .replace("xmlns=", "xmlns:x="))
                .bytes();
        assertThat(row(read(prefixed), 9).text(3)).isEqualTo("203");
    }
}
