package vn.hoso.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.Messages;
import vn.hoso.dashboard.web.ContributionController.WhatIfForm;
import vn.hoso.dashboard.web.DashboardListChoice.Only;
import vn.hoso.dashboard.web.DashboardListChoice.Sort;
import vn.hoso.presentation.ListSheet;
import vn.hoso.presentation.PageSteps;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodFilter.Kept;
import vn.hoso.rates.Indicator;
import vn.hoso.results.GapContributions.GapResults;
import vn.hoso.results.SampleResults;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.WhatIfResults.WhatIfAssumption.Level;
import vn.hoso.results.YearResults;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UnitOptions;

class DashboardListChoiceTest {

    private static final YearResults YEAR = SampleResults.provisional2024();

    private static List<String> names(String q, Sort sort, Only only) {
        return new DashboardListChoice(q, sort, only, null)
                .of(YEAR.units(), unit -> unit, Indicator.OVERALL).stream()
                        .map(ScopeResults::name)
                        .toList();
    }

    @Test
    void findsAPartOfANameWithoutAccents() {
        assertThat(names(" tai chinh ", null, null)).containsExactly("Phòng Tài chính - Kế hoạch");
        assertThat(names("DIEU", null, null)).containsExactly("Thị trấn Diêu Trì");
        assertThat(names("", null, null)).hasSize(23);
    }

    @Test
    void ordersByRateAndKeepsUnitsWithoutOneLast() {
        List<String> lowest = names(null, Sort.LOWEST, null);
        List<String> highest = names(null, Sort.HIGHEST, null);

        assertThat(lowest).hasSize(23).startsWith("Phòng Lao động - Thương binh và Xã hội");
        assertThat(highest.get(0)).isNotEqualTo(lowest.get(0));
        assertThat(names(null, Sort.NAME, null)).startsWith("Phòng Giáo dục và Đào tạo");
    }

    @Test
    void showsOnlyUnitsThatMissATargetOrOweAReport() {
        assertThat(names(null, null, Only.MISSED))
                .contains("Phòng Tài chính - Kế hoạch")
                .doesNotContain("Xã Phước Hưng");
        assertThat(names(null, null, Only.OWING)).containsExactly("Xã Phước Thắng", "Xã Phước Nghĩa", "Phòng Y tế");
    }

    @Test
    void theAddressOfTheFilesKeepsTheChoice() {
        DashboardListControls controls = new DashboardListChoice("Phước & An", Sort.NAME, Only.MISSED, null)
                .controls("/dashboard/details", List.of(new Kept("year", "2024")), 2, 23, wording());

        assertThat(controls.csv())
                .isEqualTo("/dashboard/details.csv?year=2024&q=Ph%C6%B0%E1%BB%9Bc%20%26%20An&sort=NAME&only=MISSED");
        assertThat(controls.reset()).isEqualTo("/dashboard/details?year=2024");
        assertThat(controls.shown()).isEqualTo("Đang xem 2/23 đơn vị.");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "200, -, 1, 200",
                "200, 3, 1, 200",
                "201, -, 1, 50",
                "201, 2, 51, 100",
                "201, 5, 201, 201",
                "201, 6, 201, 201",
                "201, 0, 1, 50",
                "10600, 212, 10551, 10600",
            })
    void aListOfMoreThanTwoHundredStandsOnPages(int rows, @Nullable Integer page, int first, int last) {
        List<Integer> all = IntStream.rangeClosed(1, rows).boxed().toList();
        DashboardListChoice choice = new DashboardListChoice(null, null, null, page);

        assertThat(choice.onPage(all)).first().isEqualTo(first);
        assertThat(choice.onPage(all)).last().isEqualTo(last);
        // The same page of a list in two parts.
        assertThat(Stream.concat(
                        choice.onPage(all.subList(0, 120), 0, rows).stream(),
                        choice.onPage(all.subList(120, rows), 120, rows).stream()))
                .containsExactlyElementsOf(choice.onPage(all));
    }

    @Test
    void thePagesOfALongListLeadToEachOther() {
        List<Kept> kept = List.of(new Kept("year", "2024"));

        PageSteps middle = new DashboardListChoice("xã", null, null, 2)
                .controls("/dashboard/map", kept, 134 * 2, 10_600, wording())
                .pages();
        assertThat(middle)
                .isEqualTo(new PageSteps(
                        "/dashboard/map?year=2024&q=x%C3%A3&page=1",
                        "51–100 trong 268 đơn vị", "/dashboard/map?year=2024&q=x%C3%A3&page=3"));
        DashboardListChoice last = new DashboardListChoice(null, null, null, 99);
        assertThat(last.controls("/dashboard/map", kept, 201, 201, wording()).pages())
                .isEqualTo(new PageSteps("/dashboard/map?year=2024&page=4", "201–201 trong 201 đơn vị", null));
        assertThat(last.controls("/dashboard/map", kept, 200, 200, wording()).pages())
                .isNull();
    }

    @Test
    void theFilesHoldTheUnitsShownInTheirOrder() throws Exception {
        DashboardListChoice choice = new DashboardListChoice("xã phước", Sort.LOWEST, Only.MISSED, null);
        List<String> shown = choice.of(YEAR.units(), unit -> unit, Indicator.OVERALL).stream()
                .map(ScopeResults::name)
                .toList();
        ListSheet sheet = DashboardSheets.units(YEAR, choice, wording());

        List<String> lines =
                new String(sheet.csv(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).startsWith("\uFEFFĐơn vị;");
        assertThat(lines.subList(1, lines.size())).hasSize(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            assertThat(lines.get(i + 1)).startsWith(shown.get(i) + ";");
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet.xlsx()))) {
            Sheet first = workbook.getSheetAt(0);
            assertThat(first.getLastRowNum()).isEqualTo(shown.size());
            assertThat(first.getRow(1).getCell(0).getStringCellValue()).isEqualTo(shown.get(0));
            assertThat(first.getRow(1).getCell(1).getNumericCellValue()).isPositive();
        }
    }

    @Test
    void gapsOfOtherOrdersAddUpToNothingAndTheFileKeepsTheOrder() {
        GapResults gap = SampleResults.gap(YEAR, null);
        ContributionView own = view(gap, new DashboardListChoice("", null, null, null));
        DashboardListChoice byName = new DashboardListChoice("xã phước", Sort.NAME, null, null);
        ContributionView sorted = view(gap, byName);

        assertThat(own.rows()).hasSize(23).anyMatch(row -> !row.cumulative().equals("—"));
        assertThat(own.list().shown()).isNull();
        assertThat(sorted.rows())
                .hasSizeBetween(2, 22)
                .isSortedAccordingTo(Comparator.comparing(
                        ContributionView.Row::name, Collator.getInstance(Locale.forLanguageTag("vi"))))
                .allMatch(row -> row.cumulative().equals("—"));
        assertThat(sorted.total()).isEqualTo(own.total());
        assertThat(sorted.list().csv())
                .startsWith("/dashboard/contribution.csv?year=2024&target=")
                .contains("&level=MEDIAN&")
                .endsWith("&sort=NAME");
        assertThat(DashboardSheets.gaps(gap, byName, wording()).rows().stream()
                        .skip(1)
                        .map(row -> row.get(0)))
                .containsExactlyElementsOf(
                        sorted.rows().stream().map(ContributionView.Row::name).toList());
    }

    private static ContributionView view(GapResults gap, DashboardListChoice choice) {
        WhatIfForm form = new WhatIfForm(null, null, Level.MEDIAN, null);
        return ContributionView.of(
                gap,
                new PeriodFilter(2024, null, null, null, null),
                form,
                form.field(new UnitOptions(List.of(), null, null)),
                choice,
                wording());
    }

    @Test
    void aNameThatASpreadsheetWouldRunIsText() {
        ListSheet sheet = new ListSheet("t", 0, List.of(List.of("=1+1", 5L)));

        assertThat(new String(sheet.csv(), StandardCharsets.UTF_8)).isEqualTo("\uFEFF'=1+1;5\r\n");
    }

    /** 49,996 % is not 50 %, whatever the cell beside it says. */
    @Test
    void aPercentageThatMissesItsTargetByLittleDoesNotLookAsIfItReachedIt() throws Exception {
        List<Object> row = List.of("A", new BigDecimal("49.996"), new BigDecimal("50.00"));
        ListSheet sheet = new ListSheet("t", 0, List.of(List.of("Đơn vị", "Tỷ lệ", "Mục tiêu"), row));

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet.xlsx()))) {
            DataFormatter shown = new DataFormatter(Locale.ROOT);
            assertThat(shown.formatCellValue(workbook.getSheetAt(0).getRow(1).getCell(1)))
                    .isEqualTo("49.996");
            assertThat(shown.formatCellValue(workbook.getSheetAt(0).getRow(1).getCell(2)))
                    .isEqualTo("50.00");
        }
    }

    private static PageMessages wording() {
        return new PageMessages(Messages.source());
    }
}
