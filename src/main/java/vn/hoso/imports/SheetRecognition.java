package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.fields.ReservedHeadings;
import vn.hoso.fields.ReturnFields;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.files.UploadedFileReader;
import vn.hoso.imports.layouts.AddedColumns;
import vn.hoso.imports.layouts.ComparableText;
import vn.hoso.imports.layouts.MonthBlocks;
import vn.hoso.imports.layouts.MonthClaims;
import vn.hoso.imports.layouts.MonthClaims.MonthClaim;
import vn.hoso.imports.layouts.MonthClaims.NotAMonth;
import vn.hoso.imports.layouts.OneUnitSheet;
import vn.hoso.imports.layouts.SheetInterpretation;
import vn.hoso.period.MonthDays;
import vn.hoso.security.CurrentUser;

/** Says what each sheet of a file holds, by what the program knows and by what people described before. */
@Component
class SheetRecognition implements ReservedHeadings {

    private final MemoryQueries memory;
    private final ReturnFields fields;
    private final ReturnCalendarSettings calendars;

    SheetRecognition(MemoryQueries memory, ReturnFields fields, ReturnCalendarSettings calendars) {
        this.memory = memory;
        this.fields = fields;
        this.calendars = calendars;
    }

    @Override
    public boolean means(String name) {
        return AddedColumns.means(name);
    }

    @Override
    public boolean same(String name, String other) {
        return ComparableText.of(name).equals(ComparableText.of(other));
    }

    /** A file's sheets, those with months side by side as one for each month. */
    List<ParsedSheet> sheets(String fileName, byte[] bytes, CurrentUser reader) {
        AddedColumns added = AddedColumns.of(fields.all());
        MonthDays days = calendars.days();
        return UploadedFileReader.read(fileName, bytes, reader.id()).stream()
                .flatMap(sheet -> MonthBlocks.apart(sheet, added, days).stream())
                .toList();
    }

    /** What they mean; a file's name of several months is about all its sheets where these name different ones themselves. */
    List<SheetMeaning> of(String fileName, List<ParsedSheet> sheets, CurrentUser reader) {
        AddedColumns added = AddedColumns.of(fields.all());
        MonthDays days = calendars.days();
        if (sheets.size() > 1 && MonthClaims.namesSeveralMonths(fileName, days)) {
            List<SheetMeaning> byThemselves = of(sheets, "", added, days, reader);
            long months = byThemselves.stream()
                    .flatMap(sheet -> sheet.reading().months().month().stream())
                    .distinct()
                    .count();
            if (months > 1) {
                return byThemselves;
            }
        }
        return of(sheets, fileName, added, days, reader);
    }

    private List<SheetMeaning> of(
            List<ParsedSheet> sheets, String fileName, AddedColumns added, MonthDays days, CurrentUser reader) {
        return sheets.stream()
                .map(sheet -> of(sheet, fileName, added, days, reader))
                .toList();
    }

    private SheetMeaning of(
            ParsedSheet sheet, String fileName, AddedColumns added, MonthDays days, CurrentUser reader) {
        SheetInterpretation known = SheetInterpretation.of(sheet, fileName, added, days);
        Optional<MemoryQueries.Described> described =
                known.kind() == SheetInterpretation.Kind.NO_FIGURES ? memory.layout(sheet, reader) : Optional.empty();
        SheetInterpretation reading = described
                .map(MemoryQueries.Described::layout)
                .or(() -> known.kind() == SheetInterpretation.Kind.NO_FIGURES
                        ? OneUnitSheet.recognised(sheet, added)
                        : Optional.empty())
                .map(layout -> SheetInterpretation.of(sheet, fileName, layout, added, days))
                .orElse(known);
        return SheetMeaning.of(
                reading, described.map(MemoryQueries.Described::memory).orElse(null), days);
    }

    /** Why a sheet cannot be read, as the end of a message key. */
    private static @Nullable String unusable(SheetInterpretation reading) {
        return switch (reading.kind()) {
            case OWN_ANNEX -> "own-annex";
            case SEVERAL_TABLES -> "several-tables";
            case NO_FIGURES -> "no-figures";
            case FIGURES ->
                reading.months().others().stream()
                        .map(NotAMonth::reason)
                        .filter(reason -> reason != NotAMonth.Reason.YEAR)
                        .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .findFirst()
                        .orElse(null);
        };
    }

    /**
     * What one sheet says, before anybody chooses.
     *
     * @param memory who said where its figures stand, null if it says so itself
     * @param lines its rows with the months that they say themselves
     * @param unusable why it cannot be read, as the end of a message key; null if it can
     * @param days the days of the office's months
     */
    record SheetMeaning(
            SheetInterpretation reading,
            @Nullable RememberedAnswer memory,
            List<ActSheet.Line> lines,
            @Nullable String unusable,
            MonthDays days) {

        private static SheetMeaning of(SheetInterpretation reading, @Nullable RememberedAnswer memory, MonthDays days) {
            return new SheetMeaning(
                    reading,
                    memory,
                    reading.lines().units().stream()
                            .map(line -> new ActSheet.Line(
                                    Optional.ofNullable(reading.rowMonths().get(line.row()))
                                            .map(MonthClaim::month)
                                            .orElse(null),
                                    line))
                            .toList(),
                    SheetRecognition.unusable(reading),
                    days);
        }

        /** The same where its months, which say no year, are of this one. */
        SheetMeaning inYear(int year) {
            return of(reading.inYear(year), memory, days);
        }

        ParsedSheet sheet() {
            return reading.sheet();
        }

        /** Whether all its rows are of one unit. */
        boolean ofOneUnit() {
            return reading.ofOneUnit();
        }

        /** The months that it says. */
        SortedSet<YearMonth> said() {
            return reading.months().named();
        }

        boolean says(YearMonth month) {
            return said().contains(month);
        }

        /** Whether the days that it says, if it says some without a year, are those of the month. */
        boolean allows(YearMonth month) {
            return reading.months().allow(days.of(month));
        }

        /** Whether only a year is named, so that a month beside it decides nothing. */
        boolean yearOnly() {
            return !reading.months().others().isEmpty();
        }

        /** Whether its rows say their months themselves, and nothing else in it says another. */
        boolean byRow() {
            Set<YearMonth> rows =
                    reading.rowMonths().values().stream().map(MonthClaim::month).collect(Collectors.toSet());
            return !rows.isEmpty() && rows.containsAll(said());
        }
    }
}
