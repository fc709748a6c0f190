package vn.hoso.imports.layouts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.files.Refusals;
import vn.hoso.imports.files.Sheet;
import vn.hoso.imports.files.SheetCell;
import vn.hoso.imports.files.SheetRow;
import vn.hoso.shared.Formats;

/** The month that a sheet says it is about: in its title, its name, or a column of its own. */
public final class SheetMonth {

    private static final Pattern NAMED = Pattern.compile(
            "(?:" + Fold.of("tháng") + "|\\bt) ?([0-9]{1,2}) (?:" + Fold.of("năm") + " )?(20[0-9]{2})(?![0-9])");
    private static final Pattern SLASHED = Pattern.compile("(?<![0-9/.-])([0-9]{1,2}) ?[/.-] ?(20[0-9]{2})(?![0-9])");
    private static final Pattern ISO = Pattern.compile("(20[0-9]{2})-([0-9]{2})(-[0-9]{2})?");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}");

    private SheetMonth() {}

    /**
     * A month that is written somewhere.
     *
     * @param address the cell, or null where the sheet's name says it
     */
    public record Stated(YearMonth month, @Nullable String address) {}

    /**
     * The month, if the sheet says exactly one.
     *
     * @throws vn.hoso.shared.RefusedException if its rows are of several months, or a row's month cannot be read
     */
    public static Optional<Stated> of(Sheet sheet, Layout layout) {
        if (layout.monthColumn() > 0) {
            Optional<Stated> inRows = inRows(sheet, layout);
            if (inRows.isPresent()) {
                return inRows;
            }
        }
        List<Stated> found = new ArrayList<>();
        for (SheetRow row : sheet.first(layout.headerRow())) {
            row.cells().forEach((column, cell) -> found.addAll(named(cell.text(), row.address(column))));
        }
        if (found.isEmpty()) {
            found.addAll(named(sheet.name(), null));
            slashed(sheet.name()).ifPresent(month -> found.add(new Stated(month, null)));
        }
        boolean one = found.stream().map(Stated::month).distinct().count() == 1;
        return one ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static List<Stated> named(String text, @Nullable String address) {
        List<Stated> found = new ArrayList<>();
        Matcher matcher = NAMED.matcher(Fold.of(text));
        while (matcher.find()) {
            month(matcher.group(2), matcher.group(1)).ifPresent(month -> found.add(new Stated(month, address)));
        }
        return found;
    }

    private static Optional<Stated> inRows(Sheet sheet, Layout layout) {
        Stated first = null;
        for (SheetRow row : sheet.after(layout.headerRow())) {
            SheetCell cell = row.cell(layout.monthColumn());
            if (cell.blank() || row.cell(layout.unitColumn()).blank()) {
                continue;
            }
            String address = row.address(layout.monthColumn());
            Stated here = new Stated(
                    inCell(cell, sheet.from1904())
                            .orElseThrow(() -> Refusals.of("row-month", sheet.name(), address, cell.text())),
                    address);
            if (first != null && !first.month().equals(here.month())) {
                throw Refusals.of(
                        "months", sheet.name(), address, Formats.month(here.month()), Formats.month(first.month()));
            }
            first = first == null ? here : first;
        }
        return Optional.ofNullable(first);
    }

    /** A month as people write it, or the day that a spreadsheet made of it. */
    static Optional<YearMonth> inCell(SheetCell cell, boolean from1904) {
        String text = cell.text().strip();
        if (cell.kind() == SheetCell.Kind.NUMBER && SERIAL.matcher(text).matches()) {
            LocalDate start = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
            return Optional.of(YearMonth.from(start.plusDays(Long.parseLong(text))));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return month(iso.group(1), iso.group(2));
        }
        Optional<YearMonth> slashed = slashed(text);
        return slashed.isPresent()
                ? slashed
                : named(text, null).stream().map(Stated::month).findFirst();
    }

    private static Optional<YearMonth> slashed(String text) {
        Matcher matcher = SLASHED.matcher(text);
        return matcher.find() ? month(matcher.group(2), matcher.group(1)) : Optional.empty();
    }

    private static Optional<YearMonth> month(String year, String month) {
        int number = Integer.parseInt(month);
        return number >= 1 && number <= 12
                ? Optional.of(YearMonth.of(Integer.parseInt(year), number))
                : Optional.empty();
    }
}
