package vn.hoso.imports.layouts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.layouts.ColumnMeaning.ServiceClass;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;

/**
 * A row with the figures of one class, below its unit's row or with the class in a column of its own.
 *
 * @param line the row's own line, if it begins that of a unit
 * @param part its figures
 */
record ClassRow(@Nullable FigureLine line, Map<Measure, FigureLine.Figure> part) {

    private static final Pattern TOTAL = Pattern.compile(
            "(?:tong(?: cong| so)?|cong)\\s+(?:ho so\\s+)?(?:cac\\s+)?(?:(?:dvc|dich vu cong|tthc|thu tuc(?: hanh chinh)?)\\s+)?");

    private static final String ALL = ComparableText.of("tất cả");

    /** Services that are not online; no figures are kept of them by themselves. */
    private static final Pattern NOT_ONLINE =
            Pattern.compile("con lai|\\bkhac\\b|\\bmot cua\\b|truc tiep|cung cap thong tin"
                    + "|\\b(?:khong|chua)\\b.*(?:truc tuyen|cung cap|dvc|dich vu cong)"
                    + "|\\b(?:muc(?: do)?|md|cap do)\\s*:?\\s*(?:0?[12]|ii?)\\b|^[12]$");

    /** In a total of them, what is no part. */
    private static final Pattern OF_ALL =
            Pattern.compile("\\bmot cua\\b|\\b(?:muc(?: do)?|md|cap do)\\b.*\\b(?:0?[34]|iii|iv)\\b");

    /**
     * The row, if it is one: {@code last} are the lines that it may belong to.
     *
     * @param own the classes that have rows of their own; what adds them up has no figures of its own
     */
    static Optional<ClassRow> of(ParsedRow row, SheetLayout layout, List<FigureLine> last, Set<ServiceClass> own) {
        return layout.kind() == SheetLayout.Kind.TALL ? below(row, layout, last, own) : beside(row, layout, last, own);
    }

    private static Optional<ClassRow> below(
            ParsedRow row, SheetLayout layout, List<FigureLine> last, Set<ServiceClass> own) {
        String words = row.text(layout.unitColumn());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        return ClassSum.of(words, own).isEmpty()
                ? ServiceClass.in(words).map(service -> new ClassRow(null, part(row, layout, service)))
                : Optional.of(new ClassRow(null, Map.of()));
    }

    private static Optional<ClassRow> beside(
            ParsedRow row, SheetLayout layout, List<FigureLine> last, Set<ServiceClass> own) {
        String words = row.text(layout.classColumn());
        String name = row.text(layout.unitColumn());
        if (words.isEmpty() || name.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        Optional<ServiceClass> service = ServiceClass.in(words);
        boolean begins = !name.isEmpty()
                && (last.isEmpty()
                        || !ComparableText.of(last.get(last.size() - 1).name()).equals(ComparableText.of(name)));
        boolean known = ClassSum.of(words, own).isEmpty() && (service.isPresent() || all(words));
        return Optional.of(new ClassRow(
                begins ? begun(row, name, layout) : null, known ? part(row, layout, service.orElse(null)) : Map.of()));
    }

    private static boolean all(String words) {
        return SheetLines.total(words) && !sumOfRest(UnaccentedText.of(words))
                || ComparableText.of(words).equals(ALL);
    }

    /**
     * "Cộng còn lại": a part of the whole, as far as it names neither both channels, nor levels up to the highest, nor the one-stop
     * shop, which takes in all.
     */
    private static boolean sumOfRest(String plain) {
        Matcher total = TOTAL.matcher(plain);
        return total.lookingAt()
                && NOT_ONLINE.matcher(plain.substring(total.end())).lookingAt()
                && !(plain.contains("truc tiep") && plain.contains("truc tuyen"))
                && !OF_ALL.matcher(plain).find();
    }

    private static boolean notOnline(String words) {
        return NOT_ONLINE.matcher(UnaccentedText.of(words)).find();
    }

    /** The words for the row's class, if it has figures that are left out and nobody knows whose they are. */
    static Optional<SheetLines.UnknownClass> unknown(ParsedRow row, SheetLayout layout, Set<ServiceClass> own) {
        String words = row.text(layout.classColumn());
        boolean known = layout.kind() != SheetLayout.Kind.CLASS_COLUMN
                || ServiceClass.in(words).isPresent()
                || all(words)
                || notOnline(words)
                || !ClassSum.of(words, own).isEmpty();
        boolean figures = layout.columns().values().stream()
                .anyMatch(column -> row.cell(column).hasDigit());
        return known || !figures
                ? Optional.empty()
                : Optional.of(new SheetLines.UnknownClass(row.address(layout.classColumn()), words));
    }

    private static FigureLine begun(ParsedRow row, String name, SheetLayout layout) {
        return new FigureLine(
                row.number(),
                layout.codeColumn() > 0 ? row.text(layout.codeColumn()) : "",
                name,
                SheetLines.totalOrUnit(name),
                Map.of(),
                layout.noteColumn() > 0 ? row.text(layout.noteColumn()) : "");
    }

    private static Map<Measure, FigureLine.Figure> part(
            ParsedRow row, SheetLayout layout, @Nullable ServiceClass service) {
        FigureLine.Figure received = SheetLines.figure(row, column(layout, Measure.DOSSIERS_RECEIVED));
        FigureLine.Figure online = SheetLines.figure(row, column(layout, Measure.ONLINE_REPORTED));
        Map<Measure, FigureLine.Figure> part = new TreeMap<>();
        if (service == null) {
            part.put(Measure.DOSSIERS_RECEIVED, received);
            part.put(Measure.ONLINE_REPORTED, online);
        } else if (service == ServiceClass.FULL_PROCESS) {
            part.put(Measure.FULL_PROCESS_RECEIVED, received);
            part.put(Measure.FULL_PROCESS_ONLINE, online);
        } else {
            part.put(Measure.PARTIAL_RECEIVED, received);
            part.put(Measure.PARTIAL_ONLINE, online);
        }
        return part;
    }

    private static int column(SheetLayout layout, Measure measure) {
        return layout.columns().getOrDefault(measure, 0);
    }

    /** Adds it; figures of a class that the unit already has begin a second line, which a person is asked about. */
    List<FigureLine> into(List<FigureLine> last, SheetLines lines) {
        List<FigureLine> into = last;
        if (line != null) {
            into = lines.into(line.name());
            into.add(line);
        }
        FigureLine unit = into.remove(into.size() - 1);
        boolean twice = part.keySet().stream().anyMatch(unit.cells()::containsKey);
        if (twice) {
            into.add(unit);
            into.add(new FigureLine(row(unit), unit.code(), unit.name(), unit.heading(), part, ""));
        } else {
            into.add(unit.with(part));
        }
        return into;
    }

    private int row(FigureLine unit) {
        return part.values().stream()
                .map(figure -> Integer.parseInt(figure.address().replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(unit.row());
    }
}
