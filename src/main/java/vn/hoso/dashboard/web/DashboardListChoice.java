package vn.hoso.dashboard.web;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoso.dashboard.web.DashboardPeriodPages.PeriodChoice;
import vn.hoso.presentation.PageSteps;
import vn.hoso.presentation.PeriodFilter.Kept;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserText;
import vn.hoso.targets.VerdictStatus;

/**
 * Which units of a list are shown, and in which order, as the address has it; what is left out changes nothing. Lists of more
 * than {@link PageSteps#WHOLE} units stand on pages, so that no page grows with the country.
 *
 * @param q a part of the name, without regard to case and accents
 * @param sort the order
 * @param only which of them
 * @param page counted from 1, of a long list
 */
record DashboardListChoice(
        @Nullable String q,
        @Nullable Sort sort,
        @Nullable Only only,
        @Nullable Integer page) {

    private static final int LONGEST = 100;

    /** By name, or by the rate that the list is about. */
    enum Sort {
        NAME,
        LOWEST,
        HIGHEST
    }

    /** Units that miss a target, or that owe a return. */
    enum Only {
        MISSED,
        OWING
    }

    DashboardListChoice {
        q = q == null ? "" : q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
    }

    /** Whether the list is shown as it is. */
    boolean plain() {
        return text().isEmpty() && sort == null && only == null;
    }

    /** Whether the rows stand in another order than the list's own. */
    boolean sorted() {
        return sort != null;
    }

    private String text() {
        return Objects.requireNonNull(q);
    }

    /**
     * The rows that are asked for, in the order that is asked for; units that are no more stay behind the others.
     *
     * @param unit whose row it is
     * @param indicator whose rate orders them; units without one come last
     */
    <T> List<T> of(List<T> rows, Function<T, ScopeResults> unit, Indicator indicator) {
        return of(rows, unit, row -> unit.apply(row).indicator(indicator).percent());
    }

    /**
     * The same where the list is about another rate than an indicator's.
     *
     * @param percent the rate that orders them as it is printed; rows without one come last
     */
    <T> List<T> of(List<T> rows, Function<T, ScopeResults> unit, Function<T, @Nullable BigDecimal> percent) {
        if (plain()) {
            return rows;
        }
        String part = UserText.unaccented(text());
        Stream<T> shown = rows.stream()
                .filter(row -> UserText.unaccented(unit.apply(row).name()).contains(part))
                .filter(row -> only == null || holds(unit.apply(row)));
        return (sort == null
                        ? shown
                        : shown.sorted(Comparator.comparing(unit, Comparator.comparing(ScopeResults::ended))
                                .thenComparing(order(sort, unit, percent))))
                .toList();
    }

    /** The rows of the page that is asked for; the last one where it lies behind it. */
    <T> List<T> onPage(List<T> rows) {
        return PageSteps.part(rows, page);
    }

    /**
     * The same of a list that is a part of the page's.
     *
     * @param before how many rows stand before it
     * @param all how many there are in all parts
     */
    <T> List<T> onPage(List<T> rows, int before, int all) {
        return PageSteps.part(rows, before, all, page);
    }

    private boolean holds(ScopeResults unit) {
        return only == Only.OWING
                ? unit.reportedMonths() < unit.expectedMonths()
                : unit.verdicts().stream().anyMatch(verdict -> verdict.status() == VerdictStatus.NOT_MET);
    }

    private static <T> Comparator<T> order(
            Sort sort, Function<T, ScopeResults> unit, Function<T, @Nullable BigDecimal> percent) {
        if (sort == Sort.NAME) {
            return Comparator.comparing(
                    row -> unit.apply(row).name(), Collator.getInstance(Locale.forLanguageTag("vi")));
        }
        Comparator<BigDecimal> rates = Comparator.naturalOrder();
        return Comparator.comparing(percent, Comparator.nullsLast(sort == Sort.HIGHEST ? rates.reversed() : rates));
    }

    /** The choice as hidden fields of another form. */
    List<Kept> kept() {
        List<Kept> kept = new ArrayList<>();
        if (!text().isEmpty()) {
            kept.add(new Kept("q", text()));
        }
        if (sort != null) {
            kept.add(new Kept("sort", sort.name()));
        }
        if (only != null) {
            kept.add(new Kept("only", only.name()));
        }
        return kept;
    }

    /**
     * What stands above the list.
     *
     * @param path the page
     * @param page what else the page's address says
     * @param shown how many units are found, on whatever page
     * @param all of how many
     */
    DashboardListControls controls(String path, List<Kept> page, int shown, int all, PageMessages wording) {
        return new DashboardListControls(
                path,
                page,
                text(),
                options(
                        Sort.values(),
                        sort,
                        wording.of("dashboard.list.sort"),
                        each -> wording.of("dashboard.list.sort." + each)),
                options(
                        Only.values(),
                        only,
                        wording.of("dashboard.list.only"),
                        each -> wording.of("dashboard.list.only." + each)),
                all > 0,
                plain() ? null : wording.of("dashboard.list.shown", Formats.count(shown), Formats.count(all)),
                address(path, page),
                PageSteps.around(shown, this.page, number -> page(path, page, number), wording),
                address(path + ".csv", join(page)),
                address(path + ".xlsx", join(page)));
    }

    private String page(String path, List<Kept> kept, int number) {
        return address(
                path,
                Stream.concat(join(kept).stream(), Stream.of(new Kept("page", String.valueOf(number))))
                        .toList());
    }

    private List<Kept> join(List<Kept> page) {
        return Stream.concat(page.stream(), kept().stream()).toList();
    }

    private static String address(String path, List<Kept> parts) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parts.forEach(each -> address.queryParam(each.name(), "{" + each.name() + "}"));
        return address.encode()
                .buildAndExpand(parts.stream().map(Kept::value).toArray())
                .toUriString();
    }

    private static <E extends Enum<E>> List<PeriodChoice.Option> options(
            E[] values, @Nullable E chosen, String whole, Function<E, String> words) {
        return Stream.concat(
                        Stream.of(new PeriodChoice.Option("", whole, chosen == null)),
                        Arrays.stream(values)
                                .map(each -> new PeriodChoice.Option(each.name(), words.apply(each), each == chosen)))
                .toList();
    }
}
