package vn.hoso.imports.layouts;

import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;

/** The year of months that do not say it themselves. */
final class SheetYear {

    private static final Pattern DATE = Pattern.compile("ngay[0-9. ]*thang[0-9. ]*nam[0-9. ]*");
    private static final Pattern YEAR = Pattern.compile("\\bnam\\s+(20[0-9]{2})\\b");
    private static final Pattern YEAR_OF_TAB = Pattern.compile("(?<![0-9])(20[0-9]{2})(?![0-9])");

    private SheetYear() {}

    /** The one year that the titles above this row, else the sheet's name say. */
    static Optional<Integer> of(ParsedSheet sheet, int heading) {
        TreeSet<Integer> said = years(
                YEAR,
                sheet.first(heading - 1).stream()
                        .flatMap(row -> row.cells().values().stream())
                        .map(cell ->
                                DATE.matcher(UnaccentedText.of(cell.text())).replaceAll(" ")));
        if (said.isEmpty()) {
            said = years(YEAR_OF_TAB, Stream.of(sheet.name()));
        }
        return said.size() == 1 ? Optional.of(said.first()) : Optional.empty();
    }

    private static TreeSet<Integer> years(Pattern pattern, Stream<String> texts) {
        TreeSet<Integer> said = new TreeSet<>();
        texts.forEach(
                text -> pattern.matcher(text).results().forEach(each -> said.add(Integer.valueOf(each.group(1)))));
        return said;
    }
}
