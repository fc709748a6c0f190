package vn.hoso.dashboard.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.Cell;
import vn.hoso.figures.Measure;
import vn.hoso.figures.ReturnFigures;
import vn.hoso.figures.ReturnHistories.Revision;
import vn.hoso.shared.Formats;

/**
 * Everything one return ever held, ready to print, the latest first.
 *
 * @param title of whom and when
 * @param measures the columns' message keys
 * @param revisions what it held, change by change
 * @param grid the month's own page
 * @param code the page's address, to be typed from paper
 */
record ReturnTracePage(String title, List<String> measures, List<Row> revisions, String grid, String code) {

    /**
     * One change.
     *
     * @param values each measure's value
     * @param by who, when
     * @param source where the figures came from
     */
    record Row(
            int version,
            String status,
            List<Value> values,
            @Nullable String note,
            String by,
            String source,
            @Nullable String reason) {}

    /**
     * A value.
     *
     * @param changed whether the change before left another one
     */
    record Value(String labelKey, String text, boolean changed) {}

    static ReturnTracePage of(String unit, long unitId, YearMonth month, List<Revision> revisions, Wording wording) {
        List<Row> rows = new ArrayList<>();
        ReturnFigures before = null;
        for (Revision each : revisions) {
            rows.add(row(each, before, wording));
            before = each.figures();
        }
        Collections.reverse(rows);
        return new ReturnTracePage(
                wording.of("dashboard.trace.return.headline", unit, Formats.month(month)),
                Arrays.stream(Measure.values()).map(ReturnTracePage::key).toList(),
                rows,
                "/figures/" + month,
                "/trace/returns/" + unitId + "/" + month);
    }

    private static Row row(Revision revision, @Nullable ReturnFigures before, Wording wording) {
        ReturnFigures now = revision.figures();
        return new Row(
                revision.version(),
                wording.of("dashboard.month." + revision.status()),
                Arrays.stream(Measure.values())
                        .map(measure -> new Value(
                                key(measure),
                                text(now.cell(measure), wording),
                                before != null && !before.cell(measure).equals(now.cell(measure))))
                        .toList(),
                now.note(),
                wording.of("dashboard.trace.by", revision.by(), Formats.time(revision.at())),
                wording.of("dashboard.trace.source." + revision.source()),
                revision.reason());
    }

    private static String key(Measure measure) {
        return "figures.measure." + measure.field();
    }

    /** Not reported, not applicable and 0 are three different answers. */
    private static String text(Cell cell, Wording wording) {
        if (cell instanceof Cell.Number number) {
            return Formats.count(number.value());
        }
        return cell instanceof Cell.NotApplicable ? wording.of("dashboard.trace.not-applicable") : RateText.NONE;
    }
}
