package vn.hoso.imports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.hoso.imports.files.FileErrors;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.files.UploadedFileReader;
import vn.hoso.shared.Formats;
import vn.hoso.units.UnitListFiles;

/** An uploaded list of units, read within the limits of every uploaded sheet. */
@Component
class UnitListSheets implements UnitListFiles {

    /** Code, name, kind and group. */
    private static final int COLUMNS = 4;

    /** With a number before them and others between; what a sheet holds beyond is none of theirs. */
    private static final int MOST = 12;

    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);

    @Override
    public List<List<String>> read(String name, byte[] bytes, long person) {
        List<ParsedSheet> sheets = UploadedFileReader.read(name, bytes, person).stream()
                .filter(each -> !each.hiddenTab())
                .toList();
        if (sheets.isEmpty()) {
            throw FileErrors.of("empty");
        }
        if (sheets.size() > 1) {
            throw FileErrors.of(
                    "many-sheets", sheets.stream().map(ParsedSheet::name).collect(Collectors.joining("”, “")));
        }
        ParsedSheet sheet = sheets.get(0);
        return sheet.rows().stream().map(row -> texts(row, sheet.from1904())).toList();
    }

    private static List<String> texts(ParsedRow row, boolean from1904) {
        int last = IntStream.rangeClosed(COLUMNS + 1, MOST)
                .filter(column -> !row.cell(column).blank())
                .max()
                .orElse(COLUMNS);
        return IntStream.rangeClosed(1, last)
                .mapToObj(column -> text(row.cell(column), from1904))
                .toList();
    }

    /** What the person sees: of 09/2024 a spreadsheet makes the first day of that month and holds 45536. */
    private static String text(ParsedCell cell, boolean from1904) {
        String text = cell.text().strip().replaceAll("\\s+", " ");
        if (cell.format() != ParsedCell.Format.DATE || !text.matches("[0-9]{1,6}")) {
            return text;
        }
        LocalDate day = (from1904 ? FROM_1904 : FROM_1900).plusDays(Long.parseLong(text));
        return day.getDayOfMonth() == 1 ? Formats.month(YearMonth.from(day)) : Formats.date(day);
    }
}
