package vn.hoso.reports.files;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import vn.hoso.rates.Fraction;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.reports.domain.ReportBreakdown;
import vn.hoso.reports.domain.ReportSentences;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.reports.domain.Verdicts;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Target;

/** The units' sheet: a row for each, their sum, the district's own figures and the difference between both. */
final class ReportUnitsSheet {

    static final String NAME = "Đơn vị";

    private static final List<Indicator> SHOWN = List.of(Indicator.FULL_PROCESS, Indicator.PARTIAL, Indicator.OVERALL);

    /** Columns before the first indicator, each of which takes three: received, online, rate. */
    private static final int FIRST = 2;

    private static final int DECIMALS = 2;

    private final YearResults results;
    private final List<Indicator> shown;
    private final List<Target> targets;
    private final AnnexSheetWriter writer;

    ReportUnitsSheet(YearResults results, XSSFSheet sheet, ReportCellStyles look) {
        this.results = results;
        this.targets = ReportBreakdown.unitTargets(results);
        this.shown = Stream.concat(SHOWN.stream(), results.district().columns().stream())
                .toList();
        this.writer = new AnnexSheetWriter(sheet, look);
    }

    void write(ReportText text, List<String> remarks, ResultsSheet district) {
        writer.head(text.warning(), text.annex().title(), remarks, columns());
        writer.headings(headings(), widths());
        List<ScopeResults> units = ReportBreakdown.listed(results);
        int first = 0;
        int last = 0;
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).ended() && (i == 0 || !units.get(i - 1).ended())) {
                writer.boldRow(columns()).text(1, ReportSentences.text("annex.ended"));
            }
            ReportWorkbookRow row = unit(i + 1, units.get(i));
            first = i == 0 ? row.number() : first;
            last = row.number();
        }
        ReportWorkbookRow whole = whole(district);
        if (!units.isEmpty()) {
            difference(whole, sum(first, last));
        }
        writer.remark("Ghi chú: Dấu “—” là không phát sinh hồ sơ; ô trống là chưa báo cáo.", columns());
        if (results.geography() == ResultsGeography.TODAY) {
            writer.remark(ReportSentences.text("annex.note.today"), columns());
        }
        if (ReportBreakdown.missing(results)) {
            writer.remark("Số liệu được công bố theo tổng số, không có số liệu chi tiết của từng đơn vị.", columns());
        }
        writer.printsOnLandscapeA4(text.warning());
    }

    private int columns() {
        return FIRST + 3 * shown.size() + targets.size() + 2;
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("TT", "Tên đơn vị"));
        for (String group : List.of("Toàn trình", "Một phần", "Tổng số hồ sơ")) {
            headings.addAll(List.of(group + ": phát sinh", group + ": trực tuyến", group + ": tỷ lệ"));
        }
        for (Indicator defined : results.district().columns()) {
            String group = ReportSentences.title(defined);
            headings.addAll(List.of(group + ": mẫu số", group + ": tử số", group + ": tỷ lệ"));
        }
        targets.forEach(target -> headings.add(ReportSentences.column(target.indicator())
                + ": chỉ tiêu "
                + (ReportBreakdown.alike(target, targets) ? target.code() + " " : "")
                + Verdicts.threshold(target)));
        headings.addAll(List.of("Số tháng đã báo cáo", "Ghi chú"));
        return headings;
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>(List.of(5, 38));
        shown.forEach(indicator -> widths.addAll(List.of(10, 10, 10)));
        targets.forEach(target -> widths.add(12));
        widths.addAll(List.of(10, 24));
        return widths;
    }

    private ReportWorkbookRow unit(int order, ScopeResults unit) {
        ReportWorkbookRow row = writer.row(columns());
        row.count(0, order);
        row.text(1, unit.name());
        StringJoiner note = new StringJoiner("; ");
        ReportBreakdown.past(unit).forEach(note::add);
        if (!unit.reported()) {
            note.add(ReportSentences.text(unit.notDue() ? "annex.not-due" : "annex.not-reported"));
        } else {
            for (int i = 0; i < shown.size(); i++) {
                IndicatorResult result = unit.indicator(shown.get(i));
                Rate rate = result.rate();
                if (rate != null) {
                    figures(row, FIRST + 3 * i, rate, result);
                }
            }
            nothingArisen(unit, note);
        }
        outcomes(row, unit);
        row.word(columns() - 2, unit.notDue() ? "—" : unit.reportedMonths() + "/" + unit.expectedMonths());
        row.text(columns() - 1, note.toString());
        return row;
    }

    private static void figures(ReportWorkbookRow row, int column, Rate rate, IndicatorResult result) {
        count(row, column, rate.exactDenominator());
        count(row, column + 1, rate.exactNumerator());
        row.rate(column + 2, column + 1, column, decimals(result));
    }

    /** A part of a divided unit's dossiers stays exact in the sheet, which prints it rounded. */
    private static void count(ReportWorkbookRow row, int column, Fraction dossiers) {
        if (dossiers.isWhole()) {
            row.count(column, dossiers.rounded());
        } else {
            row.countFormula(column, dossiers.numerator() + "/" + dossiers.denominator());
        }
    }

    private static int decimals(IndicatorResult result) {
        return result.percent() == null
                ? DECIMALS
                : Math.max(0, result.percent().scale());
    }

    private static void nothingArisen(ScopeResults unit, StringJoiner note) {
        if (!unit.indicator(Indicator.OVERALL).arisen()) {
            note.add("không phát sinh");
            return;
        }
        if (!unit.indicator(Indicator.FULL_PROCESS).arisen()) {
            note.add("không phát sinh hồ sơ toàn trình");
        }
        if (!unit.indicator(Indicator.PARTIAL).arisen()) {
            note.add("không phát sinh hồ sơ một phần");
        }
    }

    private void outcomes(ReportWorkbookRow row, ScopeResults scope) {
        for (int i = 0; i < targets.size(); i++) {
            int column = FIRST + 3 * shown.size() + i;
            row.word(
                    column,
                    ReportBreakdown.verdict(scope, targets.get(i))
                            .map(Verdicts::status)
                            .orElseGet(() -> ReportSentences.text("annex.not-asked")));
        }
    }

    /** The district's own figures, taken from its sheet. */
    private ReportWorkbookRow whole(ResultsSheet district) {
        ReportWorkbookRow row = writer.boldRow(columns());
        row.text(1, results.organisation().total());
        for (int i = 0; i < shown.size(); i++) {
            IndicatorResult result = results.district().indicator(shown.get(i));
            if (result.rate() != null) {
                int column = FIRST + 3 * i;
                ReportWorkbookRow source = district.row(shown.get(i));
                String sheet = "'" + ResultsSheet.NAME + "'!";
                row.countFormula(column, sheet + source.address(ResultsSheet.RECEIVED));
                row.countFormula(column + 1, sheet + source.address(ResultsSheet.ONLINE));
                row.rate(column + 2, column + 1, column, decimals(result));
            }
        }
        outcomes(row, results.district());
        return row;
    }

    private ReportWorkbookRow sum(int first, int last) {
        ReportWorkbookRow row = writer.boldRow(columns());
        row.text(1, "Cộng các đơn vị");
        for (int i = 0; i < shown.size(); i++) {
            int column = FIRST + 3 * i;
            for (int counted : List.of(column, column + 1)) {
                String name = CellReference.convertNumToColString(counted);
                row.countFormula(counted, "SUM(" + name + first + ":" + name + last + ")");
            }
            row.rate(column + 2, column + 1, column, decimals(results.district().indicator(shown.get(i))));
        }
        return row;
    }

    /** Zero unless the district's figures were published and its units' reports add up to others. */
    private void difference(ReportWorkbookRow whole, ReportWorkbookRow sum) {
        ReportWorkbookRow row = writer.row(columns());
        row.text(1, "Chênh lệch (" + results.organisation().whole() + " trừ các đơn vị)");
        for (int i = 0; i < shown.size(); i++) {
            for (int column : List.of(FIRST + 3 * i, FIRST + 3 * i + 1)) {
                row.countFormula(column, whole.address(column) + "-" + sum.address(column));
            }
        }
    }
}
