package vn.hoso.readiness.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoso.presentation.PeriodFilter.Kept;
import vn.hoso.readiness.Quarter;
import vn.hoso.readiness.UnitReadiness;
import vn.hoso.readiness.UnitReadiness.State;
import vn.hoso.shared.PageMessages;
import vn.hoso.units.UnitFilter;

/**
 * Which units are shown, and in which order, as the address has it. Without a choice those that lack most come first, and behind
 * those that reported the ones that did not.
 *
 * @param q a part of the name or code, without regard to case and accents
 * @param page counted from 1
 */
record ReadinessChoice(
        @Nullable String q,
        @Nullable Sort sort,
        @Nullable Only only,
        @Nullable Integer page) {

    private static final String PATH = "/readiness";

    /** By name, or as in documents: by kind, then by code. */
    enum Sort {
        NAME,
        DOCUMENTS
    }

    /** Units that lack a computer or a signature, or that have not reported. */
    enum Only {
        LACKING,
        OWING
    }

    ReadinessChoice {
        q = UnitFilter.typed(Objects.requireNonNullElse(q, ""), "", 1).text();
    }

    private String text() {
        return Objects.requireNonNull(q);
    }

    /** The rows that are asked for, on all pages. */
    List<UnitReadiness> of(List<UnitReadiness> rows) {
        UnitFilter sought = UnitFilter.typed(text(), "", 1);
        Stream<UnitReadiness> shown =
                rows.stream().filter(row -> sought.finds(row.unit())).filter(this::holds);
        return (sort == Sort.DOCUMENTS ? shown : shown.sorted(order())).toList();
    }

    private boolean holds(UnitReadiness row) {
        return only == null || (only == Only.OWING ? row.state() == State.OWED : row.shortBy() > 0);
    }

    private Comparator<UnitReadiness> order() {
        return sort == Sort.NAME
                ? Comparator.comparing(row -> row.unit().name(), Collator.getInstance(Locale.forLanguageTag("vi")))
                : Comparator.comparing(UnitReadiness::state)
                        .thenComparing(UnitReadiness::shortBy, Comparator.reverseOrder());
    }

    /** One of the options of a choice. */
    record Option(String value, String label, boolean selected) {}

    /**
     * The form above the list and its files; what {@code components/dashboard/list} draws.
     *
     * @param path where it is sent
     * @param kept the rest of the address
     * @param shown how many of how many are shown, null where all are
     * @param reset the page with its whole list
     */
    record Controls(
            String path,
            List<Kept> kept,
            String q,
            List<Option> sorts,
            List<Option> onlys,
            @Nullable String shown,
            String reset,
            String csv,
            String xlsx) {}

    Controls controls(Quarter quarter, int shown, int all, PageMessages wording) {
        boolean plain = text().isEmpty() && only == null;
        return new Controls(
                PATH,
                List.of(new Kept("quarter", quarter.address())),
                text(),
                options(Sort.values(), sort, "readiness.list.sort", wording),
                options(Only.values(), only, "readiness.list.only", wording),
                plain ? null : wording.of("dashboard.list.shown", String.valueOf(shown), String.valueOf(all)),
                PATH + "?quarter=" + quarter.address(),
                address(PATH + "/list.csv", quarter, 0),
                address(PATH + "/list.xlsx", quarter, 0));
    }

    /** The same list on another page, or as a file that has no pages. */
    String address(String path, Quarter quarter, int number) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("quarter", quarter.address());
        if (!text().isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (sort != null) {
            address.queryParam("sort", sort);
        }
        if (only != null) {
            address.queryParam("only", only);
        }
        if (number > 1) {
            address.queryParam("page", number);
        }
        return address.encode().buildAndExpand(text()).toUriString();
    }

    private static <E extends Enum<E>> List<Option> options(
            E[] values, @Nullable E chosen, String key, PageMessages wording) {
        Function<E, Option> option = each -> new Option(each.name(), wording.of(key + "." + each), each == chosen);
        return Stream.concat(
                        Stream.of(new Option("", wording.of(key), chosen == null)),
                        Arrays.stream(values).map(option))
                .toList();
    }
}
