package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.hoso.figures.MonthGridQueries.ShownUnits;
import vn.hoso.units.Unit;
import vn.hoso.units.UnitFilter;
import vn.hoso.units.UnitKind;

/**
 * Which of a month's units its grid or its review shows, as the address says; forms send it back with their own address.
 *
 * @param filter what is sought, and the page
 * @param unit the unit whose page is asked for whatever its number; 0 for none
 */
record MonthUnitsPage(UnitFilter filter, long unit) {

    static final MonthUnitsPage FIRST = new MonthUnitsPage(UnitFilter.typed("", "", 1), 0);

    /** What the address says, not the form sent to it; what is no number is left out of account. */
    static MonthUnitsPage of(HttpServletRequest request) {
        MultiValueMap<String, String> fields =
                ServletUriComponentsBuilder.fromRequest(request).build().getQueryParams();
        return new MonthUnitsPage(
                UnitFilter.typed(text(fields, "q"), text(fields, "kind"), (int) number(fields, "page")),
                number(fields, "unit"));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String text = fields.getFirst(name);
        return text == null ? "" : UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
    }

    private static long number(MultiValueMap<String, String> fields, String name) {
        String text = text(fields, name);
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    /**
     * Units of a list.
     *
     * @param units those shown
     * @param finder the way to the others
     */
    record Shown(List<Unit> units, UnitFinderView finder) implements ShownUnits {}

    /** The page of what the filter finds among them; one that is always shown stands on every page. */
    Shown among(List<Unit> all, Collection<Long> always) {
        List<Unit> found = all.stream().filter(filter::finds).toList();
        UnitFilter page = filter.onPageOf(found.stream().map(Unit::id).toList().indexOf(unit), found.size());
        Set<Unit> shown = new LinkedHashSet<>(
                found.subList(page.offset(), Math.min(found.size(), page.offset() + UnitFilter.PAGE)));
        all.stream().filter(each -> always.contains(each.id())).forEach(shown::add);
        return new Shown(new ArrayList<>(shown), new UnitFinderView(page, kinds(all), found.size(), all.size()));
    }

    /** The first page of what is sought. */
    MonthUnitsPage first() {
        return new MonthUnitsPage(UnitFilter.typed(filter.text(), filter.kind(), 1), 0);
    }

    private static List<UnitKind> kinds(List<Unit> units) {
        Map<String, UnitKind> kinds = units.stream()
                .map(Unit::kind)
                .collect(Collectors.toMap(UnitKind::code, Function.identity(), (one, same) -> one));
        return kinds.values().stream()
                .sorted((one, other) -> Integer.compare(one.place(), other.place()))
                .toList();
    }

    /** The address of such a page, with what is sought; without anything where all is as usual. */
    static String address(String path, UnitFilter filter) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (!filter.text().isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (!filter.kind().isEmpty()) {
            address.queryParam("kind", "{kind}");
        }
        if (filter.page() > 1) {
            address.queryParam("page", filter.page());
        }
        return address.encode()
                .buildAndExpand(Map.of("q", filter.text(), "kind", filter.kind()))
                .toUriString();
    }
}
