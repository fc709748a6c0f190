package vn.hoso.figures.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.UserText;

/**
 * A return as somebody typed it: kept as text, so that nothing typed is lost when it cannot be read.
 *
 * @param cells the typed text of each measure; an absent own one is empty, about an absent added one nothing is said
 * @param note the typed explanation
 */
public record ReturnInput(Map<Measure, String> cells, String note) {

    /** The longest explanation, in characters. */
    public static final int LONGEST_NOTE = 1000;

    public ReturnInput {
        cells = Map.copyOf(cells);
    }

    public String cell(Measure measure) {
        return cells.getOrDefault(measure, "");
    }

    /**
     * What the text says.
     *
     * @param figures the figures, or null if a cell cannot be read
     * @param problems every rule it breaks, cell by cell; empty if it can be saved
     */
    public record Reading(@Nullable ReturnFigures figures, List<RuleViolation> problems) {}

    public Reading read() {
        List<RuleViolation> problems = new ArrayList<>();
        Map<Measure, FigureValue> read = new TreeMap<>();
        TreeSet<Measure> asked = new TreeSet<>(cells.keySet());
        asked.addAll(Measure.OWN);
        asked.forEach(measure -> read(measure, read, problems));
        String explanation = normalizedNote(problems);
        if (!problems.isEmpty()) {
            return new Reading(null, problems);
        }
        ReturnFigures figures = new ReturnFigures(read, explanation);
        return new Reading(figures, ReturnRules.check(figures));
    }

    private void read(Measure measure, Map<Measure, FigureValue> read, List<RuleViolation> problems) {
        CountInput.Reading reading = CountInput.read(cell(measure));
        if (reading instanceof CountInput.Reading.Breaks breaks) {
            problems.add(new RuleViolation(measure, breaks.rule()));
        } else if (reading instanceof CountInput.Reading.Says says) {
            if (says.cell() instanceof FigureValue.NotApplicable && !measure.mayNotApply()) {
                problems.add(new RuleViolation(measure, "mustApply"));
            }
            read.put(measure, says.cell());
        }
    }

    private @Nullable String normalizedNote(List<RuleViolation> problems) {
        String text = Normalizer.normalize(note, Normalizer.Form.NFC).strip();
        if (text.length() > LONGEST_NOTE) {
            problems.add(new RuleViolation(null, "noteTooLong"));
        } else if (!UserText.isPlain(text)) {
            problems.add(new RuleViolation(null, "noteControlCharacter"));
        }
        return text.chars().allMatch(ReturnInput::blank) ? null : text;
    }

    /** No-break spaces, which the JDK's own strip() leaves, are blank too: a note of nothing else explains nothing. */
    private static boolean blank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** The text under which figures are shown for editing: numbers plain, "x" for not applicable. */
    public static ReturnInput of(ReturnFigures figures) {
        Map<Measure, String> texts = new TreeMap<>();
        figures.cells().forEach((measure, cell) -> {
            if (cell instanceof FigureValue.NotApplicable) {
                texts.put(measure, "x");
            } else if (cell instanceof FigureValue.Number number) {
                texts.put(measure, String.valueOf(number.value()));
            } else if (measure.added()) {
                texts.put(measure, "");
            }
        });
        return new ReturnInput(texts, figures.note() == null ? "" : figures.note());
    }
}
