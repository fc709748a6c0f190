package vn.hoso.trace.web;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.TargetInForce;
import vn.hoso.targets.TargetScope;
import vn.hoso.units.Unit;

/**
 * Everything one return ever held, ready to print.
 *
 * @param title of whom and when
 * @param month such as 2024-09
 * @param steps what was done with it, the latest first; empty while nobody has entered anything
 * @param citations the instruments of the targets for which the month counts
 * @param code the page's address, to be typed from paper
 */
record ReturnTraceView(String title, String month, long unitId, List<Step> steps, List<String> citations, String code) {

    /**
     * One step.
     *
     * @param version counted from 1; null for a step of the whole month, which changes no figure
     * @param what it did, as a message key
     * @param until the last day of a reopening, null for other steps
     * @param changes the cells it changed
     * @param source where the figures came from, null where none changed
     * @param asked what the unit was asked to look at, and what it answered
     * @param file the sheet and row they stood in, null if they were typed
     */
    record Step(
            @Nullable Integer version,
            String at,
            String by,
            String what,
            @Nullable String until,
            List<CellChange> changes,
            @Nullable String source,
            @Nullable FilePlace file,
            @Nullable String reason,
            List<Asked> asked) {}

    /**
     * A reviewer's remark.
     *
     * @param labelKey the cell it is about, null for the return as a whole
     * @param remark its text; null where the step's reason says the same
     * @param answer what the unit answered and who for it, null where it has not
     */
    record Asked(
            @Nullable String labelKey,
            @Nullable String remark,
            @Nullable String answer) {}

    /** One cell before and after. */
    record CellChange(String labelKey, String before, String after) {}

    /**
     * Where in an imported file figures stood.
     *
     * @param path the file's page, null for those who may not open it
     */
    record FilePlace(String text, @Nullable String path) {}

    static ReturnTraceView of(
            Unit unit, YearMonth month, List<Step> steps, List<TargetInForce> targets, PageMessages wording) {
        return new ReturnTraceView(
                wording.of("trace.return.headline", unit.name(), Formats.month(month)),
                month.toString(),
                unit.id(),
                steps,
                targets.stream()
                        .map(TargetInForce::target)
                        .filter(target -> target.scope() != TargetScope.NAMED_UNITS || target.judges(unit.id()))
                        .flatMap(target -> target.instruments().stream())
                        .map(instrument -> instrument.title())
                        .distinct()
                        .toList(),
                "/trace/returns/" + unit.id() + "/" + month);
    }
}
