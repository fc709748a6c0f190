package vn.hoso.figures;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.SaveOutcome;

/**
 * Sets what a writer typed beside what is stored now, and beside what they saw when they began.
 *
 * <p>A row whose stored version moved on is a conflict only if the writer changed it too: a row they merely carried along
 * keeps the newer figures.
 */
class MonthEditComparison {

    private final List<MonthEdit.Row> rows;
    private final Map<Long, MonthlyReturn> stored;

    MonthEditComparison(List<MonthEdit.Row> rows, Map<Long, MonthlyReturn> stored) {
        this.rows = rows;
        this.stored = stored;
    }

    /** Rows that differ from what is stored, although their writer saw another version than the stored one. */
    List<MonthEdit.Row> stale() {
        return differing().filter(this::movedOn).toList();
    }

    /** Rows that differ from the stored version, which is the one their writer saw, or that nothing is stored for. */
    List<MonthEdit.Row> fresh() {
        return differing().filter(row -> !movedOn(row)).toList();
    }

    /** The stale rows that their writer really changed since the version they saw. */
    List<SaveOutcome.Conflict> conflicts(Predicate<MonthEdit.Row> carriedAlong) {
        return stale().stream()
                .filter(carriedAlong.negate())
                .map(this::conflict)
                .toList();
    }

    private Stream<MonthEdit.Row> differing() {
        return rows.stream().filter(row -> !row.figures().equals(figures(row)));
    }

    private SaveOutcome.Conflict conflict(MonthEdit.Row row) {
        MonthlyReturn now = Objects.requireNonNull(find(row));
        return new SaveOutcome.Conflict(
                row.unitId(), now.version(), now.figures(), now.changedBy().name(), now.changedAt());
    }

    private ReturnFigures figures(MonthEdit.Row row) {
        MonthlyReturn now = find(row);
        return now == null ? ReturnFigures.BLANK : now.figures();
    }

    /** Where nothing is stored, nobody's figures can be lost, whatever version the writer names. */
    private boolean movedOn(MonthEdit.Row row) {
        MonthlyReturn now = find(row);
        return now != null && now.version() != row.expectedVersion();
    }

    private @Nullable MonthlyReturn find(MonthEdit.Row row) {
        return stored.get(row.unitId());
    }
}
