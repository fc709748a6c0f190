package vn.hoso.imports.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hoso.imports.ActSheet;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.layouts.MonthClaims.MonthClaim;
import vn.hoso.imports.layouts.SheetLayout;
import vn.hoso.imports.layouts.UnusedColumn;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.units.Unit;

/** Says what was understood of a file: months, sheets, columns, units; and what is not used. */
@Component
class PanelViewAssembler {

    private static final int MONTHS_NAMED = 12;

    private final PageMessages messages;

    PanelViewAssembler(PageMessages messages) {
        this.messages = messages;
    }

    PanelView of(ImportPreview preview) {
        List<PanelView.Line> lines = new ArrayList<>();
        List<ActSheet> used = preview.sheets().stream().filter(ActSheet::used).toList();
        if (!used.isEmpty()) {
            lines.add(months(used));
            lines.addAll(new ReadColumns(messages, units(preview)).of(used));
            lines.addAll(named("sums", sums(used), false));
            lines.addAll(unused(used));
            lines.addAll(named(
                    "cleaned",
                    used.stream().flatMap(PanelViewAssembler::cleaned).toList(),
                    true));
            lines.addAll(named("hidden-columns", hidden(used), true));
            lines.add(
                    line("units", List.of(), false, Formats.count(preview.rows().size())));
            lines.addAll(absent(preview));
        }
        lines.addAll(named("others", preview.others(), false));
        lines.addAll(named("left", preview.left(), false));
        return new PanelView(
                lines,
                preview.sheets().size() < 2
                        ? List.of()
                        : preview.sheets().stream().map(this::sheet).toList());
    }

    /** By the sheet where they stand the units of the rows that may be entered. */
    private static Map<String, String> units(ImportPreview preview) {
        return preview.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.place().sheet(),
                        Collectors.collectingAndThen(
                                Collectors.mapping(row -> row.unit().name(), Collectors.toCollection(TreeSet::new)),
                                names -> String.join(", ", names))));
    }

    /** The rows of sums in sheets that are all about one unit. */
    private static List<String> sums(List<ActSheet> used) {
        return used.stream()
                .filter(ActSheet::ofOneUnit)
                .flatMap(sheet -> sheet.reading().lines().totals().stream())
                .map(line -> line.row() + " “" + line.name() + "”")
                .toList();
    }

    private PanelView.Line months(List<ActSheet> used) {
        SortedSet<YearMonth> months =
                used.stream().flatMap(sheet -> sheet.months().stream()).collect(Collectors.toCollection(TreeSet::new));
        if (months.size() > 1) {
            List<String> first =
                    months.stream().limit(MONTHS_NAMED).map(Formats::month).toList();
            return line("months", first, false, Formats.count(months.size()));
        }
        if (months.isEmpty()) {
            return line("no-month", List.of(), true);
        }
        YearMonth month = months.first();
        List<MonthClaim> claims =
                used.stream().flatMap(sheet -> sheet.claims().stream()).toList();
        List<String> agreeing = claims.stream()
                .filter(claim -> claim.month().equals(month))
                .map(this::where)
                .distinct()
                .toList();
        List<String> other = claims.stream()
                .filter(claim -> !claim.month().equals(month))
                .map(claim -> Formats.month(claim.month()) + " (" + where(claim) + ")")
                .distinct()
                .toList();
        String text = agreeing.isEmpty()
                ? messages.of("imports.panel.month.chosen", Formats.month(month))
                : messages.of("imports.panel.month.read", Formats.month(month), agreeing.get(0));
        return new PanelView.Line(
                messages.of("imports.panel.month"),
                other.isEmpty()
                        ? text
                        : text + " " + messages.of("imports.panel.month.other", String.join(", ", other)),
                List.of(),
                !other.isEmpty());
    }

    String where(MonthClaim claim) {
        String source = messages.of("imports.claim." + claim.source().name().toLowerCase(Locale.ROOT));
        return claim.address() == null ? source : messages.of("imports.claim.at", source, claim.address());
    }

    /** The columns that are not taken, with the reason; those that nobody understands are to be heeded. */
    private List<PanelView.Line> unused(List<ActSheet> used) {
        Map<UnusedColumn.Reason, Set<String>> columns = used.stream()
                .flatMap(sheet -> sheet.reading().unused().stream())
                .collect(Collectors.groupingBy(
                        UnusedColumn::reason,
                        TreeMap::new,
                        Collectors.mapping(
                                column -> Columns.letters(column.column()) + " “" + column.heading() + "”",
                                Collectors.toCollection(LinkedHashSet::new))));
        List<PanelView.Line> lines = new ArrayList<>();
        columns.forEach((reason, named) -> lines.add(new PanelView.Line(
                messages.of("imports.panel.unused"),
                messages.of("imports.panel.unused."
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                List.copyOf(named),
                reason.heeded())));
        return lines;
    }

    /** The columns that are read although Excel hides them. */
    private static List<String> hidden(List<ActSheet> used) {
        return used.stream()
                .flatMap(sheet -> Objects.requireNonNull(sheet.layout()).columns().values().stream()
                        .filter(sheet.sheet().hiddenColumns()::contains)
                        .sorted())
                .distinct()
                .map(Columns::letters)
                .toList();
    }

    /** Each name or figure that was turned into Unicode or freed of unseen characters, with what the file holds. */
    private static Stream<String> cleaned(ActSheet sheet) {
        SheetLayout layout = Objects.requireNonNull(sheet.layout());
        Set<Integer> rows =
                sheet.lines().stream().map(line -> line.figures().row()).collect(Collectors.toSet());
        Stream<String> names = sheet.sheet().rows().stream()
                .filter(row -> rows.contains(row.number()))
                .filter(row -> row.cell(layout.unitColumn()).original() != null)
                .map(row -> row.text(layout.unitColumn()) + " (“"
                        + row.cell(layout.unitColumn()).original() + "”)");
        Stream<String> figures = sheet.lines().stream()
                .flatMap(line -> line.figures().cells().values().stream())
                .filter(figure -> figure.cell().original() != null)
                .map(figure -> figure.address() + " " + figure.cell().text());
        return Stream.concat(names, figures);
    }

    private List<PanelView.Line> absent(ImportPreview preview) {
        boolean one = preview.months().size() == 1;
        return preview.months().stream()
                .flatMap(month -> named(
                        one ? "absent" : "absent-of",
                        month.absent().stream().map(Unit::name).toList(),
                        true,
                        Formats.month(month.month()))
                        .stream())
                .toList();
    }

    private PanelView.SheetLine sheet(ActSheet sheet) {
        String holds = sheet.choosable() && sheet.layout() != null
                ? messages.of("imports.sheet.holds", Formats.count(sheet.lines().size()), said(sheet))
                : "";
        String why = sheet.reason().isEmpty() ? "" : unusable(sheet);
        return new PanelView.SheetLine(
                sheet.index(),
                sheet.name(),
                holds.isEmpty() || why.isEmpty() ? holds + why : holds + "; " + why,
                sheet.used() || sheet.standing() == ActSheet.Standing.MONTH_ASKED,
                sheet.choosable());
    }

    /** The words by which a sheet says that it is no month's, and where they stand. */
    private static String words(ActSheet sheet) {
        return sheet.reading().months().others().stream()
                .map(other -> "“" + other.words() + "”" + (other.address() == null ? "" : " (" + other.address() + ")"))
                .collect(Collectors.joining(", "));
    }

    String unusable(ActSheet sheet) {
        return messages.of("imports.sheet." + sheet.reason(), words(sheet));
    }

    private String said(ActSheet sheet) {
        List<String> months = sheet.used()
                ? sheet.months().stream().map(Formats::month).toList()
                : sheet.claims().stream()
                        .map(claim -> Formats.month(claim.month()))
                        .distinct()
                        .toList();
        if (months.isEmpty()) {
            return messages.of("imports.sheet.no-month");
        }
        return months.size() > 2
                ? messages.of(
                        "imports.sheet.months",
                        months.get(0),
                        months.get(months.size() - 1),
                        Formats.count(months.size()))
                : String.join(", ", months);
    }

    private PanelView.Line line(String key, List<String> items, boolean heed, String... named) {
        return new PanelView.Line(
                messages.of("imports.panel." + key), messages.of("imports.panel." + key + ".text", named), items, heed);
    }

    /** How many names there are, and which; nothing where there are none. */
    private List<PanelView.Line> named(String key, List<String> names, boolean heed, String... more) {
        String[] said = Stream.concat(Stream.of(Formats.count(names.size())), Stream.of(more))
                .toArray(String[]::new);
        return names.isEmpty() ? List.of() : List.of(line(key, names, heed, said));
    }
}
