package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoso.rates.Counts;
import vn.hoso.results.OpenItem;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/** Section III: the weak points that the figures themselves show, proposed for the Office to edit. */
final class ShortcomingsSection {

    private final YearResults results;
    private final ReportPhrases wording;

    ShortcomingsSection(YearResults results, ReportPhrases wording) {
        this.results = results;
        this.wording = wording;
    }

    /** The section, with what units explain and what an earlier report of the year said differently. */
    Section write(List<ReportSuggestions.Explanation> explanations, List<String> restated) {
        List<String> points = new ArrayList<>();
        missedTargets(points);
        paperThoughOnline(points);
        Breakdown.unitTargets(results).forEach(target -> unitsBelow(points, target));
        results.openItems().stream()
                .filter(item -> !(wording.part() && item instanceof OpenItem.AwaitsConfirmation))
                .forEach(item -> points.add(OpenItemSentences.sentence(item)));
        if (results.provisional()) {
            points.add("Số liệu của Báo cáo là số liệu sơ bộ (" + String.join("; ", ProvisionalReasons.reasons(results))
                    + ").");
        }
        explanations.forEach(each -> points.add(each.sentence()));
        points.addAll(restated);
        List<Block> blocks = points.isEmpty()
                ? List.of(Block.paragraph("Số liệu trong kỳ không cho thấy tồn tại, hạn chế cần nêu."))
                : points.stream().map(Block::point).toList();
        return new Section("III. TỒN TẠI, HẠN CHẾ", blocks);
    }

    private void missedTargets(List<String> points) {
        VerdictSentences.missed(results.district())
                .forEach(verdict -> points.add("Tỷ lệ "
                        + VerdictSentences.counted(verdict.target().indicator()) + " của " + wording.level()
                        + " chưa đạt chỉ tiêu " + VerdictSentences.threshold(verdict.target())
                        + VerdictSentences.provisional(verdict) + ", còn thiếu "
                        + Formats.count(verdict.shortBy()) + " hồ sơ" + unreachable(verdict) + "."));
    }

    private static String unreachable(Verdict verdict) {
        return verdict.reachable()
                ? ""
                : "; chỉ tiêu này vượt mức tối đa có thể đạt với các thủ tục hành chính hiện được cung cấp trực tuyến,"
                        + " thiếu ít nhất " + Formats.count(verdict.missingEligible()) + " hồ sơ";
    }

    private void paperThoughOnline(List<String> points) {
        Counts counts = results.district().counts();
        if (counts != null && counts.paperThoughOnline() > 0) {
            points.add("Còn " + Formats.count(counts.paperThoughOnline())
                    + " hồ sơ nộp trực tiếp bằng bản giấy đối với các thủ tục hành chính đã được cung cấp dịch vụ công"
                    + " trực tuyến.");
        }
    }

    private void unitsBelow(List<String> points, Target target) {
        List<String> below = new ArrayList<>();
        int judged = 0;
        for (ScopeResults unit : Breakdown.listed(results)) {
            Optional<Verdict> verdict = Breakdown.verdict(unit, target).filter(Breakdown::judged);
            judged += verdict.isPresent() ? 1 : 0;
            verdict.filter(outcome -> !outcome.met())
                    .flatMap(outcome -> described(unit, outcome))
                    .ifPresent(below::add);
        }
        String asked = " chưa đạt chỉ tiêu " + VerdictSentences.threshold(target);
        if (!below.isEmpty() && below.size() == judged) {
            points.add("Tất cả " + judged + " đơn vị có số liệu" + asked + " (chi tiết tại Phụ lục).");
        } else if (!below.isEmpty()) {
            points.add(below.size() + " đơn vị" + asked + ": " + ReportPhrases.names(below, below.size()) + ".");
        }
    }

    /** "Xã Phước Hòa (812/2.001, đạt 40,58%)". */
    private static Optional<String> described(ScopeResults unit, Verdict verdict) {
        return Optional.ofNullable(verdict.rate())
                .map(rate -> unit.name() + " (" + ReportPhrases.fraction(rate) + ", đạt "
                        + ReportPhrases.percent(unit.indicator(verdict.target().indicator()))
                        + (verdict.provisional() ? ", tạm tính" : "") + ")");
    }
}
