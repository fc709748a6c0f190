package vn.hoso.reports.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import vn.hoso.rates.Rate;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Verdict;

/** The most that the overall rate can reach while no further procedure is offered online. */
public final class Ceiling {

    private Ceiling() {}

    /** The sentences on the ceiling and on the targets above it; empty where no missed target has a ceiling. */
    static List<String> sentences(ScopeResults district) {
        List<Verdict> missed = VerdictSentences.missed(district).stream()
                .filter(verdict -> verdict.ceiling() != null)
                .toList();
        BigDecimal percent = district.rates().ceiling();
        return missed.isEmpty() || percent == null ? List.of() : List.of(limit(missed, percent) + above(missed));
    }

    private static String limit(List<Verdict> missed, BigDecimal percent) {
        Rate ceiling = Objects.requireNonNull(missed.get(0).ceiling());
        return "Các thủ tục hành chính được cung cấp trực tuyến (toàn trình, một phần) chỉ phát sinh "
                + ReportPhrases.fraction(ceiling) + " hồ sơ, nên tỷ lệ hồ sơ trực tuyến tối đa có thể đạt là "
                + Formats.percentInProse(percent) + ".";
    }

    private static String above(List<Verdict> missed) {
        StringBuilder sentences = new StringBuilder();
        for (Verdict verdict : missed) {
            if (!verdict.reachable()) {
                sentences
                        .append(" Chỉ tiêu ")
                        .append(VerdictSentences.threshold(verdict.target()))
                        .append(
                                " cao hơn mức tối đa này: muốn đạt, cần cung cấp trực tuyến thêm các thủ tục hành chính")
                        .append(" tương ứng ít nhất ")
                        .append(Formats.count(verdict.missingEligible()))
                        .append(" hồ sơ.");
            }
        }
        return sentences.toString();
    }
}
