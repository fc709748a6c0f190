package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoso.rates.Indicator;
import vn.hoso.results.Coverage;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/** Section II: how the units did; the figures of each stand in the annex. */
final class UnitsSection {

    private final YearResults results;
    private final ReportPhrases wording;

    UnitsSection(YearResults results, ReportPhrases wording) {
        this.results = results;
        this.wording = wording;
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        if (Breakdown.missing(results)) {
            blocks.add(Block.paragraph("Số liệu " + wording.periodName() + " được công bố theo tổng số của toàn "
                    + wording.level() + "; không có số liệu chi tiết của từng đơn vị."));
        } else {
            blocks.add(Block.paragraph(reporting()));
            Breakdown.unitTargets(results).forEach(target -> blocks.add(Block.point(outcome(target))));
            blocks.add(Block.paragraph("Kết quả chi tiết của từng đơn vị tại Phụ lục kèm theo Báo cáo này."));
        }
        return new Section("II. KẾT QUẢ CỦA TỪNG ĐƠN VỊ", blocks);
    }

    private String reporting() {
        List<String> silent = results.units().stream()
                .filter(unit -> !unit.reported())
                .map(ScopeResults::name)
                .toList();
        List<String> idle = results.units().stream()
                .filter(unit ->
                        unit.reported() && !unit.indicator(Indicator.OVERALL).arisen())
                .map(ScopeResults::name)
                .toList();
        long whole = results.units().stream()
                .filter(unit -> unit.reportedMonths() == unit.expectedMonths())
                .count();
        Coverage coverage = results.coverage();
        return "Trong kỳ có " + Formats.count(coverage.reported()) + "/" + Formats.count(coverage.expected())
                + " báo cáo tháng của các đơn vị; " + whole + "/"
                + results.units().size()
                + " đơn vị đã báo cáo đủ các tháng"
                + named("chưa báo cáo", silent) + named("không phát sinh hồ sơ", idle) + ".";
    }

    private static String named(String state, List<String> names) {
        return names.isEmpty()
                ? ""
                : "; " + names.size() + " đơn vị " + state + " (" + ReportPhrases.names(names, names.size()) + ")";
    }

    private static String provisional(List<Verdict> judged) {
        long open = judged.stream().filter(Verdict::provisional).count();
        return open == 0 ? "" : "; " + open + " kết quả là tạm tính do đơn vị còn thiếu báo cáo tháng";
    }

    private String outcome(Target target) {
        List<Verdict> judged = results.units().stream()
                .map(unit -> Breakdown.verdict(unit, target))
                .flatMap(Optional::stream)
                .filter(Breakdown::judged)
                .toList();
        long met = judged.stream().filter(Verdict::met).count();
        return VerdictSentences.asked(target) + ": " + met + "/" + judged.size() + " đơn vị có số liệu đạt, "
                + (judged.size() - met) + " đơn vị chưa đạt" + provisional(judged) + ".";
    }
}
