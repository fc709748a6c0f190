package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.ActSheet.Line;
import vn.hoso.imports.ActSheet.Standing;
import vn.hoso.imports.SheetRecognition.SheetMeaning;

/**
 * Decides which sheets of a file are read, and of which month each is. What a person chose comes first; what a sheet says
 * comes next; nothing is guessed.
 */
final class ActSheets {

    private final @Nullable YearMonth wanted;
    private final ImportChoices answers;

    /**
     * Begins.
     *
     * @param wanted the month chosen for the whole file, null to go by what it says
     */
    ActSheets(@Nullable YearMonth wanted, ImportChoices answers) {
        this.wanted = wanted;
        this.answers = answers;
    }

    List<ActSheet> of(List<SheetMeaning> sheets) {
        Optional<Set<Integer>> chosen = answers.sheets();
        boolean several = wanted != null && sheets.stream().anyMatch(sheet -> sheet.says(wanted));
        return IntStream.range(0, sheets.size())
                .mapToObj(at -> of(at, sheets.get(at), chosen.map(each -> each.contains(at)), several))
                .toList();
    }

    /** A sheet. {@code elsewhere}: whether some sheet says the wanted month. */
    private ActSheet of(int at, SheetMeaning sheet, Optional<Boolean> chosen, boolean elsewhere) {
        if (sheet.unusable() != null) {
            return sheet(at, sheet, null, List.of(), Standing.UNUSABLE, sheet.unusable());
        }
        if (!chosen.orElse(!sheet.sheet().hiddenTab())) {
            return sheet(at, sheet, null, sheet.lines(), Standing.LEFT, chosen.isPresent() ? "unchosen" : "hidden");
        }
        Optional<YearMonth> answered = answers.month(at);
        if (answered.isPresent()) {
            return sheet(at, sheet, answered.get(), withoutMonths(sheet.lines()), Standing.USED, "");
        }
        return wanted == null ? bySheet(at, sheet) : byChoice(at, sheet, wanted, elsewhere && chosen.isEmpty());
    }

    private static ActSheet bySheet(int at, SheetMeaning sheet) {
        if (sheet.yearOnly()) {
            return sheet(at, sheet, null, sheet.lines(), Standing.MONTH_ASKED, "month-unsaid");
        }
        if (sheet.byRow()) {
            return sheet(at, sheet, null, sheet.lines(), Standing.USED, "");
        }
        return sheet.said().size() == 1
                ? sheet(at, sheet, sheet.said().first(), sheet.lines(), Standing.USED, "")
                : sheet(
                        at,
                        sheet,
                        null,
                        sheet.lines(),
                        Standing.MONTH_ASKED,
                        sheet.said().isEmpty() ? "month-unsaid" : "months-disagree");
    }

    /** The chosen month wins where the sheet says nothing else, or says it too; otherwise a person is asked. */
    private static ActSheet byChoice(int at, SheetMeaning sheet, YearMonth wanted, boolean elsewhere) {
        if (sheet.said().isEmpty() || sheet.says(wanted)) {
            List<Line> lines = sheet.lines().stream()
                    .filter(line -> line.month() == null || line.month().equals(wanted))
                    .toList();
            return sheet(at, sheet, wanted, lines, Standing.USED, "");
        }
        return elsewhere
                ? sheet(at, sheet, null, sheet.lines(), Standing.LEFT, "other-month")
                : sheet(at, sheet, null, sheet.lines(), Standing.MONTH_ASKED, "month-other");
    }

    private static List<Line> withoutMonths(List<Line> lines) {
        return lines.stream().map(line -> new Line(null, line.figures())).toList();
    }

    private static ActSheet sheet(
            int at, SheetMeaning sheet, @Nullable YearMonth month, List<Line> lines, Standing standing, String reason) {
        return new ActSheet(at, sheet.reading(), sheet.memory(), month, lines, standing, reason);
    }
}
