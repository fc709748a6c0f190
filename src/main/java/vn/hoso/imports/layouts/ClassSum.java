package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.layouts.ColumnMeaning.ServiceClass;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;
import vn.hoso.imports.layouts.SheetTotals.Mismatch;

/**
 * A row that adds up classes which stand in rows of their own: "DVC trực tuyến" both of them, "Cộng toàn trình" one. Its
 * figures count nowhere, and are held against the rows it covers.
 *
 * @param row where it stands
 * @param unitRow the row of the unit, or of the total, that it belongs to
 * @param classes what it adds up
 * @param cells what it says, by the measures of its columns
 */
public record ClassSum(int row, int unitRow, Set<ServiceClass> classes, Map<Measure, FigureLine.Figure> cells) {

    private static final String LEVEL = "(?:muc(?: do)?|md|cap do)";
    private static final String AND = "\\s*(?:-|,|/|;|&|\\+|va)\\s*(?:" + LEVEL + "\\s*)?";
    private static final Pattern BOTH = Pattern.compile("(?:tong(?: cong| so)? |cong )?(?:cac )?(?:ho so )?"
            + "(?:dvctt|(?:dvc|dich vu cong) (?:truc tuyen|tt|online))"
            + "|(?!.*\\b(?:khong|chua)\\b).*(?:toan trinh.*mot phan|mot phan.*toan trinh).*"
            + "|.*\\b" + LEVEL + "\\s*:?\\s*(?:(?:0?3|iii)" + AND + "(?:0?4|iv)|(?:0?4|iv)" + AND
            + "(?:0?3|iii))\\b.*");

    /** The classes that have rows of their own. */
    static Set<ServiceClass> classes(List<ParsedRow> rows, SheetLayout layout) {
        Set<ServiceClass> classes = EnumSet.noneOf(ServiceClass.class);
        rows.stream()
                .map(row -> row.text(column(layout)))
                .filter(words -> !SheetLines.total(words))
                .forEach(words -> ServiceClass.in(words).ifPresent(classes::add));
        return classes;
    }

    /**
     * What a row adds up by its words; nothing where it is no sum.
     *
     * @param own the classes that have rows of their own
     */
    static Set<ServiceClass> of(String words, Set<ServiceClass> own) {
        String plain = UnaccentedText.of(words);
        if (BOTH.matcher(plain).matches()) {
            return own;
        }
        Optional<ServiceClass> one = ServiceClass.in(words).filter(own::contains);
        return SheetLines.total(words) && one.isPresent() ? Set.of(one.get()) : Set.of();
    }

    /** The row, if it is one, of the unit whose line begins in {@code unitRow}. */
    static Optional<ClassSum> of(ParsedRow row, SheetLayout layout, Set<ServiceClass> own, int unitRow) {
        Set<ServiceClass> classes = of(row.text(column(layout)), own);
        Map<Measure, FigureLine.Figure> cells = new TreeMap<>();
        layout.columns().forEach((measure, column) -> cells.put(measure, SheetLines.figure(row, column)));
        return classes.isEmpty() ? Optional.empty() : Optional.of(new ClassSum(row.number(), unitRow, classes, cells));
    }

    private static int column(SheetLayout layout) {
        return layout.kind() == SheetLayout.Kind.TALL ? layout.unitColumn() : layout.classColumn();
    }

    /**
     * What of it is neither the sum of its unit's rows nor that of all.
     *
     * @param counted the rows that count, each once
     */
    List<Mismatch> mismatches(Collection<FigureLine> counted) {
        List<FigureLine> own =
                counted.stream().filter(line -> line.row() == unitRow).toList();
        return (own.isEmpty() ? List.of(counted) : List.of(own, counted))
                .stream()
                        .map(this::against)
                        .min(Comparator.comparingInt(List::size))
                        .orElse(List.of());
    }

    private List<Mismatch> against(Collection<FigureLine> lines) {
        List<Mismatch> found = new ArrayList<>();
        cells.forEach((measure, figure) -> SheetTotals.count(figure.cell()).ifPresent(stated -> {
            long sum = classes.stream()
                    .mapToLong(each -> SheetTotals.sum(lines, each.measure(Measure.ONLINE_REPORTED.equals(measure))))
                    .sum();
            if (sum != stated) {
                found.add(new Mismatch(measure, figure.address(), stated, sum));
            }
        }));
        return found;
    }
}
