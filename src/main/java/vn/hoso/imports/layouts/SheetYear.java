package vn.hoso.imports.layouts;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;

/** The year of months that do not say it themselves. */
final class SheetYear {

    /** Days, and documents down to the end of their cell: their years are none of the figures'. */
    private static final Pattern OTHERS =
            Pattern.compile("ngay[0-9.\\u2026/ -]*(?:thang[0-9.\\u2026 ]*nam[0-9.\\u2026 ]*)?"
                    + "|(?<![0-9])[0-9]{1,2}[/.-][0-9]{1,2}[/.-]20[0-9]{2}(?![0-9])"
                    + "|(?<![0-9])20[0-9]{2}[/.-][0-9]{1,2}[/.-][0-9]{1,2}(?![0-9])"
                    + "|[0-9]+/20[0-9]{2}/[a-z]\\S*"
                    + "|\\b(?:quyet dinh|nghi dinh|nghi quyet|thong tu|ke hoach|cong van|chi thi|luat)\\b.*");

    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(20[0-9]{2})(?![0-9])");
    private static final Pattern NAMED = Pattern.compile("\\bnam\\s+(20[0-9]{2})(?![0-9])");

    private SheetYear() {}

    /**
     * The year that the titles above this row name, else the sheet's name says; nothing where any of these, or the file's name, says
     * another one too.
     *
     * @param fileName empty where it is not known
     */
    static Optional<Integer> of(ParsedSheet sheet, int heading, String fileName) {
        SortedSet<Integer> named = new TreeSet<>();
        SortedSet<Integer> all = in(fileName);
        texts(sheet, heading).forEach(text -> {
            named.addAll(years(NAMED, text));
            all.addAll(in(text));
        });
        SortedSet<Integer> tab = in(sheet.name());
        all.addAll(tab);
        SortedSet<Integer> said = named.isEmpty() ? tab : named;
        return said.size() == 1 && all.equals(said) ? Optional.of(said.first()) : Optional.empty();
    }

    /** The years that a text says, but those of days and of documents. */
    static SortedSet<Integer> in(String text) {
        return years(YEAR, text);
    }

    private static Stream<String> texts(ParsedSheet sheet, int heading) {
        return sheet.first(heading - 1).stream()
                .flatMap(row -> row.cells().values().stream())
                .map(cell -> cell.text());
    }

    private static SortedSet<Integer> years(Pattern pattern, String text) {
        SortedSet<Integer> said = new TreeSet<>();
        pattern.matcher(OTHERS.matcher(UnaccentedText.of(text)).replaceAll(" ; "))
                .results()
                .forEach(each -> said.add(Integer.valueOf(each.group(1))));
        return said;
    }
}
