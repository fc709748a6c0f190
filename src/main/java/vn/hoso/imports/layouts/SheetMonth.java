package vn.hoso.imports.layouts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;
import vn.hoso.imports.layouts.MonthClaims.MonthClaim;
import vn.hoso.imports.layouts.MonthClaims.MonthClaim.Source;
import vn.hoso.imports.layouts.MonthClaims.NotAMonth;
import vn.hoso.imports.layouts.PeriodLine.YearlessDays;
import vn.hoso.period.MonthDays;

/** Collects what a sheet says of its month: in its rows, above them, on its tab, in the name of its file. */
final class SheetMonth {

    /** A month without its year: it takes the year that another place says. */
    private record Yearless(
            Source source, int month, @Nullable String address) {}

    /** Days without their year, which they take likewise. */
    private record OpenLine(
            YearlessDays days, String words, @Nullable String address) {}

    /** Remarks and signatures below a table; what is further down is no part of it. */
    private static final int ROWS_BELOW = 200;

    private final List<MonthClaim> claims = new ArrayList<>();
    private final List<Yearless> yearless = new ArrayList<>();
    private final List<NotAMonth> others = new ArrayList<>();
    private final List<NotAMonth> years = new ArrayList<>();
    private final List<OpenLine> open = new ArrayList<>();
    private final MonthDays days;

    private SheetMonth(MonthDays days) {
        this.days = days;
    }

    /**
     * What a sheet with this layout says.
     *
     * @param rowMonths the month that each row says itself
     * @param lastLine the number of the last row with a unit's figures
     * @param days the days of the office's months
     */
    static MonthClaims of(
            ParsedSheet sheet,
            SheetLayout layout,
            String fileName,
            Map<Integer, MonthClaim> rowMonths,
            int lastLine,
            MonthDays days) {
        SheetMonth found = new SheetMonth(days);
        Map<YearMonth, MonthClaim> inRows = new TreeMap<>();
        rowMonths.values().forEach(claim -> inRows.putIfAbsent(claim.month(), claim));
        found.claims.addAll(inRows.values());
        sheet.first(layout.headerRow()).forEach(row -> found.above(row, layout, sheet.from1904()));
        found.take(sheet.name(), Source.TAB, null, true);
        found.take(withoutExtension(fileName), Source.FILE_NAME, null, true);
        sheet.after(lastLine).stream().limit(ROWS_BELOW).forEach(found::below);
        return found.claims(inRows.size());
    }

    /** In the title; the words above single columns may name a month, but are not about the whole sheet. */
    private void above(ParsedRow row, SheetLayout layout, boolean from1904) {
        boolean title = row.number() < layout.firstHeaderRow();
        int before = claims.size() + yearless.size();
        row.cells().forEach((column, cell) -> take(cell.text(), Source.TITLE, row.address(column), title));
        if (title && claims.size() + yearless.size() == before && row.cells().size() > 1) {
            inParts(row, from1904);
        }
    }

    /** "Tháng" in one cell and 10/2024, 10 or the day that a spreadsheet made of it in the next one. */
    private void inParts(ParsedRow row, boolean from1904) {
        String words = "";
        for (Map.Entry<Integer, ParsedCell> cell : row.cells().entrySet()) {
            boolean day = cell.getValue().format() == ParsedCell.Format.DATE;
            if (day && UnaccentedText.of(words).matches("(?:.* )?(?:thang|ky)(?: bao cao)?\\s*:?")) {
                MonthCell.of(cell.getValue(), from1904, days)
                        .ifPresent(
                                month -> claims.add(new MonthClaim(Source.TITLE, month, row.address(cell.getKey()))));
                return;
            }
            words = words + " " + (day ? ";" : cell.getValue().text().strip());
        }
        take(words, Source.TITLE, row.address(row.cells().firstKey()), true);
    }

    private void below(ParsedRow row) {
        row.cells().forEach((column, cell) -> {
            if (cell.kind() == ParsedCell.Kind.TEXT && MonthPatterns.cumulative(cell.text())) {
                others.add(
                        new NotAMonth(NotAMonth.Reason.CUMULATIVE, cell.text().strip(), row.address(column)));
            }
        });
    }

    private void take(String text, Source source, @Nullable String address, boolean wholeSheet) {
        MonthPatterns words = MonthPatterns.of(text, days);
        if (words.open() != null && wholeSheet) {
            open.add(new OpenLine(words.open(), text.strip(), address));
        }
        if (words.period() != null) {
            claims.add(new MonthClaim(Source.PERIOD_LINE, words.period(), address));
        }
        words.months().forEach(month -> claims.add(new MonthClaim(source, month, address)));
        words.monthsOnly().forEach(month -> yearless.add(new Yearless(source, month, address)));
        if (words.other() != null && wholeSheet) {
            List<NotAMonth> into = words.other() == NotAMonth.Reason.YEAR ? years : others;
            into.add(new NotAMonth(words.other(), text.strip(), address));
        }
    }

    /** Several months in its rows answer a title that says "năm 2024" or "quý IV"; nothing answers "lũy kế". */
    private MonthClaims claims(int monthsInRows) {
        Optional<Integer> year = claims.stream()
                .map(claim -> claim.month().getYear())
                .distinct()
                .reduce((one, other) -> Math.min(one, other));
        year.ifPresent(each -> yearless.forEach(month ->
                claims.add(new MonthClaim(month.source(), YearMonth.of(each, month.month()), month.address()))));
        year.ifPresent(this::close);
        if (monthsInRows > 1) {
            others.removeIf(other -> other.reason() == NotAMonth.Reason.SEVERAL_MONTHS);
        }
        boolean saidInside = claims.stream().anyMatch(claim -> claim.source().compareTo(Source.TITLE) <= 0);
        if (!saidInside) {
            others.addAll(years);
        }
        return new MonthClaims(
                claims,
                others,
                year.isPresent() ? List.of() : open.stream().map(OpenLine::days).toList());
    }

    private void close(int year) {
        open.forEach(line -> line.days()
                .in(year, days)
                .ifPresentOrElse(
                        month -> claims.add(new MonthClaim(Source.PERIOD_LINE, month, line.address())),
                        () -> others.add(new NotAMonth(
                                line.days().severalMonths(year, days)
                                        ? NotAMonth.Reason.SEVERAL_MONTHS
                                        : NotAMonth.Reason.OTHER_DAYS,
                                line.words(),
                                line.address()))));
    }

    static String withoutExtension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    /** A cell that holds a month: as people write it, or the day that a spreadsheet made of it. */
    static final class MonthCell {

        private static final Pattern SERIAL = Pattern.compile("[0-9]{5}");
        private static final Pattern TWO_DIGITS = Pattern.compile("([0-9]{1,2})\\s?[/.-]\\s?([1-5][0-9])");
        /** A first day, or one that is no month's number: 10/1/2024 may be of October or of January. */
        private static final Pattern DAY =
                Pattern.compile("(?:0?1|1[3-9]|2[0-9]|3[01])[/.-]([0-9]{1,2})[/.-](20[0-9]{2})");

        private static final Pattern ISO_DAY = Pattern.compile("(20[0-9]{2})-([0-9]{2})-[0-9]{2}");

        private MonthCell() {}

        /** The month; nothing where the cell holds none, or more than one, or other days than the month's. */
        static Optional<YearMonth> of(ParsedCell cell, boolean from1904, MonthDays days) {
            String text = UnaccentedText.of(cell.text());
            if (cell.kind() == ParsedCell.Kind.NUMBER) {
                return SERIAL.matcher(text).matches() ? Optional.of(ofSerial(text, from1904)) : Optional.empty();
            }
            Matcher day = DAY.matcher(text);
            if (day.matches()) {
                return month(day.group(2), day.group(1));
            }
            Matcher iso = ISO_DAY.matcher(text);
            if (iso.matches()) {
                return month(iso.group(1), iso.group(2));
            }
            Matcher digits = TWO_DIGITS.matcher(text);
            if (digits.matches()) {
                return month("20" + digits.group(2), digits.group(1));
            }
            MonthPatterns words = MonthPatterns.of(cell.text(), days);
            List<YearMonth> all = words.all();
            return words.other() == null && all.size() == 1
                    ? Optional.of(all.get(0))
                            .filter(month ->
                                    words.open() == null || words.open().are(days.of(month)))
                    : Optional.empty();
        }

        static YearMonth ofSerial(String text, boolean from1904) {
            LocalDate start = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
            return YearMonth.from(start.plusDays(Long.parseLong(text)));
        }

        private static Optional<YearMonth> month(String year, String month) {
            int number = Integer.parseInt(month);
            return number >= 1 && number <= 12
                    ? Optional.of(YearMonth.of(Integer.parseInt(year), number))
                    : Optional.empty();
        }
    }
}
