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
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/** The acceptance case of the whole product: the plan's own result of 2023, and the demonstration's 2024. */
@ProgramTest
class PlanFiguresTest {

    @Autowired
    private YearResultsQuery query;

    @Autowired
    private People people;

    private YearResults year(int year) {
        return query.of(year, people.reviewer()).orElseThrow();
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
                .filteredOn(each -> each.indicator().ordinal() < 3)
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
        assertThat(year(2023).openItems()).contains(new OpenItem.Unclassified(290, 22_574, 22_284));
    }

    @Test
    void takesThePublishedTotalsAndFindsThatTheMonthsAgree() {
        YearResults results = year(2023);
        assertThat(results.publication()).isNotNull();
        assertThat(results.provisional()).isFalse();
        assertThat(results.openItems()).noneMatch(OpenItem.PublishedDiffers.class::isInstance);
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
                .containsExactly(new Coverage.MissingMonth(
                        YearMonth.of(2024, 9), 3, List.of("Xã Phước Thắng", "Xã Phước Nghĩa", "Phòng Y tế")));
    }

    @Test
    void showsUnitStaffOnlyTheirOwnUnitBesideTheSameDistrict() {
        YearResults theirs = query.of(2024, people.staff()).orElseThrow();
        assertThat(theirs.units()).extracting(ScopeResults::name).containsExactly("Thị trấn Diêu Trì");
        assertThat(theirs.district().counts()).isEqualTo(year(2024).district().counts());
        assertThat(theirs.coverage().missing())
                .allMatch(month -> month.unitNames().isEmpty());
        long other = year(2024).units().stream()
                .filter(unit -> !unit.name().equals("Thị trấn Diêu Trì"))
                .findFirst()
                .orElseThrow()
                .unitId();
        assertThat(query.unit(other, 2024, people.staff())).isEmpty();
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
}
