package vn.hoso.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.audit.Change;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;

/** What a step changed in one return, value by value, as the trail keeps it. */
final class ReturnChangeTrail {

    private final ReturnFigures figures;
    private final @Nullable ReturnStatus status;

    private ReturnChangeTrail(ReturnFigures figures, @Nullable ReturnStatus status) {
        this.figures = figures;
        this.status = status;
    }

    /** How the return stands now, before the step; one that was never stored is blank. */
    static ReturnChangeTrail before(MonthlyReturn each) {
        return new ReturnChangeTrail(each.figures(), each.version() == 0 ? null : each.status());
    }

    /** What is different after the step; only that. */
    List<Change> to(MonthlyReturn after) {
        List<Change> changes = to(after.figures(), after.unitId(), after.version());
        add(
                changes,
                after.unitId(),
                after.version(),
                "status",
                status == null ? null : status.name(),
                after.status().name());
        return changes;
    }

    /** What would be different with a unit's other figures; they have no version before they are in force. */
    List<Change> to(ReturnFigures after, long unitId, @Nullable Integer version) {
        List<Change> changes = new ArrayList<>();
        figures.differences(after)
                .forEach(measure -> add(
                        changes,
                        unitId,
                        version,
                        measure.field(),
                        text(figures.cell(measure)),
                        text(after.cell(measure))));
        add(changes, unitId, version, "note", figures.note(), after.note());
        return changes;
    }

    private static void add(
            List<Change> changes,
            long unitId,
            @Nullable Integer version,
            String field,
            @Nullable String before,
            @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(unitId, version, field, before, after));
        }
    }

    private static @Nullable String text(FigureValue cell) {
        if (cell instanceof FigureValue.Number number) {
            return String.valueOf(number.value());
        }
        return cell instanceof FigureValue.NotApplicable ? "x" : null;
    }
}
