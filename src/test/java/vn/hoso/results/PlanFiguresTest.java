package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.period.PeriodSpan;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.GapContributions.GapResults;
import vn.hoso.results.PaperPeriodResults.PaperSeries;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/** The acceptance case of the whole product: the plan's own result of 2023, and the demonstration's 2024. */
@ProgramTest
class PlanFiguresTest {

    @Autowired
    private Results results;

    @Autowired
    private People people;

    private YearResults year(int year) {
        return results.of(ResultsRequest.year(year), people.reviewer()).orElseThrow();
    }

    private static Verdict verdict(YearResults results, String code) {
        return results.district().verdicts().stream()
                .filter(each -> each.target().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesTheThreeRatesOfThePlan() {
        assertThat(year(2023).district().indicators())
                .filteredOn(each -> Indicator.own().indexOf(each.indicator()) < 3)
                .extracting(IndicatorResult::rate, each -> String.valueOf(each.percent()))
                .containsExactly(
                        tuple(new Rate(10_682, 11_212), "95.27"),
                        tuple(new Rate(11_602, 14_874), "78.00"),
                        tuple(new Rate(22_574, 48_254), "46.78"));
    }

    @Test
    void suggestsButDoesNotDecideTheTargetsWithoutAPercentage() {
        YearResults results = year(2023);
        assertThat(verdict(results, "9.2").suggested()).isEqualTo(VerdictStatus.MET);
        assertThat(verdict(results, "9.2").rate()).isEqualTo(new Rate(10_682, 11_212));
        assertThat(verdict(results, "9.5").suggested()).isEqualTo(VerdictStatus.MET);
        assertThat(verdict(results, "9.5").rate()).isEqualTo(new Rate(11_602, 14_874));
    }

    @Test
    void saysHowFarTheMissedTargetsAreAndWhetherTheyCanBeReached() {
        Verdict government = verdict(year(2023), "NQ17");
        assertThat(government.status()).isEqualTo(VerdictStatus.NOT_MET);
        assertThat(government.shortBy()).isEqualTo(1_553);
        assertThat(government.reachable()).isTrue();
        Verdict province = verdict(year(2023), "QĐ2679");
        assertThat(province.status()).isEqualTo(VerdictStatus.NOT_MET);
        assertThat(province.shortBy()).isEqualTo(6_379);
        assertThat(province.reachable()).isFalse();
        assertThat(province.ceiling()).isEqualTo(new Rate(26_086, 48_254));
        assertThat(province.missingEligible()).isEqualTo(2_867);
    }

    @Test
    void showsTheUnclassifiedDossiersUnasked() {
        assertThat(year(2023).openItems()).contains(new ResultCaveat.Unclassified(290, 22_574, 22_284));
    }

    @Test
    void takesThePublishedTotalsAndFindsThatTheMonthsAgree() {
        YearResults results = year(2023);
        assertThat(results.publication()).isNotNull();
        assertThat(results.provisional()).isFalse();
        assertThat(results.openItems()).noneMatch(ResultCaveat.PublishedDiffers.class::isInstance);
        assertThat(results.units()).hasSize(23).allMatch(unit -> unit.reportedMonths() == 12);
    }

    @Test
    void judgesTheNineMonthsOf2024AsProvisional() {
        YearResults results = year(2024);
        assertThat(results.period().lastDay()).isEqualTo(LocalDate.of(2024, 9, 30));
        assertThat(results.district().indicator(Indicator.OVERALL).rate()).isEqualTo(new Rate(22_431, 37_736));
        assertThat(results.district().indicator(Indicator.OVERALL).percent()).isEqualByComparingTo("59.44");
        assertThat(verdict(results, "NQ17").status()).isEqualTo(VerdictStatus.MET);
        assertThat(verdict(results, "QĐ2679").status()).isEqualTo(VerdictStatus.NOT_MET);
        assertThat(verdict(results, "QĐ2679").shortBy()).isEqualTo(211);
        assertThat(results.provisional()).isTrue();
        assertThat(results.coverage().missing())
                .containsExactly(new ResultsCoverage.MissingMonth(
                        YearMonth.of(2024, 9), 3, false, List.of("Xã Phước Thắng", "Xã Phước Nghĩa", "Phòng Y tế")));
    }

    @Test
    void showsUnitStaffOnlyTheirOwnUnitBesideTheSameDistrict() {
        YearResults theirs =
                results.of(ResultsRequest.year(2024), people.staff()).orElseThrow();
        assertThat(theirs.units()).extracting(ScopeResults::name).containsExactly("Thị trấn Diêu Trì");
        assertThat(theirs.district().counts()).isEqualTo(year(2024).district().counts());
        assertThat(theirs.coverage().missing())
                .allMatch(month -> month.unitNames().isEmpty());
        long other = year(2024).units().stream()
                .filter(unit -> !unit.name().equals("Thị trấn Diêu Trì"))
                .findFirst()
                .orElseThrow()
                .unitId();
        assertThat(results.unit(other, ResultsRequest.year(2024), people.staff()))
                .isEmpty();
    }

    @Test
    void addsTheUnitsUpToTheDistrict() {
        YearResults results = year(2024);
        assertThat(results.units().stream()
                        .mapToLong(unit -> unit.counts().onlineTotal())
                        .sum())
                .isEqualTo(22_431);
        assertThat(results.units().stream()
                        .mapToLong(unit -> unit.counts().dossiersReceived())
                        .sum())
                .isEqualTo(37_736);
    }

    @Test
    void splitsTheGapOf2023WithoutARemainder() {
        GapResults gap = results.gap(asked(2023), null, null, people.reviewer()).orElseThrow();
        long qd2679 = verdict(gap.results(), "QĐ2679").target().id();
        GapContributions found = results.gap(asked(2023), qd2679, null, people.reviewer())
                .orElseThrow()
                .contributions();

        assertThat(gap.contributions().target().code()).isEqualTo("NQ17");
        assertThat(found.gap()).isEqualByComparingTo("637840");
        assertThat(found.unallocated()).isEqualByComparingTo("0");
        assertThat(found.units()).hasSize(23);
    }

    @Test
    void looksAheadFromSeptember2024() {
        LeaderResults found =
                results.overview(asked(2024), null, people.reviewer()).orElseThrow();

        assertThat(found.remaining().dossiers()).isEqualTo(12_982);
        assertThat(found.outlooks())
                .extracting(ResultsOutlook::needed, ResultsOutlook::state)
                .containsExactly(
                        tuple(2_928L, ResultsOutlook.State.ON_TRACK),
                        tuple(8_000L, ResultsOutlook.State.MUST_SPEED_UP));
        assertThat(found.months()).hasSize(12);
        assertThat(found.change().toDate().before().rate()).isEqualTo(new Rate(19_719, 33_374));
    }

    @Test
    void aPartOfAPublishedYearIsTheSumOfItsMonths() {
        YearResults quarter = results.overview(new ResultsRequest(2023, PeriodSpan.QUARTER, 3), null, people.reviewer())
                .orElseThrow()
                .results();

        assertThat(quarter.publication()).isNull();
        assertThat(quarter.district().indicator(Indicator.OVERALL).rate()).isEqualTo(new Rate(5_435, 12_553));
        assertThat(results.overview(new ResultsRequest(2024, PeriodSpan.MONTH, 12), null, people.reviewer()))
                .isEmpty();
    }

    @Test
    void aMonthDecidesOnlyAboutSpansThatBeginOrEndWithIt() {
        for (PeriodSpan span : List.of(PeriodSpan.SIX_MONTHS, PeriodSpan.NINE_MONTHS, PeriodSpan.YEAR)) {
            assertThat(part(span, 12)).as("%s of December", span).isEqualTo(part(span, 9));
        }
        assertThat(part(PeriodSpan.QUARTER, 9)).isEqualTo(part(PeriodSpan.QUARTER, 7));
        for (PeriodSpan span : List.of(PeriodSpan.MONTH, PeriodSpan.QUARTER, PeriodSpan.YEAR_TO_DATE)) {
            assertThat(results.of(new ResultsRequest(2024, span, 12), people.reviewer()))
                    .as("%s of December", span)
                    .isEmpty();
        }
    }

    private Rate part(PeriodSpan span, int month) {
        return results.of(new ResultsRequest(2024, span, month), people.reviewer())
                .orElseThrow()
                .district()
                .indicator(Indicator.OVERALL)
                .rate();
    }

    @Test
    void addsThePaperOfTheUnitsUpToTheDistricts() {
        PaperPeriodResults found = results.paper(asked(2024), people.reviewer()).orElseThrow();

        assertThat(found.total().share()).isEqualTo(new Rate(3_170, 25_437));
        assertThat(found.units().stream().mapToLong(PaperSeries::paper).sum()).isEqualTo(3_170);
        assertThat(found.months()).hasSize(9);
    }

    private static ResultsRequest asked(int year) {
        return ResultsRequest.year(year);
    }
}
