package vn.hoso.targets.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.YearNavigation;

/**
 * The catalogue of targets for a year.
 *
 * @param years the year whose confirmations are shown, and its neighbours
 * @param groups targets set from above, then goals of the plan's own
 * @param mayConfirm whether the reader may confirm verdicts
 * @param mayManage whether the reader may change targets
 */
record TargetsView(YearNavigation years, List<Group> groups, boolean mayConfirm, boolean mayManage) {

    record Group(String titleKey, List<Entry> entries) {}

    /**
     * One target.
     *
     * @param rule what is asked, in words
     * @param own the units that are asked something else, null for none
     * @param indicator its numerator and denominator
     * @param scope whom it is set for
     * @param validity from when to when
     * @param inForce whether it holds at the end of the year
     * @param confirmable whether a user confirms its verdict
     * @param decision who confirmed what and when, null while nobody has
     */
    record Entry(
            long id,
            String code,
            String label,
            @Nullable String clause,
            String rule,
            @Nullable String own,
            String indicator,
            String scope,
            String validity,
            boolean inForce,
            boolean confirmable,
            List<Instrument> instruments,
            @Nullable String decision,
            @Nullable String note) {}

    /**
     * A document.
     *
     * @param issuedOn its date, or the words that no source names one
     * @param link where its text can be read, null where that is not known
     * @param replacedBy the document that came in its place, null for none
     */
    record Instrument(
            String title,
            String issuer,
            String issuedOn,
            @Nullable String link,
            @Nullable String replacedBy) {}
}
