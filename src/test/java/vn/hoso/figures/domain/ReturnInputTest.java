package vn.hoso.figures.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.figures.domain.Figures.sound;
import static vn.hoso.figures.domain.Figures.with;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnInputTest {

    @Test
    void readsNumbersBlanksAndCrossesApart() {
        ReturnInput text = new ReturnInput(
                Map.of(
                        Measure.FULL_PROCESS_RECEIVED, "x",
                        Measure.FULL_PROCESS_ONLINE, "X",
                        Measure.PARTIAL_RECEIVED, "10.682",
                        Measure.DOSSIERS_RECEIVED, "48 254"),
                "");

        ReturnFigures figures = text.read().figures();

        assertThat(text.read().problems()).isEmpty();
        assertThat(figures).isNotNull();
        assertThat(figures.notApplicable(Measure.FULL_PROCESS_RECEIVED)).isTrue();
        assertThat(figures.number(Measure.PARTIAL_RECEIVED)).isEqualTo(10_682);
        assertThat(figures.cell(Measure.PARTIAL_ONLINE)).isEqualTo(FigureValue.NOT_REPORTED);
        assertThat(figures.number(Measure.DOSSIERS_RECEIVED)).isEqualTo(48_254);
    }

    @Test
    void tellsEveryUnreadableCellInTheOrderOfTheGrid() {
        ReturnInput text = new ReturnInput(
                Map.of(
                        Measure.PAID_ONLINE, "abc",
                        Measure.FULL_PROCESS_RECEIVED, "1.5",
                        Measure.PARTIAL_ONLINE, "-3",
                        Measure.DOSSIERS_RECEIVED, "10000000"),
                "");

        assertThat(text.read().figures()).isNull();
        assertThat(text.read().problems())
                .containsExactly(
                        new RuleViolation(Measure.FULL_PROCESS_RECEIVED, "ambiguous"),
                        new RuleViolation(Measure.PARTIAL_ONLINE, "negative"),
                        new RuleViolation(Measure.DOSSIERS_RECEIVED, "tooLarge"),
                        new RuleViolation(Measure.PAID_ONLINE, "notANumber"));
    }

    @Test
    void readableFiguresAreHeldAgainstTheRules() {
        ReturnInput text = new ReturnInput(Map.of(Measure.PARTIAL_RECEIVED, "4", Measure.PARTIAL_ONLINE, "5"), "");

        assertThat(text.read().problems())
                .containsExactly(new RuleViolation(Measure.PARTIAL_ONLINE, "onlineAboveReceived", "5", "4"));
    }

    @ParameterizedTest
    @FieldSource("vn.hoso.figures.domain.Measure#OWN")
    void aCrossIsRefusedWhereTheFigureAlwaysApplies(Measure measure) {
        RuleViolation refused = new RuleViolation(measure, "mustApply");

        List<RuleViolation> problems =
                new ReturnInput(Map.of(measure, "x"), "").read().problems();

        if (measure.mayNotApply()) {
            assertThat(problems).doesNotContain(refused);
        } else {
            assertThat(problems).containsExactly(refused);
        }
    }

    @Test
    void aDecomposedNoteIsStoredComposed() {
        String note = "Xã Phước Hòa: 290 hồ sơ chưa phân loại";
        String decomposed = Normalizer.normalize(note, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(note);

        assertThat(noteOf(decomposed)).isEqualTo(note);
    }

    @ParameterizedTest(name = "“{0}”")
    @ValueSource(strings = {"", " ", "\u00A0", "\u202F", "\u3000", "\t\r\n", " \u00A0 \u2007"})
    void aNoteOfNothingButSpacesExplainsNothing(String blank) {
        assertThat(noteOf(blank)).isNull();
    }

    @Test
    void spacesAroundANoteAreDroppedAndThoseInsideStay() {
        assertThat(noteOf("\r\n vì\u00A0hệ thống\r\nlỗi \t")).isEqualTo("vì\u00A0hệ thống\r\nlỗi");
    }

    @Test
    void anUnclassifiedRestIsNotExplainedByANoBreakSpace() {
        Map<Measure, String> cells = new TreeMap<>(ReturnInput.of(sound()).cells());
        cells.put(Measure.ONLINE_REPORTED, "111");

        assertThat(new ReturnInput(cells, "\u00A0").read().problems())
                .extracting(RuleViolation::rule)
                .containsExactly("unclassifiedUnexplained");
        assertThat(new ReturnInput(cells, "1 hồ sơ chưa phân loại").read().problems())
                .isEmpty();
    }

    @Test
    void aNoteHoldsAThousandCharactersAndNotOneMore() {
        assertThat(problemsOfNote("ệ".repeat(999))).isEmpty();
        assertThat(problemsOfNote("ệ".repeat(1000))).isEmpty();
        assertThat(problemsOfNote("ệ".repeat(1001))).containsExactly(new RuleViolation(null, "noteTooLong"));
    }

    @Test
    void theLengthOfANoteIsCountedOnTheTextThatIsStored() {
        String decomposed = Normalizer.normalize("ệ", Normalizer.Form.NFD).repeat(1000);
        assertThat(decomposed).hasSize(3000);

        assertThat(problemsOfNote(decomposed)).isEmpty();
        assertThat(problemsOfNote("  " + "a".repeat(1000) + "  ")).isEmpty();
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(ints = {0x00, 0x01, 0x07, 0x08, 0x0B, 0x1B, 0x7F, 0x85, 0x9F})
    void aControlCharacterInANoteIsRefused(int character) {
        assertThat(problemsOfNote("a" + (char) character + "b"))
                .containsExactly(new RuleViolation(null, "noteControlCharacter"));
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(ints = {'\t', '\n', '\r', 0x20, 0xA0, '<', '\'', '=', 0x1EC7})
    void anyOtherCharacterIsKeptAsItIs(int character) {
        assertThat(noteOf("a" + (char) character + "b")).isEqualTo("a" + (char) character + "b");
    }

    @Test
    void whatIsShownForEditingReadsBackAsTheSameFigures() {
        ReturnFigures noPartial = with(
                with(sound(), Measure.PARTIAL_RECEIVED, FigureValue.NOT_APPLICABLE),
                Measure.PARTIAL_ONLINE,
                FigureValue.NOT_APPLICABLE);
        ReturnFigures zeroes = Figures.of(
                new FigureValue.Number(0),
                new FigureValue.Number(0),
                new FigureValue.Number(0),
                new FigureValue.Number(0),
                new FigureValue.Number(0));
        for (ReturnFigures figures : List.of(
                ReturnFigures.BLANK,
                sound(),
                zeroes,
                noPartial,
                with(sound(), "nộp muộn\r\nvì mất điện"),
                with(with(sound(), Measure.PAYABLE, 9), Measure.PAID_ONLINE, 0))) {
            assertThat(ReturnInput.of(figures).read()).isEqualTo(new ReturnInput.Reading(figures, List.of()));
        }
    }

    @Test
    void tenThousandRandomReturnsReadBackAsTheSameFigures() {
        Random random = new Random(20240105);
        for (int i = 0; i < 10_000; i++) {
            ReturnFigures figures = random(random);

            assertThat(ReturnInput.of(figures).read().figures()).isEqualTo(figures);
        }
    }

    private static ReturnFigures random(Random random) {
        Map<Measure, FigureValue> cells = new HashMap<>();
        for (Measure measure : Measure.OWN) {
            cells.put(
                    measure,
                    switch (random.nextInt(measure.mayNotApply() ? 4 : 3)) {
                        case 0 -> FigureValue.NOT_REPORTED;
                        case 1 -> new FigureValue.Number(0);
                        case 2 -> new FigureValue.Number(random.nextInt(FigureValue.Number.MOST + 1));
                        default -> FigureValue.NOT_APPLICABLE;
                    });
        }
        return new ReturnFigures(cells, random.nextBoolean() ? null : "ghi chú " + random.nextInt());
    }

    private static String noteOf(String typed) {
        return Objects.requireNonNull(new ReturnInput(Map.of(), typed).read().figures())
                .note();
    }

    private static List<RuleViolation> problemsOfNote(String typed) {
        return new ReturnInput(Map.of(), typed).read().problems();
    }
}
