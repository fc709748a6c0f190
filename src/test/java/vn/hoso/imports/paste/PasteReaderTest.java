package vn.hoso.imports.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.layouts.AddedColumns;
import vn.hoso.imports.layouts.ComparableText;
import vn.hoso.imports.layouts.SheetTotals;
import vn.hoso.imports.paste.PasteChoices.ColumnOrder;
import vn.hoso.imports.paste.PasteReader.PasteCursor;
import vn.hoso.period.MonthDays;
import vn.hoso.units.SampleKinds;
import vn.hoso.units.Unit;

/**
 * What pasted blocks mean. In the tables ~ is a tab and / a new line. A row is shown as its unit's number and eight figures,
 * · for one that the block does not have, ? for one that cannot be read, empty for one that clears the cell.
 */
class PasteReaderTest {

    private static final List<Unit> UNITS = List.of(
            new Unit(1, "21952", "Thị trấn Tuy Phước", SampleKinds.TOWNSHIP),
            new Unit(2, "21955", "Thị trấn Diêu Trì", SampleKinds.TOWNSHIP),
            new Unit(3, "21958", "Xã Phước Thắng", SampleKinds.COMMUNE),
            new Unit(4, "21967", "Xã Phước Hòa", SampleKinds.COMMUNE),
            new Unit(5, "P-TNMT", "Phòng Tài nguyên và Môi trường", SampleKinds.OFFICE),
            new Unit(6, "P-TP", "Phòng Tư pháp", SampleKinds.OFFICE));
    private static final Set<Long> EVERY = Set.of(1L, 2L, 3L, 4L, 5L, 6L);
    private static final PasteMonth OFFICE = new PasteMonth(
            YearMonth.of(2024, 10),
            UNITS,
            UNITS,
            EVERY,
            Set.of(),
            Measure.OWN,
            AddedColumns.NONE,
            MonthDays.CIVIL,
            Map.of());
    private static final PasteMonth STAFF = new PasteMonth(
            YearMonth.of(2024, 10),
            UNITS,
            UNITS.subList(1, 2),
            Set.of(2L),
            Set.of(),
            Measure.OWN,
            AddedColumns.NONE,
            MonthDays.CIVIL,
            Map.of());

    private static PastedBlock read(String shown, int row, int column, PasteMonth month, PasteChoices choices) {
        return PasteReader.read(
                shown.replace('~', '\t').replace('/', '\n'),
                month,
                new PasteCursor(row, Measure.OWN.get(column)),
                choices);
    }

    private static PastedBlock read(String shown) {
        return read(shown, 0, 0, OFFICE, PasteChoices.NONE);
    }

    private static PasteChoices chosen(ColumnOrder order) {
        return new PasteChoices(order, null);
    }

    private static String filled(PastedBlock block) {
        return block.rows().stream()
                .filter(row -> row.standing() == PastedBlock.Standing.FILLS)
                .map(row -> (row.unit() == null ? "" : row.unit().id()) + ": "
                        + IntStream.range(0, Measure.OWN.size())
                                .mapToObj(at -> cell(row.cells().get(Measure.OWN.get(at))))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }

    private static String cell(PastedBlock.@Nullable Cell cell) {
        if (cell == null) {
            return "·";
        }
        return cell.fills() == null ? "?" : cell.fills().isEmpty() ? "∅" : cell.fills();
    }

    private static String orders(PastedBlock block) {
        return block.orders().stream()
                .map(choice -> choice.order() + ":" + choice.contradicting())
                .collect(Collectors.joining(" "));
    }

    /** Blocks that say clearly enough whose figures they are, and which. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '=',
            value = {
                // B of the cases: a bare name, in the order of the grid
                "Phước Hòa~61~59~81~61~203~120 = 4: 61 59 81 61 203 120 · ·",
                // C: a line break within a cell
                "\"Thị trấn/Tuy Phước\"~60~58~80~60~200~118 = 1: 60 58 80 60 200 118 · ·",
                // D: rates between the counts
                "Thị trấn Tuy Phước~60~58~96,67%~80~60~75,00%~200 = 1: 60 58 80 60 200 · · ·",
                "Tuy Phước~60~58~96,67~80~60~75,00~200/Diêu Trì~60~60~99,9~80~60~75,0~200 = 1: 60 58 80 60 200 · · · | 2: 60 60 80 60 200 · · ·",
                "Tuy Phước~60~60~100%~0~0~-~200/Diêu Trì~60~58~96,67 %~80~60~75%~200 = 1: 60 60 0 0 200 · · · | 2: 60 58 80 60 200 · · ·",
                // names as people write them, in any row order, with a number before them
                "2~T.T Diêu Trì~60~58~80~60~200~118/1~1. Thị trấn Tuy Phước~61~59~81~61~203~120 = 2: 60 58 80 60 200 118 · · | 1: 61 59 81 61 203 120 · ·",
                "UBND xã Phước Hoà~61~59~81~61~203~120 = 4: 61 59 81 61 203 120 · ·",
                "Phòng TN&MT~9~2~2~2~13~7 = 5: 9 2 2 2 13 7 · ·",
                // codes before or behind the names; the program's own template
                "21955~Thị trấn Diêu Trì~60~58~80~60~200~118 = 2: 60 58 80 60 200 118 · ·",
                "Thị trấn Diêu Trì~21955~60~58~80~60~200~118 = 2: 60 58 80 60 200 118 · ·",
                "P-TP~Phòng Tư pháp~10-2024~6~6~15~14~30~20~8~4~ghi chú = 6: 6 6 15 14 30 20 8 4",
                // thousands, spaces, x, empty cells
                "Tuy Phước~10.682~10 500~x~x~48 254~22.574 = 1: 10682 10500 x x 48254 22574 · ·",
                "Tuy Phước~60~58~~~200/Diêu Trì~60~58~80~60~200 = 1: 60 58 ∅ ∅ 200 · · · | 2: 60 58 80 60 200 · · ·",
                "Tuy Phước~60~58~80~60~2.57 = 1: 60 58 80 60 ? · · ·",
                // totals, numbering and group rows
                "I~Các xã/1~Phước Hòa~61~59~81~61~203~120/~Tổng cộng~61~59~81~61~203~120 = 4: 61 59 81 61 203 120 · ·",
                "A~B~1~2~3~4~5~6/1~Phước Hòa~61~59~81~61~203~120 = 4: 61 59 81 61 203 120 · ·",
            })
    void readsInTheOrderOfTheGrid(String block, String figures) {
        assertThat(orders(read(block))).isEmpty();
        assertThat(filled(read(block))).isEqualTo(figures);
    }

    @Test
    void goesByTheHeadingsCopiedAlong() {
        String twoLines =
                "STT~Đơn vị~Tổng số hồ sơ~~Toàn trình~~~Một phần~/~~Phát sinh~Trực tuyến~Phát sinh~Trực tuyến~Tỷ lệ~Phát sinh~Trực tuyến/"
                        + "1~Thị trấn Tuy Phước~200~118~60~58~96,67%~80~60";
        PastedBlock block = read(twoLines);
        assertThat(filled(block)).isEqualTo("1: 60 58 80 60 200 118 · ·");
        assertThat(block.order()).isEqualTo(ColumnOrder.HEADINGS);
        assertThat(block.unused())
                .extracting(PastedBlock.Column::number, PastedBlock.Column::reason)
                .contains(Tuple.tuple(7, "RATE"));
        assertThat(filled(read("Đơn vị~Một phần - phát sinh~Một phần - trực tuyến/Phước Hòa~81~61")))
                .isEqualTo("4: · · 81 61 · · · ·");
        assertThat(filled(read("Một phần - trực tuyến~Một phần - phát sinh/61~81", 3, 0, OFFICE, PasteChoices.NONE)))
                .isEqualTo("4: · · 81 61 · · · ·");
    }

    /** A of the cases: in the order of the 766 sheet, which is said and chosen, never taken silently. */
    @Test
    void asksWhereTheFiguresFitAnotherOrderThanTheGrids() {
        String block = "1~UBND thị trấn Tuy Phước~200~118~60~58~80~60";
        assertThat(read(block).order()).isNull();
        assertThat(orders(read(block))).isEqualTo("GRID:1 FORM_766:0");
        assertThat(filled(read(block, 0, 0, OFFICE, chosen(ColumnOrder.FORM_766))))
                .isEqualTo("1: 60 58 80 60 200 118 · ·");
        assertThat(orders(read("200~118~60~58~80~60"))).isEqualTo("CURSOR:1 FORM_766:0");
        assertThat(filled(read("200~118~60~58~80~60", 0, 0, OFFICE, chosen(ColumnOrder.FORM_766))))
                .isEqualTo("1: 60 58 80 60 200 118 · ·");
    }

    /** The rules at their boundary: one dossier decides which orders fit. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Phước Hòa~61~59~81~61~142~120 = ''",
                "Phước Hòa~61~59~81~61~141~120 = GRID:1 FORM_766:1",
                "Phước Hòa~61~61~81~61~142~120 = ''",
                "Phước Hòa~61~62~81~61~142~120 = GRID:1 FORM_766:1",
                "Phước Hòa~61~59~81~61~142~142 = ''",
                "Phước Hòa~61~59~81~61~142~143 = GRID:1 FORM_766:1",
                // in both orders: which one is meant, only a person knows
                "Phước Hòa~5~0~0~0~5~0 = GRID:0 FORM_766:0",
                "Phước Hòa~0~0~0~0~0~0 = ''",
                "Phước Hòa~200~118 = GRID:0 FORM_766:0",
                "Phước Hòa~200~118~60~58 = GRID:0 FORM_766:0",
                // one row decides for all
                "Phước Hòa~5~0~0~0~5~0/Phước Thắng~61~59~81~61~203~120 = ''",
                "Phước Hòa~5~0~0~0~5~0/Phước Thắng~200~118~60~58~80~60 = GRID:1 FORM_766:0",
                "Phước Hòa~61~59~81~61~203~120/Phước Thắng~200~118~60~58~80~60 = GRID:1 FORM_766:1",
                // an empty column may be none of the grid's
                "Phước Hòa~~61~59~81~61~203 = GRID:1 GRID_WITHOUT_BLANKS:0",
                "Phước Hòa~60~58~~80~60~200 = GRID:1 GRID_WITHOUT_BLANKS:0",
                "Phước Hòa~60~58~80~60~200~~5~4 = GRID:0 GRID_WITHOUT_BLANKS:0",
                // a figure with decimals may be a rate, or a count that lost its zero
                "Tuy Phước~60~58~96,67~80~60~75~200 = GRID:1",
            })
    void asksForTheOrderOnlyWhereFiguresLeaveADoubt(String block, String orders) {
        assertThat(orders(read(block))).isEqualTo(orders);
    }

    @Test
    void takesAFewNamedColumnsFromTheCursorOnlyIfAPersonSaysSo() {
        assertThat(filled(read("Phước Hòa~50/Phước Thắng~60", 0, 4, OFFICE, PasteChoices.NONE)))
                .isEqualTo("4: · · · · 50 · · · | 3: · · · · 60 · · ·");
        assertThat(orders(read("Phước Hòa~50~20", 0, 6, OFFICE, PasteChoices.NONE)))
                .isEqualTo("GRID:0 CURSOR:0 FORM_766:0");
        assertThat(filled(read("Phước Hòa~50~20", 0, 6, OFFICE, chosen(ColumnOrder.CURSOR))))
                .isEqualTo("4: · · · · · · 50 20");
        assertThat(read("Phước Hòa~50~20", 0, 0, OFFICE, chosen(ColumnOrder.CURSOR))
                        .order())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "60~58~80~60~200~118 =0=0= 1: 60 58 80 60 200 118 · ·",
                "80~60 =2=2= 3: · · 80 60 · · · ·",
                "80/81 =4=2= 5: · · 80 · · · · · | 6: · · 81 · · · · ·",
                "8~4 =5=6= 6: · · · · · · 8 4",
                "~4 =5=6= 6: · · · · · · ∅ 4",
                "1//3 =0=4= 1: · · · · 1 · · · | 3: · · · · 3 · · ·",
                "60~58~96,67%~80 =0=0= 1: 60 58 80 · · · · ·",
            })
    void putsABlockWithoutNamesExactlyWhereTheCursorIs(String block, int row, int column, String figures) {
        PastedBlock read = read(block, row, column, OFFICE, PasteChoices.NONE);
        assertThat(read.named()).isFalse();
        assertThat(orders(read)).isEmpty();
        assertThat(filled(read)).isEqualTo(figures);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "1~2 =0=7= paste-beyond-right",
                "1~2~3 =0=6= paste-beyond-right",
                "1/2 =5=0= paste-beyond-bottom",
                "1//3 =4=0= paste-beyond-bottom",
                "1~2~3~4~5~6~7~8~9 =0=0= paste-beyond-right",
                "Phước Hòa~1~2~3~4~5~6~7~8~9 =0=0= paste-too-wide",
                "Xã không có~1~2~3~4~5~6 =0=0= paste-unknown",
                "21955~P-XX~1~2 =0=0= paste-unknown",
                "Phước Hòa~Diêu Trì =0=0= paste-no-figures",
                "Phước Hòa~200~118~82/DVC trực tuyến toàn trình~60~58~2/DVC trực tuyến một phần~80~60~20 =0=0= paste-class-rows",
            })
    void refusesWhatFitsNowhere(String block, int row, int column, String reason) {
        assertThatThrownBy(() -> read(block, row, column, OFFICE, PasteChoices.NONE))
                .hasMessage("imports.refused." + reason);
    }

    @Test
    void saysWhichRowsAreNotFilledInAndWhy() {
        PasteMonth month = new PasteMonth(
                OFFICE.month(),
                UNITS,
                UNITS,
                EVERY,
                Set.of(3L),
                Measure.OWN,
                AddedColumns.NONE,
                MonthDays.CIVIL,
                Map.of(ComparableText.of("Một cửa"), 0L));
        PastedBlock block = read(
                "21952~Phước Hòa~10-2024~1~1~1~1~2/~Một cửa~10-2024~1~1~1~1~2/~Xã lạ~10-2024~1~1~1~1~2/21958~Phước Thắng~10-2024~1~1~1~1~2/"
                        + "21955~Diêu Trì~10-2024~1~1~1~1~2/21955~Thị trấn Diêu Trì~10-2024~1~1~1~1~2/P-TP~Tư pháp~9-2024~1~1~1~1~2/~~~~5",
                0,
                0,
                month,
                PasteChoices.NONE);
        assertThat(block.rows())
                .extracting(PastedBlock.Row::number, PastedBlock.Row::standing)
                .extracting(Object::toString)
                .containsExactly(
                        "(1, CODE_DISAGREES)",
                        "(2, NO_UNIT)",
                        "(3, UNKNOWN)",
                        "(4, APPROVED)",
                        "(5, TWICE)",
                        "(6, TWICE)",
                        "(7, OTHER_MONTH)");
        assertThat(filled(block)).isEmpty();
        assertThat(block.nameless()).isEqualTo(1);
        assertThat(block.fillable()).isZero();
        assertThat(block.odd()).isEqualTo(35);
    }

    @Test
    void takesFromADistrictSheetTheStaffsOwnRowOnly() {
        PastedBlock block = read(
                "Tuy Phước~60~58~80~60~200/Diêu Trì~61~59~81~61~203/Phước Hòa~62~60~82~62~206",
                0,
                0,
                STAFF,
                PasteChoices.NONE);
        assertThat(filled(block)).isEqualTo("2: 61 59 81 61 203 · · ·");
        assertThat(block.others()).containsExactly("Thị trấn Tuy Phước", "Xã Phước Hòa");
        assertThatThrownBy(() -> read("60~58/61~59", 0, 0, STAFF, PasteChoices.NONE))
                .hasMessage("imports.refused.paste-beyond-bottom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "–", "—", "--"})
    void leavesADashAloneUntilAPersonSaysWhatItMeans(String dash) {
        String block = "Phước Hòa~61~59~" + dash + "~" + dash + "~203~59";
        assertThat(filled(read(block))).isEqualTo("4: 61 59 ? ? 203 59 · ·");
        assertThat(read(block).dashes()).isTrue();
        assertThat(filled(read(block, 0, 0, OFFICE, new PasteChoices(null, PasteChoices.Dashes.ZERO))))
                .isEqualTo("4: 61 59 0 0 203 59 · ·");
        assertThat(filled(read(block, 0, 0, OFFICE, new PasteChoices(null, PasteChoices.Dashes.NOT_REPORTED))))
                .isEqualTo("4: 61 59 ∅ ∅ 203 59 · ·");
    }

    /** By what stands above the figures, as in a file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Kỳ báo cáo: tháng 9 năm 2024 = paste-month",
                "Lũy kế từ đầu năm đến tháng 10 năm 2024 = paste-span",
                "Từ ngày 15-9-2024 đến ngày 14-10-2024 = paste-span",
                "Tháng 10 năm 2024 (từ 15-9 đến 14-10) = paste-span",
                "Số liệu từ 15-9 đến 14-10 = paste-days",
            })
    void refusesTheFiguresOfAnotherTime(String title, String reason) {
        String block =
                "/Đơn vị~Toàn trình - phát sinh~Toàn trình - trực tuyến~Một phần - phát sinh~Một phần - trực tuyến~Tổng số hồ sơ/"
                        + "Phước Hòa~61~59~81~61~203";
        assertThatThrownBy(() -> read(title + block)).hasMessage("imports.refused." + reason);
        assertThat(filled(read("Kỳ báo cáo: tháng 10 năm 2024" + block))).isEqualTo("4: 61 59 81 61 203 · · ·");
    }

    /** Also where no heading, or none that is known, stands below the title. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "Kỳ báo cáo: tháng 9 năm 2024/ = paste-month",
                "Kỳ báo cáo: tháng 9 năm 2024//Đơn vị~A~B~C~D~E/ = paste-month",
                "Lũy kế từ đầu năm đến tháng 10 năm 2024/ = paste-span",
                "Lũy kế từ đầu năm/Đơn vị~Hồ sơ~Ghi~Loại~Khác~Nữa/ = paste-span",
                "Quý III năm 2024/ = paste-span",
            })
    void refusesThemWithoutHeadingsToo(String above, String reason) {
        String named = "Phước Hòa~61~59~81~61~203";
        assertThatThrownBy(() -> read(above + named)).hasMessage("imports.refused." + reason);
        assertThatThrownBy(() -> read(above + "61~59~81~61~203")).hasMessage("imports.refused." + reason);
        assertThat(filled(read("Kỳ báo cáo: tháng 10 năm 2024/" + named))).isEqualTo("4: 61 59 81 61 203 · · ·");
    }

    /** A unit may be called like a total, and is one only where the month has none of that name. */
    @Test
    void takesARowForTheUnitOfItsNameBeforeItIsATotal() {
        List<Unit> units = List.of(
                new Unit(1, "21952", "Xã Tổng Cọt", SampleKinds.COMMUNE),
                new Unit(2, "21955", "Xã Cộng Hòa", SampleKinds.COMMUNE));
        PasteMonth month = new PasteMonth(
                OFFICE.month(),
                units,
                units,
                Set.of(1L, 2L),
                Set.of(),
                Measure.OWN,
                AddedColumns.NONE,
                MonthDays.CIVIL,
                Map.of());
        PastedBlock block = read(
                "Tổng Cọt~61~59~81~61~203~120/Cộng Hoà~60~58~80~60~200~118/Tổng các xã~121~117~161~121~404~238/Toàn tỉnh~121~117~161~121~403~239",
                0,
                0,
                month,
                PasteChoices.NONE);
        assertThat(filled(block)).isEqualTo("1: 61 59 81 61 203 120 · · | 2: 60 58 80 60 200 118 · ·");
        assertThat(block.totals()).containsExactlyInAnyOrder(3, 4);
        assertThat(block.rows()).hasSize(2);
        assertThat(block.wrongTotals()).extracting(SheetTotals.Mismatch::stated).containsExactlyInAnyOrder(404L, 239L);
    }

    /** A Roman number before a name makes a group of it only where its figures are the sum of rows. */
    @Test
    void saysThatARowWithTheNumberOfAGroupIsNoKnownUnit() {
        String rows = "1~Phước Hòa~61~59~81~61~203~120/2~Phước Thắng~60~58~80~60~200~118";
        assertThat(read("I~Xã lạ~70~68~90~70~230~138/" + rows).rows())
                .extracting(PastedBlock.Row::standing)
                .containsExactly(PastedBlock.Standing.UNKNOWN, PastedBlock.Standing.FILLS, PastedBlock.Standing.FILLS);
        assertThat(read("I~Các xã~121~117~161~121~403~238/" + rows).rows()).hasSize(2);
    }

    @Test
    void refusesARowOfAClassThatIsNotKnown() {
        String block =
                "Đơn vị~Loại~Tổng số hồ sơ~Trực tuyến/Phước Hòa~Tất cả~203~120/Phước Hòa~Toàn trình~61~59/Phước Hòa~Một phần~81~61/";
        assertThatThrownBy(() -> read(block + "Diêu Trì~Toàn tình~61~59"))
                .hasMessage("imports.refused.paste-unknown-class");
        assertThat(filled(read(block + "Phước Hòa~Còn lại~61~0"))).isEqualTo("4: 61 59 81 61 203 120 · ·");
    }

    @ParameterizedTest
    @CsvSource({"9, OTHER_MONTH", "T9, OTHER_MONTH", "Kỳ 9, OTHER_MONTH", "10, FILLS", "Tháng 10, FILLS", "'', FILLS"})
    void fillsARowWithAMonthOfItsOwnOnlyIfThatIsTheGrids(String said, PastedBlock.Standing standing) {
        PastedBlock block = read(
                "Đơn vị~Tháng~Toàn trình - phát sinh~Toàn trình - trực tuyến~Một phần - phát sinh~Một phần - trực tuyến~Tổng số hồ sơ/"
                        + "Phước Hòa~" + said + "~61~59~81~61~203");
        assertThat(block.rows()).extracting(PastedBlock.Row::standing).containsExactly(standing);
    }

    /** Rows below the heading of another table would be left out without a word. */
    @Test
    void refusesABlockOfSeveralTables() {
        String heading =
                "Đơn vị~Toàn trình - phát sinh~Toàn trình - trực tuyến~Một phần - phát sinh~Một phần - trực tuyến~Tổng số hồ sơ/";
        String first = heading + "Phước Hòa~61~59~81~61~203/";
        assertThatThrownBy(() -> read(first + heading.replace("~Tổng", "~Đã giải quyết~Tổng") + "Diêu Trì~1~1~1~1~1~2"))
                .hasMessage("imports.refused.paste-several-tables");
        assertThatThrownBy(() -> read("Đơn vị~Tổng số hồ sơ/Phước Hòa~203/Đơn vị~Trực tuyến/Diêu Trì~81"))
                .hasMessage("imports.refused.paste-several-tables");
        assertThatThrownBy(() -> read("Phước Hòa~61~59~81~61~203/Đơn vị~A~B~C~D~E/Phước Thắng~81~61~81~61~203"))
                .hasMessage("imports.refused.paste-several-tables");
        assertThat(filled(read(first + "/" + heading + "Diêu Trì~60~58~80~60~200")))
                .isEqualTo("4: 61 59 81 61 203 · · · | 2: 60 58 80 60 200 · · ·");
    }

    @Test
    void leavesColumnsOfOtherDossiersOutWhateverTheyCount() {
        PastedBlock block = read(
                "Đơn vị~Toàn trình - phát sinh~Toàn trình - đã giải quyết~Toàn trình - trực tuyến~Tổng số hồ sơ/Phước Hòa~61~60~59~203");
        assertThat(filled(block)).isEqualTo("4: 61 59 · · 203 · · ·");
        assertThat(block.unused())
                .extracting(PastedBlock.Column::number, PastedBlock.Column::reason)
                .containsExactly(Tuple.tuple(3, "OTHER_HEADING"));
    }

    @Test
    void saysWhereARowOfTotalsIsNotTheSumOfTheBlock() {
        String rows = "Phước Hòa~61~59~81~61~203~120/Phước Thắng~60~58~80~60~200~118/";
        assertThat(read(rows + "Tổng cộng~121~117~161~121~403~238").wrongTotals())
                .isEmpty();
        assertThat(read(rows + "Tổng cộng~121~117~161~121~404~238").wrongTotals())
                .extracting(SheetTotals.Mismatch::measure, SheetTotals.Mismatch::stated, SheetTotals.Mismatch::summed)
                .containsExactly(Tuple.tuple(Measure.DOSSIERS_RECEIVED, 404L, 403L));
    }

    @Test
    void asksForTheOrderWhereHeadingsAreNotClear() {
        PastedBlock block = read("Đơn vị~Hồ sơ~Ghi/Phước Hòa~61~59");
        assertThat(block.headings()).isEqualTo(PastedBlock.Headings.NOT_UNDERSTOOD);
        assertThat(orders(block)).isEqualTo("GRID:0 FORM_766:0");
        assertThat(filled(read(
                        "Phát sinh~Trực tuyến~Phát sinh~Trực tuyến/61~59~81~61",
                        0,
                        0,
                        OFFICE,
                        chosen(ColumnOrder.CURSOR))))
                .isEqualTo("1: 61 59 81 61 · · · ·");
    }
}
