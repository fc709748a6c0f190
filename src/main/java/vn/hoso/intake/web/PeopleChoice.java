package vn.hoso.intake.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoso.intake.PaperIntake;
import vn.hoso.intake.Tally;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodFilter.Kept;
import vn.hoso.rates.Fraction;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;

/**
 * What of a period is shown and in which order, as the address has it.
 *
 * @param view by official, by unit or by procedure
 * @param unit the only unit shown; null for all
 * @param unitText its code or name, null where it is not typed
 * @param sort null for the units' order, of procedures the most paper first
 * @param page from 1
 */
record PeopleChoice(
        @Nullable View view,
        @Nullable Long unit,
        @Nullable String unitText,
        @Nullable Sort sort,
        @Nullable Integer page) {

    /** So many rows at once. */
    static final int ROWS = 100;

    /** With fewer dossiers than this a share says little: it is marked, and follows the others where shares order the list. */
    static final int FEW = 30;

    enum View {
        PEOPLE,
        UNITS,
        PROCEDURES
    }

    enum Sort {
        NAME,
        MOST_PAPER,
        UNEXPLAINED,
        HIGHEST_SHARE
    }

    View shown() {
        return Objects.requireNonNullElse(view, View.PEOPLE);
    }

    /** Where the unit is chosen. */
    UnitField field(UnitOptions units) {
        return UnitField.of(units, "unit", unit == null ? null : String.valueOf(unit), unitText);
    }

    /** The same with the unit that is meant; where that is not clear, with all of them. */
    PeopleChoice resolved(UnitField field) {
        return unitText == null
                ? this
                : new PeopleChoice(
                        view, field.chosen().isEmpty() ? null : Long.valueOf(field.chosen()), null, sort, page);
    }

    int from() {
        return page == null ? 0 : Math.max(0, Math.min(page, 100_000) - 1) * ROWS;
    }

    static boolean few(Tally tally) {
        return tally.received() < FEW;
    }

    /** The rows in the order that is asked for. */
    <T> List<T> sorted(List<T> rows, Function<T, Tally> tally, Function<T, @Nullable String> name) {
        if (sort == null) {
            return rows;
        }
        Comparator<T> order =
                switch (sort) {
                    case NAME ->
                        Comparator.comparing(
                                name, Comparator.nullsLast(Collator.getInstance(Locale.forLanguageTag("vi"))));
                    case MOST_PAPER ->
                        Comparator.comparing((T row) -> tally.apply(row).paper())
                                .reversed();
                    case UNEXPLAINED ->
                        Comparator.comparing((T row) -> tally.apply(row).unexplained())
                                .reversed();
                    case HIGHEST_SHARE ->
                        Comparator.comparing((T row) -> few(tally.apply(row)))
                                .thenComparing((one, other) ->
                                        share(tally.apply(other)).compareTo(share(tally.apply(one))));
                };
        return rows.stream().sorted(order).toList();
    }

    private static Fraction share(Tally tally) {
        return tally.received() == 0 ? Fraction.ZERO : Fraction.of(tally.share());
    }

    /** One entry of a list. */
    record Option(String value, String label, boolean selected) {}

    /** A link to another view. */
    record Tab(String path, String label, boolean shown) {}

    /**
     * The form and the links above the rows.
     *
     * @param year the year, which stays
     * @param shown the view, which stays
     * @param annex the annex for the year-end evaluation of the same period, as a document
     */
    record Controls(
            String year,
            String shown,
            List<Option> spans,
            List<Option> months,
            List<Option> units,
            UnitField unit,
            List<Option> sorts,
            List<Tab> tabs,
            String csv,
            String xlsx,
            String annex) {}

    Controls controls(String path, PeriodFilter filter, PaperIntake intake, UnitField field, PageMessages wording) {
        ReportingPeriod period = intake.period();
        return new Controls(
                String.valueOf(period.from().getYear()),
                shown().name(),
                Arrays.stream(PeriodSpan.values())
                        .map(each -> new Option(
                                each.name(), wording.of("dashboard.span." + each), each == filter.spanShown()))
                        .toList(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(each -> new Option(
                                String.valueOf(each),
                                wording.of("dashboard.span.of-month", String.valueOf(each)),
                                each == period.to().getMonthValue()))
                        .toList(),
                Stream.concat(
                                Stream.of(new Option("", wording.of("intake.units.all"), unit == null)),
                                field.options().listed().stream().map(this::option))
                        .toList(),
                field,
                Stream.concat(
                                Stream.of(new Option("", wording.of("intake.sort"), sort == null)),
                                Arrays.stream(Sort.values())
                                        .map(each -> new Option(
                                                each.name(), wording.of("intake.sort." + each), each == sort)))
                        .toList(),
                Arrays.stream(View.values())
                        .map(each -> new Tab(
                                new PeopleChoice(each, unit, null, sort, null).address(path, filter, period),
                                wording.of("intake.view." + each),
                                each == shown()))
                        .toList(),
                first().address(path + ".csv", filter, period),
                first().address(path + ".xlsx", filter, period),
                filter.now().address(path + "/annex.docx", period));
    }

    private Option option(UnitOptions.Option each) {
        return new Option(String.valueOf(each.id()), each.label(), Objects.equals(unit, each.id()));
    }

    private PeopleChoice first() {
        return new PeopleChoice(view, unit, null, sort, null);
    }

    PeopleChoice on(int another) {
        return new PeopleChoice(view, unit, null, sort, another);
    }

    PeopleChoice of(long another) {
        return new PeopleChoice(View.PEOPLE, another, null, sort, null);
    }

    /** The address of a page about the same period with this choice. */
    String address(String path, PeriodFilter filter, ReportingPeriod period) {
        List<Kept> parts = new ArrayList<>(filter.now().kept(period));
        if (shown() != View.PEOPLE) {
            parts.add(new Kept("view", shown().name()));
        }
        if (unit != null) {
            parts.add(new Kept("unit", String.valueOf(unit)));
        }
        if (sort != null) {
            parts.add(new Kept("sort", sort.name()));
        }
        if (page != null && page > 1) {
            parts.add(new Kept("page", String.valueOf(page)));
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parts.forEach(each -> address.queryParam(each.name(), each.value()));
        return address.toUriString();
    }
}
