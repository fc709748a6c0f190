package vn.hoso.units;

import java.time.LocalDate;
import java.util.Map;
import vn.hoso.shared.UserText;

/**
 * Which of many units a page shows. Up to {@link #PAGE} units there is one page, so small offices never meet it.
 *
 * @param text part of a code or name, without regard to case and accents; empty for all
 * @param kind code of the kind, empty for all
 * @param page counted from 1
 */
public record UnitFilter(String text, String kind, int page) {

    /** Units on a page. */
    public static final int PAGE = 50;

    /**
     * Subquery of the numbers of the units that were called or were so at some time between two days; needs
     * {@link #parameters}.
     */
    public static final String UNIT_IDS = """
            (select filtered.unit_id from unit_version filtered
             where filtered.valid && daterange(cast(:filter_from as date), cast(:filter_end as date))
                and (:filter_kind = '' or filtered.kind = :filter_kind)
                and (:filter_text = '' or position(%1$s in %2$s) > 0 or position(%1$s in %3$s) > 0))
            """.formatted(
                    UserText.unaccentedSql("cast(:filter_text as text)"),
                    UserText.unaccentedSql("filtered.name"),
                    UserText.unaccentedSql("filtered.code"));

    private static final int LONGEST_TEXT = 120;
    private static final int LAST_PAGE = 10_000;

    /** As typed in an address: cut and bounded rather than refused. */
    public static UnitFilter typed(String text, String kind, int page) {
        String kept = UserText.kept(text);
        return new UnitFilter(
                kept.substring(0, Math.min(LONGEST_TEXT, kept.length())), kind, Math.max(1, Math.min(LAST_PAGE, page)));
    }

    /** What {@link #UNIT_IDS} asks for, from the first day until the day before the end. */
    public Map<String, Object> parameters(LocalDate from, LocalDate end) {
        return Map.of("filter_from", from, "filter_end", end, "filter_kind", kind, "filter_text", text);
    }

    /** The same units, on the last page where this one lies behind it. */
    public UnitFilter within(int found) {
        return new UnitFilter(text, kind, Math.min(page, Math.max(1, (found + PAGE - 1) / PAGE)));
    }

    /** Whether the unit, as it is called now, is one of those sought; what {@link #UNIT_IDS} finds among units at hand. */
    public boolean finds(Unit unit) {
        if (!kind.isEmpty() && !kind.equals(unit.kind().code())) {
            return false;
        }
        String sought = UserText.unaccented(text);
        return sought.isEmpty()
                || UserText.unaccented(unit.name()).contains(sought)
                || UserText.unaccented(unit.code()).contains(sought);
    }

    /** The same units, on the page that holds the one at this place among those found; else as {@link #within}. */
    public UnitFilter onPageOf(int place, int found) {
        return place < 0 ? within(found) : new UnitFilter(text, kind, place / PAGE + 1);
    }

    /** How many units stand before the page. */
    public int offset() {
        return (page - 1) * PAGE;
    }
}
