package vn.hoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.figures.Figures.sound;
import static vn.hoso.figures.Figures.with;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnTextTest {

    @Test
    void readsNumbersBlanksAndCrossesApart() {
        ReturnText text = new ReturnText(
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
        assertThat(figures.cell(Measure.PARTIAL_ONLINE)).isEqualTo(Cell.NOT_REPORTED);
        assertThat(figures.number(Measure.DOSSIERS_RECEIVED)).isEqualTo(48_254);
    }

    @Test
    void tellsEveryUnreadableCellInTheOrderOfTheGrid() {
        ReturnText text = new ReturnText(
                Map.of(
                        Measure.PAID_ONLINE, "abc",
                        Measure.FULL_PROCESS_RECEIVED, "1.5",
                        Measure.PARTIAL_ONLINE, "-3",
                        Measure.DOSSIERS_RECEIVED, "10000000"),
                "");

        assertThat(text.read().figures()).isNull();
        assertThat(text.read().problems())
                .containsExactly(
                        new Problem(Measure.FULL_PROCESS_RECEIVED, "ambiguous"),
                        new Problem(Measure.PARTIAL_ONLINE, "negative"),
                        new Problem(Measure.DOSSIERS_RECEIVED, "tooLarge"),
                        new Problem(Measure.PAID_ONLINE, "notANumber"));
    }

    @Test
    void readableFiguresAreHeldAgainstTheRules() {
        ReturnText text = new ReturnText(Map.of(Measure.PARTIAL_RECEIVED, "4", Measure.PARTIAL_ONLINE, "5"), "");

        assertThat(text.read().problems())
                .containsExactly(new Problem(Measure.PARTIAL_ONLINE, "onlineAboveReceived", "5", "4"));
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void aCrossIsRefusedWhereTheFigureAlwaysApplies(Measure measure) {
        Problem refused = new Problem(measure, "mustApply");

        List<Problem> problems = new ReturnText(Map.of(measure, "x"), "").read().problems();

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
        Map<Measure, String> cells = new EnumMap<>(ReturnText.of(sound()).cells());
        cells.put(Measure.ONLINE_REPORTED, "111");

        assertThat(new ReturnText(cells, "\u00A0").read().problems())
                .extracting(Problem::rule)
                .containsExactly("unclassifiedUnexplained");
        assertThat(new ReturnText(cells, "1 hồ sơ chưa phân loại").read().problems())
                .isEmpty();
    }

    @Test
    void aNoteHoldsAThousandCharactersAndNotOneMore() {
        assertThat(problemsOfNote("ệ".repeat(999))).isEmpty();
        assertThat(problemsOfNote("ệ".repeat(1000))).isEmpty();
        assertThat(problemsOfNote("ệ".repeat(1001))).containsExactly(new Problem(null, "noteTooLong"));
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
                .containsExactly(new Problem(null, "noteControlCharacter"));
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(ints = {'\t', '\n', '\r', 0x20, 0xA0, '<', '\'', '=', 0x1EC7})
    void anyOtherCharacterIsKeptAsItIs(int character) {
        assertThat(noteOf("a" + (char) character + "b")).isEqualTo("a" + (char) character + "b");
    }

    @Test
    void whatIsShownForEditingReadsBackAsTheSameFigures() {
        ReturnFigures noPartial = with(
                with(sound(), Measure.PARTIAL_RECEIVED, Cell.NOT_APPLICABLE),
                Measure.PARTIAL_ONLINE,
                Cell.NOT_APPLICABLE);
        ReturnFigures zeroes = Figures.of(
                new Cell.Number(0), new Cell.Number(0), new Cell.Number(0), new Cell.Number(0), new Cell.Number(0));
        for (ReturnFigures figures : List.of(
                ReturnFigures.BLANK,
                sound(),
                zeroes,
                noPartial,
                with(sound(), "nộp muộn\r\nvì mất điện"),
                with(with(sound(), Measure.PAYABLE, 9), Measure.PAID_ONLINE, 0))) {
            assertThat(ReturnText.of(figures).read()).isEqualTo(new ReturnText.Reading(figures, List.of()));
        }
    }

    @Test
    void tenThousandRandomReturnsReadBackAsTheSameFigures() {
        Random random = new Random(20240105);
        for (int i = 0; i < 10_000; i++) {
            ReturnFigures figures = random(random);

            assertThat(ReturnText.of(figures).read().figures()).isEqualTo(figures);
        }
    }

    private static ReturnFigures random(Random random) {
        Map<Measure, Cell> cells = new HashMap<>();
        for (Measure measure : Measure.values()) {
            cells.put(
                    measure,
                    switch (random.nextInt(measure.mayNotApply() ? 4 : 3)) {
                        case 0 -> Cell.NOT_REPORTED;
                        case 1 -> new Cell.Number(0);
                        case 2 -> new Cell.Number(random.nextInt(Cell.Number.MOST + 1));
                        default -> Cell.NOT_APPLICABLE;
                    });
        }
        return new ReturnFigures(cells, random.nextBoolean() ? null : "ghi chú " + random.nextInt());
    }

    private static String noteOf(String typed) {
        return Objects.requireNonNull(new ReturnText(Map.of(), typed).read().figures())
                .note();
    }

    private static List<Problem> problemsOfNote(String typed) {
        return new ReturnText(Map.of(), typed).read().problems();
    }
}
