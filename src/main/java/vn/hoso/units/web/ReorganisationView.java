package vn.hoso.units.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.units.ReorganisationLine;
import vn.hoso.units.ReorganisationLine.Deed;
import vn.hoso.units.ReorganisationQueries.Applied;
import vn.hoso.units.ReorganisationQueries.Named;
import vn.hoso.units.ReorganisationService.Preview;
import vn.hoso.units.UnitCarriage;
import vn.hoso.units.UnitMonths.Months;

/**
 * A reorganisation as its page shows it.
 *
 * @param address its page
 * @param from first day of what it made
 * @param document number, issuer and day of the document
 * @param note empty for none
 * @param by who applied it, and when
 */
record ReorganisationView(
        String address, String from, String instrument, String document, String note, List<Line> lines, String by) {

    private static final int HUNDRED = 100;
    private static final int MOST_DECIMALS = 4;

    /** A line: what it does, with which units, and what comes of them; null: nothing. */
    record Line(String deed, List<Unit> before, @Nullable Unit after) {}

    /** A unit in a line; its address is null while there is none. */
    record Unit(@Nullable String address, String text) {}

    /**
     * What would be done.
     *
     * @param from first day of the new units
     * @param offMonth what follows from a first day within a month; null on the first day of one
     * @param months the months of the units that end, those alike together
     * @param carriages what could be carried over
     */
    record Planned(
            String from,
            @Nullable String offMonth,
            List<Line> lines,
            List<UnitMonthsView> months,
            List<Carriage> carriages) {

        /** Whether there is something of it to choose; else what was chosen before stays so, for lines that are still to come. */
        public boolean offers(UnitCarriage.What what) {
            return carriages.stream()
                    .anyMatch(each -> each.what() == what && !each.fits().isEmpty());
        }
    }

    /** What units that end have reported and still owe. */
    record UnitMonthsView(List<String> units, String stored, String owed, String returned) {}

    /** What could be carried over: that which is, and that which fits nowhere. */
    record Carriage(UnitCarriage.What what, String label, String hint, List<String> fits, List<String> unfit) {}

    static ReorganisationView of(Applied act, PageMessages messages) {
        return new ReorganisationView(
                "/units/reorganisations/" + act.id(),
                Formats.date(act.from()),
                act.instrument(),
                document(act, messages),
                Objects.requireNonNullElse(act.note(), ""),
                act.lines().stream().map(each -> line(each, messages)).toList(),
                act.by() + ", " + Formats.time(act.at()));
    }

    /** The same with the lines that are about a unit. */
    static ReorganisationView about(long unit, Applied act, PageMessages messages) {
        return of(
                new Applied(
                        act.id(),
                        act.from(),
                        act.instrument(),
                        act.issuer(),
                        act.decided(),
                        act.note(),
                        act.lines().stream()
                                .filter(line -> line.to() != null && line.to().id() == unit
                                        || line.from().stream().anyMatch(each -> each.id() == unit))
                                .toList(),
                        act.by(),
                        act.at()),
                messages);
    }

    private static String document(Applied act, PageMessages messages) {
        String day =
                act.decided() == null ? "" : " " + messages.of("reorganisation.dated", Formats.date(act.decided()));
        return act.instrument() + day + (act.issuer() == null ? "" : ", " + act.issuer());
    }

    private static Line line(vn.hoso.units.ReorganisationQueries.Line line, PageMessages messages) {
        boolean whole = line.from().stream().allMatch(Named::whole);
        Named to = line.to();
        return new Line(
                messages.of("reorganisation.deed."
                        + (line.deed() == Deed.FORMED ? (whole ? "MERGED" : "DIVIDED") : line.deed())),
                line.from().stream().map(ReorganisationView::unit).toList(),
                to == null ? null : unit(to));
    }

    private static Unit unit(Named named) {
        return new Unit(
                named.id() == 0 ? null : "/units/" + named.id(),
                named.code() + " " + named.name() + beside(named) + (named.whole() ? "" : " – " + part(named)));
    }

    /** Kind and group, the kind where the name does not begin with it. */
    private static String beside(Named named) {
        String kind = named.name().toLowerCase(Locale.ROOT).startsWith(named.kind() + " ") ? "" : named.kind();
        String both = Stream.of(kind, Objects.requireNonNullElse(named.group(), ""))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return both.isEmpty() ? "" : " (" + both + ")";
    }

    /** A part as a percent where it has few decimals, else as the fraction that it is. */
    private static String part(Named named) {
        BigDecimal scaled = BigDecimal.valueOf(named.numerator()).multiply(BigDecimal.valueOf(HUNDRED));
        BigDecimal[] found =
                scaled.movePointRight(MOST_DECIMALS).divideAndRemainder(BigDecimal.valueOf(named.denominator()));
        return found[1].signum() == 0
                ? Formats.percentInProse(found[0].movePointLeft(MOST_DECIMALS))
                : named.numerator() + "/" + named.denominator();
    }

    static Planned planned(Preview preview, PageMessages messages) {
        LocalDate from = preview.plan().from();
        YearMonth month = YearMonth.from(from);
        List<ReorganisationLine> lines = preview.plan().lines();
        Map<Long, String> names = lines.stream()
                .flatMap(line -> line.parts().stream())
                .collect(Collectors.toMap(
                        each -> each.unit().unitId(),
                        each -> each.unit().words().name(),
                        (one, other) -> one));
        return new Planned(
                Formats.date(from),
                from.getDayOfMonth() == 1
                        ? null
                        : messages.of(
                                "reorganisation.offMonth",
                                Formats.date(from),
                                Formats.month(month),
                                Formats.month(month.plusMonths(1))),
                lines.stream().map(each -> line(each.kept(0), messages)).toList(),
                months(preview, names, messages),
                Arrays.stream(UnitCarriage.What.values())
                        .map(what -> carriage(what, preview.items().getOrDefault(what, List.of()), names, messages))
                        .filter(each -> !each.fits().isEmpty() || !each.unfit().isEmpty())
                        .toList());
    }

    private static List<UnitMonthsView> months(Preview preview, Map<Long, String> names, PageMessages messages) {
        Map<List<String>, List<String>> alike = new LinkedHashMap<>();
        preview.plan().lines().stream()
                .filter(ReorganisationLine::ends)
                .flatMap(line -> line.parts().stream())
                .map(each -> each.unit().unitId())
                .distinct()
                .forEach(unit -> {
                    Months months = preview.months().getOrDefault(unit, Months.NONE);
                    alike.computeIfAbsent(
                                    List.of(
                                            span(months.stored(), messages),
                                            span(months.owed(), messages),
                                            each(months.returned())),
                                    none -> new ArrayList<>())
                            .add(names.getOrDefault(unit, ""));
                });
        return alike.entrySet().stream()
                .map(each -> new UnitMonthsView(
                        each.getValue(),
                        each.getKey().get(0),
                        each.getKey().get(1),
                        each.getKey().get(2)))
                .toList();
    }

    /** Few months that need not follow one another. */
    private static String each(List<YearMonth> months) {
        return months.isEmpty() ? "–" : months.stream().map(Formats::month).collect(Collectors.joining(", "));
    }

    private static String span(List<YearMonth> months, PageMessages messages) {
        if (months.size() == 1) {
            return "1 (" + Formats.month(months.get(0)) + ")";
        }
        return months.isEmpty()
                ? "–"
                : messages.of(
                        "reorganisation.months",
                        String.valueOf(months.size()),
                        Formats.month(months.get(0)),
                        Formats.month(months.get(months.size() - 1)));
    }

    private static Carriage carriage(
            UnitCarriage.What what, List<UnitCarriage.Item> items, Map<Long, String> names, PageMessages messages) {
        return new Carriage(
                what,
                messages.of("reorganisation.carry." + what),
                messages.of("reorganisation.carry." + what + ".hint"),
                texts(items, true, names),
                texts(items, false, names));
    }

    private static List<String> texts(List<UnitCarriage.Item> items, boolean fits, Map<Long, String> names) {
        return items.stream()
                .filter(each -> each.fits() == fits)
                .map(each -> names.getOrDefault(each.unit(), "") + ": " + each.text())
                .distinct()
                .toList();
    }
}
