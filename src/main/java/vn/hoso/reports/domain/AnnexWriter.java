package vn.hoso.reports.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/** Fills the annex from the results. */
final class AnnexWriter {

    private static final List<Indicator> SHOWN = List.of(Indicator.FULL_PROCESS, Indicator.PARTIAL, Indicator.OVERALL);

    private static final int VERDICT_WIDTH = 44;

    /** All columns together fill landscape A4 between margins of 30 and 15 mm: 252. */
    private static final int NOTE_WIDTH = 21;

    private final YearResults results;
    private final ReportPhrases wording;
    private final List<Target> targets;

    AnnexWriter(YearResults results, ReportPhrases wording) {
        this.results = results;
        this.wording = wording;
        this.targets = Breakdown.unitTargets(results);
    }

    Annex write(LocalDate today) {
        return new Annex(
                "Phụ lục",
                ReportPhrases.upper("Kết quả tiếp nhận hồ sơ trực tuyến " + wording.periodName() + " của các đơn vị"),
                "(Kèm theo Báo cáo số" + Letterhead.BLANK + "/BC-UBND " + Letterhead.blankDate(today) + " của "
                        + wording.committee() + ")",
                days() + "Đơn vị tính: hồ sơ",
                columns(),
                rows(),
                notes());
    }

    /** A part of a year says from which day to which; a year's own name does. */
    private String days() {
        return wording.part() ? "Kỳ báo cáo " + wording.days() + ". " : "";
    }

    private List<Annex.Column> columns() {
        List<Annex.Column> columns = new ArrayList<>();
        columns.add(new Annex.Column(null, "TT", 9, false));
        columns.add(new Annex.Column(null, "Tên đơn vị", 44, false));
        group(columns, "Hồ sơ toàn trình", 14);
        group(columns, "Hồ sơ một phần", 14);
        group(columns, "Tổng số hồ sơ", 15);
        for (Target target : targets) {
            columns.add(new Annex.Column(
                    "So với chỉ tiêu", VerdictSentences.threshold(target), VERDICT_WIDTH / targets.size(), false));
        }
        columns.add(
                new Annex.Column(null, "Ghi chú", targets.isEmpty() ? NOTE_WIDTH + VERDICT_WIDTH : NOTE_WIDTH, false));
        return columns;
    }

    private static void group(List<Annex.Column> columns, String name, int width) {
        columns.add(new Annex.Column(name, "Phát sinh", width, true));
        columns.add(new Annex.Column(name, "Trực tuyến", width, true));
        columns.add(new Annex.Column(name, "Tỷ lệ", 16, true));
    }

    private List<Annex.Row> rows() {
        List<Annex.Row> rows = new ArrayList<>();
        for (ScopeResults unit : Breakdown.listed(results)) {
            rows.add(row(unit, false, String.valueOf(rows.size() + 1), unit.name()));
        }
        rows.add(row(results.district(), true, "", "Toàn " + wording.level()));
        return rows;
    }

    private Annex.Row row(ScopeResults scope, boolean total, String order, String name) {
        if (!scope.reported()) {
            return new Annex.Row(total, order, name, "chưa báo cáo", List.of(), "");
        }
        List<String> cells = new ArrayList<>();
        for (Indicator indicator : SHOWN) {
            IndicatorResult result = scope.indicator(indicator);
            Rate rate = result.rate();
            cells.add(rate == null ? "…" : Formats.count(rate.denominator()));
            cells.add(rate == null ? "…" : Formats.count(rate.numerator()));
            cells.add(result.percent() == null ? "—" : Formats.percent(result.percent()));
        }
        for (Target target : targets) {
            cells.add(outcome(Breakdown.verdict(scope, target).orElse(null)));
        }
        return new Annex.Row(total, order, name, null, cells, note(scope));
    }

    private static String outcome(@Nullable Verdict verdict) {
        if (verdict == null || !Breakdown.judged(verdict)) {
            return "—";
        }
        return (verdict.met() ? "Đạt" : "Thiếu " + Formats.count(verdict.shortBy()))
                + VerdictSentences.provisional(verdict);
    }

    private static String note(ScopeResults scope) {
        StringJoiner note = new StringJoiner("; ");
        if (scope.reportedMonths() < scope.expectedMonths() && scope.unitId() != null) {
            note.add("báo cáo " + scope.reportedMonths() + "/" + scope.expectedMonths() + " tháng");
        }
        if (!scope.indicator(Indicator.OVERALL).arisen()) {
            return note.add("không phát sinh").toString();
        }
        if (!scope.indicator(Indicator.FULL_PROCESS).arisen()) {
            note.add("không phát sinh hồ sơ toàn trình");
        }
        if (!scope.indicator(Indicator.PARTIAL).arisen()) {
            note.add("không phát sinh hồ sơ một phần");
        }
        return note.toString();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Ghi chú: Dấu “—” là không phát sinh hồ sơ; “Thiếu” là số hồ sơ trực tuyến còn thiếu để đạt chỉ tiêu.");
        if (Breakdown.missing(results)) {
            notes.add("Số liệu được công bố theo tổng số của toàn " + wording.level()
                    + ", không có số liệu chi tiết của từng đơn vị.");
        }
        if (results.provisional()) {
            notes.add("Số liệu sơ bộ: " + String.join("; ", ProvisionalReasons.reasons(results)) + ".");
        }
        return notes;
    }
}
