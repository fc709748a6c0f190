package vn.hoso.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.audit.Change;
import vn.hoso.units.ReorganisationPlan.Facts;
import vn.hoso.units.UnitCarriage.What;
import vn.hoso.units.UnitQueries.Version;

/** What the lines of a reorganisation mean, and what speaks against them. */
class ReorganisationTest {

    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);
    private static final List<UnitKind> KINDS = List.of(SampleKinds.TOWNSHIP, SampleKinds.COMMUNE, SampleKinds.OFFICE);
    private static final Facts NOTHING = new Facts(List.of(), Map.of(), Map.of(), Map.of());

    private static final List<Version> BEFORE = List.of(
            unit(1, "21952", "Thị trấn Tuy Phước", SampleKinds.TOWNSHIP, null),
            unit(2, "21955", "Thị trấn Diêu Trì", SampleKinds.TOWNSHIP, null),
            unit(3, "21985", "Xã Phước An", SampleKinds.COMMUNE, null),
            unit(4, "00123", "Xã Diêu Trì", SampleKinds.COMMUNE, null),
            unit(5, "P-NV", "Phòng Nội vụ", SampleKinds.OFFICE, FROM),
            unit(6, "P-TP", "Phòng Tư pháp", SampleKinds.OFFICE, LocalDate.of(2026, 1, 1)));

    private static Version unit(long id, String code, String name, UnitKind kind, LocalDate end) {
        return new Version(id, id, null, end, new UnitWords(code, name, kind, null), null, null);
    }

    private static ReorganisationPlan plan(String text, Facts facts) {
        return new ReorganisationPlan(FROM, ReorganisationText.read(text, BEFORE, KINDS), "").checked(facts);
    }

    private static ReorganisationPlan plan(String text) {
        return plan(text, NOTHING);
    }

    /** Each line as it was read, then what is wrong with it. */
    private static List<String> told(ReorganisationPlan plan) {
        List<String> told = new ArrayList<>();
        plan.lines().forEach(line -> {
            if (line.problems().isEmpty()) {
                ReorganisationQueries.Line kept = line.kept(0);
                told.add(kept.deed() + " "
                        + kept.from().stream()
                                .map(each -> each.code()
                                        + (each.whole() ? "" : " " + each.numerator() + "/" + each.denominator()))
                                .toList()
                        + (line.words() == null ? "" : " " + line.words().told()));
            }
            line.problems()
                    .forEach(each -> told.add(line.number() + " "
                            + each.key().replace("reorganisation.problem.", "").replace("register.problem.", "")
                            + " " + String.join("|", each.args())));
        });
        return told;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "Xã Mới; 21952; xã = 21952, Thị trấn Diêu Trì    # FORMED [21952, 21955] 21952 Xã Mới (xã)",
                "21952; Xã Mới; xã; Cụm 1 = 21952 Thị trấn Tuy Phước, 123 # FORMED [21952, 00123] 21952 Xã Mới (xã, Cụm 1)",
                "Xã Mới; 9 = tuy phước , phước an                # FORMED [21952, 21985] 00009 Xã Mới (xã)",
                "21985 > Thị trấn Phước An                       # CHANGED [21985] 21985 Thị trấn Phước An (thị trấn)",
                "21985 → 21986                                   # CHANGED [21985] 21986 Xã Phước An (xã)",
                "Xã Phước An => ; ; xã; Cụm 2                    # CHANGED [21985] 21985 Xã Phước An (xã, Cụm 2)",
                "+ Phòng Kinh tế; p-kt                           # BEGUN [] P-KT Phòng Kinh tế (phòng chuyên môn)",
                "Thành lập: Phòng Kinh tế; P-KT; Phòng           # BEGUN [] P-KT Phòng Kinh tế (phòng chuyên môn)",
                "- P-NV, Phòng Tư pháp                           # ENDED [P-NV, P-TP]",
                "Kết thúc: 21985                                 # ENDED [21985]",
            })
    void readsWhatPeopleWrite(String text, String told) {
        assertThat(told(plan(text))).containsExactly(told);
    }

    @Test
    void readsATableCopiedFromASheet() {
        assertThat(told(plan("Xã Mới\t21952\txã\t21952, 21955\r\nXã Hai\t2\txã\tCụm 1\t21985,00123\r\n\r\n")))
                .containsExactly(
                        "FORMED [21952, 21955] 21952 Xã Mới (xã)", "FORMED [21985, 00123] 00002 Xã Hai (xã, Cụm 1)");
    }

    @ParameterizedTest
    @CsvSource({
        "60%, 40%",
        "3/5, 2/5",
        "(60%), 2/5",
        "'33,3333%', '66,6667%'",
        "'0,0001%', '99,9999%'",
        "1/999999, 999998/999999"
    })
    void partsThatMakeOneDivideAUnit(String one, String other) {
        ReorganisationPlan plan = plan("Xã A; 1 = 21985 " + one + "\nXã B; 2 = 21985 " + other + ", 00123");

        assertThat(told(plan)).allMatch(line -> line.startsWith("FORMED"));
        assertThat(plan.sound()).isTrue();
        assertThat(plan.formed()).containsExactlyInAnyOrderEntriesOf(Map.of(1L, List.of(3L), 2L, List.of(3L, 4L)));
    }

    @ParameterizedTest
    @CsvSource({
        "60%, 39.9999%, 999999/1000000",
        "60%, 40.0001%, 1000001/1000000",
        "1/3, 1/3, 2/3",
        "1/3, 66.6667%, 3000001/3000000"
    })
    void partsThatDoNotMakeExactlyOneAreRefusedInEveryLine(String one, String other, String sum) {
        assertThat(told(plan("Xã A; 1 = 21985 " + one + "\nXã B; 2 = 21985 " + other)))
                .containsExactly("1 part.sum Xã Phước An|" + sum, "2 part.sum Xã Phước An|" + sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0%", "100,0001%", "0/5", "6/5", "1/0"})
    void aPartIsMoreThanNothingAndAtMostAll(String part) {
        assertThat(told(plan("Xã A; 1 = 21952, 21985 " + part))).containsExactly("1 part 21985 " + part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "Xã A; 1 = 21985                          # 1 alone",
                "Xã A; 1; thị trấn = 21985, 21952         # 1 kind.name Xã A|xã|thị trấn",
                "Xã Phước An => ; ; thị trấn; Cụm 2       # 1 kind.name Xã Phước An|xã|thị trấn",
                "Xã A; 1 = 21985, 21985                   # 1 unit.twice Xã Phước An",
                "Xã A; 1 = 21985, 99999                   # 1 unit.none 99999",
                "Xã A; 1 = 21985, Diêu                    # 1 unit.none Diêu",
                "Xã A; 1 = 21985, diêu trì                # 1 unit.several diêu trì",
                "Xã A = 21985, 21952                      # 1 code",
                "A; 1 = 21985, 21952                      # 1 kind.unguessed",
                "A; 1; làng = 21985, 21952                # 1 kind.unknown làng",
                "21985 > Xã Phước An                      # 1 same",
                "P-NV > Phòng Nội vụ và Lao động          # 1 unit.ends Phòng Nội vụ|01/07/2025",
                "21985 Xã Phước An                        # 1 line 21985 Xã Phước An",
                "Xã A; 1; xã = ,                          # 1 unit.none ,",
                "- ,                                      # 1 unit.none ,",
            })
    void saysWhatIsWrongAtItsLine(String text, String problem) {
        assertThat(told(plan(text)).stream().map(String::strip)).containsExactly(problem);
    }

    @Test
    void blanksWithoutEndAreReadLikeOne() {
        assertThat(told(plan("Xã A; 1 = 21985" + " ".repeat(190_000) + ", 21952")))
                .containsExactly("FORMED [21985, 21952] 00001 Xã A (xã)");
    }

    @Test
    void aUnitStandsInOneLineUnlessItIsDivided() {
        assertThat(told(plan("- 21985\n21985 > Xã An\nXã A; 1 = 21985, 21952\nXã A; 1 = 21952, 21955")))
                .containsExactly(
                        "ENDED [21985]",
                        "2 unit.again Xã Phước An|1",
                        "3 unit.again Xã Phước An|1",
                        "3 part.missing Thị trấn Tuy Phước",
                        "4 part.missing Thị trấn Tuy Phước",
                        "4 code.twice 3",
                        "4 name.twice 3");
    }

    @Test
    void codesAndNamesOfUnitsThatEndOrChangeAreFreeAndThoseOfOthersAreNot() {
        Facts called = new Facts(List.of(BEFORE.get(0), BEFORE.get(2)), Map.of(), Map.of(), Map.of());

        assertThat(plan("Thị trấn Tuy Phước; 21985 = 21952, 21955\n21985 > ; 21952", called)
                        .sound())
                .isTrue();
        assertThat(told(plan("Xã A; 21985 = 21952, 21955", called))).containsExactly("1 code.taken Xã Phước An|…");
        assertThat(told(plan("+ xã phước an; 7", called))).containsExactly("1 name.taken 21985|…");
    }

    @Test
    void figuresFromTheDayOnKeepAUnitFromEndingAndNotFromBeingRenamed() {
        UnitMonths.Months months = new UnitMonths.Months(
                List.of(YearMonth.of(2025, 6), YearMonth.of(2025, 7), YearMonth.of(2025, 9)), List.of(), List.of());
        Facts facts = new Facts(List.of(), Map.of(), Map.of(), Map.of(3L, months));

        assertThat(told(plan("- 21985", facts))).containsExactly("1 figures Xã Phước An|07/2025, 09/2025");
        assertThat(plan("21985 > Xã An", facts).sound()).isTrue();
        ReorganisationPlan within = new ReorganisationPlan(
                        LocalDate.of(2025, 9, 2), ReorganisationText.read("- 21985", BEFORE, KINDS), "")
                .checked(facts);
        assertThat(within.sound())
                .as("September belongs to the units of its first day")
                .isTrue();
    }

    @Test
    void aUnitThatIsCalledOtherwiseLaterOrHasGoneIntoOthersStays() {
        assertThat(told(plan("- 21985", new Facts(List.of(), Map.of(3L, FROM), Map.of(), Map.of()))))
                .containsExactly("1 unit.later Xã Phước An|01/07/2025");
        assertThat(told(plan("- 21985", new Facts(List.of(), Map.of(), Map.of(3L, "1/NQ"), Map.of()))))
                .containsExactly("1 unit.gone Xã Phước An|1/NQ");
    }

    @Test
    void anEmptyTextIsNoReorganisation() {
        assertThat(plan(" \n ").sound()).isFalse();
    }

    @Test
    void theTrailTellsWhatWentOverAndNotWhatFittedNowhereOrWasNotChosen() {
        assertThat(ReorganisationTrail.changes(
                        List.of(),
                        Map.of(
                                What.THRESHOLDS,
                                List.of(
                                        new UnitCarriage.Item(12, 1, "NQ17: 70", true),
                                        new UnitCarriage.Item(13, 1, "NQ17: 70", true),
                                        new UnitCarriage.Item(12, 1, "QĐ2679: 65", false)),
                                What.TASKS,
                                List.of(new UnitCarriage.Item(12, 1, "Hướng dẫn", true))),
                        Set.of(What.THRESHOLDS),
                        Map.of(1, 31L)))
                .containsExactly(new Change(31L, null, "unit.carried.THRESHOLDS", null, "NQ17: 70"));
    }
}
