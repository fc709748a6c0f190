package vn.hoso.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hoso.extracts.ExtractCounting.Known;
import vn.hoso.extracts.SameCodes.Coded;
import vn.hoso.extracts.reading.Channel;
import vn.hoso.imports.layouts.UnitMatcher;
import vn.hoso.procedures.Procedure;
import vn.hoso.procedures.Procedure.ClassFrom;
import vn.hoso.procedures.ProcedureCatalogue.Lookup;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.units.SampleKinds;
import vn.hoso.units.Unit;

/** What dossiers are counted as, by the catalogue and by what people answered. */
class ExtractCountingTest {

    private static final LocalDate DAY = LocalDate.of(2024, 10, 14);
    private static final Unit OWN = new Unit(1, "21967", "Xã Phước Hòa", SampleKinds.COMMUNE);
    private static final Unit OTHER = new Unit(2, "21968", "Thị trấn Phước Hòa", SampleKinds.TOWNSHIP);

    private static DossierGroup group(String unit, @Nullable String code, @Nullable String name, String classWord) {
        return new DossierGroup(unit, DAY, code, name, null, classWord, Channel.ONLINE, null, false, false, 1);
    }

    private static Procedure procedure(long id, String code, String name, ServiceClass serviceClass) {
        return new Procedure(
                id, code, name, null, 0, List.of(new ClassFrom(LocalDate.of(2024, 1, 1), serviceClass, null)));
    }

    private static ExtractCounting count(List<Procedure> catalogue, ListAnswers answers, DossierGroup... groups) {
        return new ExtractCounting(
                Arrays.asList(groups),
                YearMonth::from,
                month -> true,
                month -> new Known(new UnitMatcher(List.of(OWN, OTHER), Map.of()), Map.of(1L, OWN), Set.of()),
                new Lookup(catalogue),
                answers,
                null);
    }

    private static ListAnswers classes(Map<String, ServiceClass> said) {
        return new ListAnswers(Map.of(), Map.of(), said, Map.of(), null, null, null);
    }

    private static String classesOf(ExtractCounting counting) {
        return counting.placed().stream()
                .map(each -> each.serviceClass().name())
                .collect(Collectors.joining(" "));
    }

    @Test
    void anAnswerAboutNoClassAtAllHoldsOnlyWhereThereIsNoProcedureEither() {
        List<Procedure> catalogue = List.of(procedure(1, "1.1", "Khai sinh", ServiceClass.FULL_PROCESS));
        ListAnswers blank = classes(Map.of("", ServiceClass.NOT_ONLINE));
        ExtractCounting counting =
                count(catalogue, blank, group("Xã Phước Hòa", "1.1", null, ""), group("Xã Phước Hòa", null, null, ""));
        assertThat(classesOf(counting)).isEqualTo("FULL_PROCESS NOT_ONLINE");
        ExtractCounting unknown = count(catalogue, blank, group("Xã Phước Hòa", "9.9", null, ""));
        assertThat(unknown.classes().unknownProcedures()).hasSize(1);
        assertThat(count(catalogue, ListAnswers.NONE, group("Xã Phước Hòa", null, null, ""))
                        .classes()
                        .unknownWords())
                .isEqualTo(Map.of("", 1));
    }

    @Test
    void aNameThatSeveralProceduresBearSaysNothingUnlessAllHaveOneClass() {
        Procedure first = procedure(1, "1.1", "Đăng ký", ServiceClass.FULL_PROCESS);
        DossierGroup named = group("Xã Phước Hòa", null, "ĐĂNG KÝ", "");
        assertThat(count(List.of(first, procedure(2, "1.2", "Đăng ký", ServiceClass.PARTIAL)), ListAnswers.NONE, named)
                        .classes()
                        .unknownProcedures())
                .hasSize(1);
        assertThat(classesOf(count(
                        List.of(first, procedure(2, "1.2", "Đăng ký", ServiceClass.FULL_PROCESS)),
                        ListAnswers.NONE,
                        named)))
                .isEqualTo("FULL_PROCESS");
    }

    @Test
    void aProcedureThatIsKnownWithoutAClassOfTheDayKeepsItsName() {
        Procedure later = new Procedure(
                1,
                "1.1",
                "Đăng ký khai sinh",
                null,
                0,
                List.of(new ClassFrom(DAY.plusDays(1), ServiceClass.PARTIAL, null)));
        ExtractCounting counting =
                count(List.of(later), ListAnswers.NONE, group("Xã Phước Hòa", "1.1", "khai sinh…", ""));
        assertThat(counting.classes().unknownProcedures()).singleElement().satisfies(each -> assertThat(each.name())
                .isEqualTo("Đăng ký khai sinh"));
        assertThat(counting.firstDay()).isEqualTo(DAY);
    }

    @Test
    void aNameThatMayBeAnotherUnitsIsNobodysAndOfAnotherUnitNothingIsCounted() {
        List<Procedure> catalogue = List.of(procedure(1, "1.1", "Khai sinh", ServiceClass.FULL_PROCESS));
        ExtractCounting counting = count(
                catalogue,
                ListAnswers.NONE,
                group("Phước Hòa", "1.1", null, ""),
                group("Thị trấn Phước Hòa", "1.1", null, ""),
                group("Xã Phước Hòa", "1.1", null, ""));
        assertThat(counting.units().unknown()).containsOnlyKeys("Phước Hòa", "Thị trấn Phước Hòa");
        assertThat(counting.counted()).hasSize(1);
    }

    @Test
    void oneCodeCountsTwiceWithinAUnitOnlyWhereAPersonSaysSo() {
        List<Procedure> catalogue = List.of(procedure(1, "1.1", "Khai sinh", ServiceClass.FULL_PROCESS));
        DossierGroup one = group("Xã Phước Hòa", "1.1", null, "");
        DossierGroup spelled = group("UBND xã Phước Hoà", "1.1", null, "");
        DossierGroup elsewhere = group("Thị trấn Phước Hòa", "1.1", null, "");
        List<Coded> coded = List.of(
                new Coded(2, "H1", one),
                new Coded(3, "H1", elsewhere),
                new Coded(4, "H1", spelled),
                new Coded(5, "H2", one),
                new Coded(6, "H2", elsewhere));
        List<DossierGroup> groups = List.of(one.times(2), spelled, elsewhere.times(2));
        ExtractCounting both = count(catalogue, ListAnswers.NONE, groups.toArray(DossierGroup[]::new));
        List<SameCodes.Pair> pairs = SameCodes.within(coded, both);
        assertThat(pairs).extracting(SameCodes.Pair::first, SameCodes.Pair::row).containsExactly(tuple(2, 4));
        assertThat(SameCodes.once(groups, pairs)).containsExactly(one.times(2), elsewhere.times(2));
    }

    @Test
    void oneCodeIsAskedAboutAlsoWhereItsFirstRowIsOfAMonthThatIsNotCounted() {
        List<Procedure> catalogue = List.of(procedure(1, "1.1", "Khai sinh", ServiceClass.FULL_PROCESS));
        DossierGroup now = group("Xã Phước Hòa", "1.1", null, "");
        DossierGroup before = new DossierGroup(
                "Xã Phước Hòa", DAY.minusMonths(1), "1.1", null, null, "", Channel.ONLINE, null, false, false, 1);
        List<DossierGroup> groups = List.of(before.times(3), now.times(3));
        ExtractCounting october =
                count(catalogue, ListAnswers.NONE.of(Set.of(YearMonth.from(DAY))), groups.toArray(DossierGroup[]::new));
        List<SameCodes.Pair> pairs = SameCodes.within(
                List.of(
                        new Coded(2, "H1", before),
                        new Coded(3, "H1", now),
                        new Coded(4, "H2", now),
                        new Coded(5, "H2", before),
                        new Coded(6, "H3", before),
                        new Coded(7, "H3", before),
                        new Coded(8, "H4", now)),
                october);
        assertThat(pairs).extracting(SameCodes.Pair::first, SameCodes.Pair::row).containsExactly(tuple(2, 3));
        assertThat(SameCodes.once(groups, pairs)).containsExactly(before.times(3), now.times(2));
    }

    @Test
    void aUnitThatDidNotExistInAMonthIsNoQuestionButAMonthToLeaveOut() {
        DossierGroup before = group("", null, null, "x");
        DossierGroup after = new DossierGroup(
                null, DAY.plusMonths(1), null, null, ServiceClass.PARTIAL, null, Channel.ONLINE, null, false, false, 3);
        YearMonth ended = YearMonth.from(after.receivedOn());
        Function<ListAnswers, ExtractCounting> count = answers -> new ExtractCounting(
                List.of(before, after),
                YearMonth::from,
                month -> true,
                month -> new Known(
                        new UnitMatcher(List.of(OWN), Map.of()),
                        month.equals(ended) ? Map.of() : Map.of(1L, OWN),
                        Set.of()),
                new Lookup(List.of()),
                answers,
                1L);
        ExtractCounting counting = count.apply(classes(Map.of("x", ServiceClass.PARTIAL)));
        assertThat(counting.units().unknown()).isEmpty();
        assertThat(counting.units().without()).isEqualTo(Map.of(ended, 3));
        assertThat(counting.sure()).isFalse();
        ExtractCounting unticked =
                count.apply(classes(Map.of("x", ServiceClass.PARTIAL)).of(Set.of(YearMonth.from(before.receivedOn()))));
        assertThat(unticked.sure()).isTrue();
        assertThat(unticked.counted()).hasSize(1);
    }

    @Test
    void aBlankUnitCanBeSaidToBeNone() {
        ListAnswers none =
                new ListAnswers(Map.of("", ExtractCounting.NO_UNIT), Map.of(), Map.of(), Map.of(), null, null, null);
        ExtractCounting counting =
                count(List.of(), none, group("", null, null, "x"), group("Xã Phước Hòa", null, null, "y"));
        assertThat(counting.units().left()).isEqualTo(Map.of("", 1));
        assertThat(counting.units().unknown()).isEmpty();
    }
}
