package vn.hoso.reconciliation.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoso.reconciliation.Difference;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;

/**
 * Which differences are shown, as the address has it.
 *
 * @param year null for the latest year in which something is to be done
 * @param unit the unit's id, {@code all} for all units together, empty for everything
 * @param unitText its code or name, null where it is not typed
 * @param state what became of them, null for what somebody still has to do something about
 * @param page the first is 1
 */
record DifferenceFilter(
        @Nullable Integer year,
        @Nullable String unit,
        @Nullable String unitText,
        @Nullable Shown state,
        @Nullable Integer page) {

    static final int ON_A_PAGE = 200;

    /** How the address names all units together. */
    static final String WHOLE = "all";

    private static final String NONE = "-";

    /** What became of those shown. */
    enum Shown {
        UNSETTLED,
        OPEN,
        EXPLAINED,
        CORRECTED,
        INCOMPARABLE,
        ACCEPTED,
        ALL;

        boolean holds(Difference each) {
            return switch (this) {
                case ALL -> true;
                case UNSETTLED -> each.state().unsettled();
                default -> each.state().name().equals(name());
            };
        }
    }

    DifferenceFilter {
        unit = Objects.requireNonNullElse(unit, "");
        state = Objects.requireNonNullElse(state, Shown.UNSETTLED);
        page = page == null || page < 1 ? 1 : page;
    }

    /** Where the unit is chosen; all units together are named apart. */
    UnitField field(UnitOptions units) {
        String id = Objects.requireNonNull(unit);
        return UnitField.of(units, "unit", id, WHOLE.equals(id) && "".equals(unitText) ? null : unitText);
    }

    /** The same with the unit that is meant; where that is not clear, of none. */
    DifferenceFilter resolved(UnitField field) {
        return new DifferenceFilter(year, field.wrong() ? NONE : field.chosen(), null, state, page);
    }

    /** Those of a year's differences that are asked for. */
    List<Difference> of(List<Difference> all) {
        Shown shown = Objects.requireNonNull(state);
        return all.stream()
                .filter(shown::holds)
                .filter(each -> "".equals(unit) || unit(each).equals(unit))
                .toList();
    }

    /** Those of them on the page; past the last page the last one. */
    List<Difference> onPage(List<Difference> all) {
        List<Difference> chosen = of(all);
        int from = from(chosen.size());
        return chosen.subList(from, Math.min(chosen.size(), from + ON_A_PAGE));
    }

    /** How many of so many stand before the page. */
    int from(int size) {
        int last = Math.max(0, (size - 1) / ON_A_PAGE);
        return Math.min(last, Objects.requireNonNull(page) - 1) * ON_A_PAGE;
    }

    /** How the address names the units of a difference. */
    static String unit(Difference difference) {
        Long id = difference.figure().unitId();
        return id == null ? WHOLE : id.toString();
    }

    /** An address with these choices in another year or on another page. */
    String link(String path, int ofYear, int ofPage) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("year", ofYear)
                .queryParam("unit", "{unit}")
                .queryParam("state", state)
                .queryParam("page", ofPage)
                .encode()
                .buildAndExpand(Map.of("unit", Objects.requireNonNull(unit)))
                .toUriString();
    }
}
