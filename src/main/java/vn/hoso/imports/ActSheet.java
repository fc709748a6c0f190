package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.SheetRecognition.SheetMeaning;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.FigureLine;
import vn.hoso.imports.layouts.MonthClaims.MonthClaim;
import vn.hoso.imports.layouts.SheetInterpretation;
import vn.hoso.imports.layouts.SheetLayout;
import vn.hoso.period.EntryWindow;

/**
 * A sheet of a file, as the program understands it and a person chose.
 *
 * @param index its place in the file, from 0
 * @param reading what it says by itself
 * @param memory who said where its figures stand, null if it says so itself
 * @param month the month of all its rows, null while that is open or where rows are of months of their own
 * @param lines its rows that say something of a unit
 * @param standing whether it is part of the act
 * @param reason why it is not, or what is asked about it, as the end of a message key; empty where nothing is
 */
public record ActSheet(
        int index,
        SheetInterpretation reading,
        @Nullable RememberedAnswer memory,
        @Nullable YearMonth month,
        List<Line> lines,
        Standing standing,
        String reason) {

    private static final String YEAR_UNSAID = "year-unsaid";

    public enum Standing {
        /** It is read. */
        USED,
        /** It would be read, but its month is open. */
        MONTH_ASKED,
        /** It can be read, but is left out. */
        LEFT,
        /** It cannot be read. */
        UNUSABLE
    }

    /**
     * A row.
     *
     * @param month its own month, null where it has that of the sheet
     */
    public record Line(@Nullable YearMonth month, FigureLine figures) {}

    /** Whether it is asked of which year its months are. */
    public boolean yearAsked() {
        return reason.equals(YEAR_UNSAID);
    }

    /** Whether all its rows are of one unit. */
    public boolean ofOneUnit() {
        return reading.ofOneUnit();
    }

    /** Whether a person said where its figures stand. */
    public boolean described() {
        return memory != null;
    }

    public ParsedSheet sheet() {
        return reading.sheet();
    }

    /** Where its figures stand, null if it holds none that the program knows. */
    public @Nullable SheetLayout layout() {
        return reading.layout();
    }

    /** The months that it says it is of, the most reliable first. */
    public List<MonthClaim> claims() {
        return reading.months().claims();
    }

    public String name() {
        return sheet().name();
    }

    public boolean used() {
        return standing == Standing.USED;
    }

    /** Whether a person may take it into the act or leave it out. */
    public boolean choosable() {
        return standing != Standing.UNUSABLE;
    }

    /** The months that its rows are of. */
    public SortedSet<YearMonth> months() {
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(line.month() == null ? month : line.month()))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    /** The month of a row, null where its own cannot be read. */
    @Nullable
    YearMonth monthOf(Line line) {
        return line.month() == null ? month : line.month();
    }

    /** The same, its month asked for where it is of one that holds no figures: a file is brought before its sheets are described. */
    ActSheet within(EntryWindow window) {
        return months().stream()
                .map(window::place)
                .filter(place -> used() && place != EntryWindow.Place.INSIDE)
                .findFirst()
                .map(place -> new ActSheet(
                        index,
                        reading,
                        memory,
                        null,
                        lines,
                        Standing.MONTH_ASKED,
                        "month-" + place.name().toLowerCase(Locale.ROOT)))
                .orElse(this);
    }

    /**
     * Decides which sheets of a file are read, and of which month each is. What a person chose comes first; what a sheet says
     * comes next; nothing is guessed.
     */
    static final class ActSheets {

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
            if (sheet.ofOneUnit()) {
                return ofOneUnit(at, sheet);
            }
            Optional<YearMonth> answered = answers.month(at);
            YearMonth decided = answered.orElse(wanted);
            if (decided != null && !sheet.allows(decided)) {
                return sheet(at, sheet, null, sheet.lines(), Standing.MONTH_ASKED, "month-days");
            }
            if (answered.isPresent()) {
                return sheet(at, sheet, answered.get(), withoutMonths(sheet.lines()), Standing.USED, "");
            }
            return wanted == null ? bySheet(at, sheet) : byChoice(at, sheet, wanted, elsewhere && chosen.isEmpty());
        }

        /** A sheet whose rows are months: a month that is chosen takes one of them. */
        private ActSheet ofOneUnit(int at, SheetMeaning sheet) {
            YearMonth only = answers.month(at).orElse(wanted);
            Optional<Integer> year =
                    answers.year(at).or(() -> Optional.ofNullable(only).map(YearMonth::getYear));
            if (sheet.reading().ofNoYear()) {
                return year.isEmpty()
                        ? sheet(at, sheet, null, sheet.lines(), Standing.MONTH_ASKED, YEAR_UNSAID)
                        : of(at, sheet.inYear(year.get()), Optional.of(true), false);
            }
            return only == null ? bySheet(at, sheet) : byChoice(at, sheet, only, false);
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
                int at,
                SheetMeaning sheet,
                @Nullable YearMonth month,
                List<Line> lines,
                Standing standing,
                String reason) {
            return new ActSheet(at, sheet.reading(), sheet.memory(), month, lines, standing, reason);
        }
    }
}
