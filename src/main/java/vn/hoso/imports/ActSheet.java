package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.FigureLine;
import vn.hoso.imports.layouts.MonthClaims.MonthClaim;
import vn.hoso.imports.layouts.SheetInterpretation;
import vn.hoso.imports.layouts.SheetLayout;

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
}
