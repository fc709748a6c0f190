package vn.hoso.imports.layouts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoso.imports.files.ParsedCell;

/** A cell that holds a month: as people write it, or the day that a spreadsheet made of it. */
final class MonthCell {

    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}");
    private static final Pattern TWO_DIGITS = Pattern.compile("([0-9]{1,2})\\s?[/.-]\\s?([1-5][0-9])");
    /** A first day, or one that is no month's number: 10/1/2024 may be of October or of January. */
    private static final Pattern DAY = Pattern.compile("(?:0?1|1[3-9]|2[0-9]|3[01])[/.-]([0-9]{1,2})[/.-](20[0-9]{2})");

    private static final Pattern ISO_DAY = Pattern.compile("(20[0-9]{2})-([0-9]{2})-[0-9]{2}");

    private MonthCell() {}

    /** The month; nothing where the cell holds none, or more than one. */
    static Optional<YearMonth> of(ParsedCell cell, boolean from1904) {
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
        MonthPatterns words = MonthPatterns.of(cell.text());
        List<YearMonth> all = words.all();
        return words.other() == null && all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
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
