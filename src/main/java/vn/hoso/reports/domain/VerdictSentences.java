package vn.hoso.reports.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/** Puts a verdict and its grounds into words. */
public final class VerdictSentences {

    private final ScopeResults district;
    private final ReportPhrases wording;

    VerdictSentences(ScopeResults district, ReportPhrases wording) {
        this.district = district;
        this.wording = wording;
    }

    /** The whole sentence: what was asked, the outcome, its figures, what is short. */
    String sentence(Verdict verdict) {
        Target target = verdict.target();
        if (target.rule() == TargetRule.HAS_ARISEN) {
            return clause(target) + ". " + target.label() + ": " + confirmable(verdict) + ".";
        }
        return asked(target) + ": " + measured(verdict) + ".";
    }

    /** "Chỉ tiêu “Hồ sơ trực tuyến” tại Nghị quyết số 17/NQ-CP của Chính phủ quy định tỷ lệ đạt 50%". */
    static String asked(Target target) {
        String instrument = target.instruments().isEmpty()
                ? ""
                : " tại " + Citation.brief(target.instruments().get(0));
        return clause(target) + instrument + " quy định tỷ lệ đạt " + threshold(target);
    }

    /** "50%", or "trên 50%". */
    public static String threshold(Target target) {
        BigDecimal threshold = Objects.requireNonNull(target.threshold());
        return (target.rule() == TargetRule.MORE_THAN ? "trên " : "") + Formats.percentInProse(threshold);
    }

    /** "hồ sơ trực tuyến toàn trình" and so on: what the numerator counts. */
    static String counted(Indicator indicator) {
        return switch (indicator) {
            case FULL_PROCESS -> "hồ sơ trực tuyến toàn trình";
            case PARTIAL -> "hồ sơ trực tuyến một phần";
            case OVERALL -> "hồ sơ trực tuyến";
            case ELIGIBLE_ONLINE -> "hồ sơ trực tuyến của các thủ tục hành chính được cung cấp trực tuyến";
            case ONLINE_PAYMENT -> "hồ sơ thanh toán trực tuyến phí, lệ phí";
        };
    }

    /** The outcome as a column prints it: one that missing returns could turn says so. */
    public static String status(Verdict verdict) {
        return status(verdict.status()) + provisional(verdict);
    }

    /** " (tạm tính)" behind an outcome that missing returns could turn, else nothing. */
    static String provisional(Verdict verdict) {
        return verdict.provisional() ? " (tạm tính)" : "";
    }

    /** "1/276 báo cáo tháng có số liệu phí, lệ phí": of figures that a return may lack; else null. */
    public static @Nullable String basis(IndicatorResult result) {
        Basis basis = result.basis();
        return basis == null || !result.indicator().optional()
                ? null
                : Formats.count(basis.reported()) + "/" + Formats.count(basis.expected())
                        + " báo cáo có số liệu phí, lệ phí";
    }

    public static String status(VerdictStatus status) {
        return switch (status) {
            case MET -> "Đạt";
            case NOT_MET -> "Chưa đạt";
            case NOT_ASSESSED -> "Chưa đánh giá";
            case NOTHING_ARISEN -> "Không phát sinh";
        };
    }

    private static String clause(Target target) {
        return target.clause() == null ? "Chỉ tiêu " + target.code() : target.clause();
    }

    private String confirmable(Verdict verdict) {
        String evidence = verdict.rate() == null
                ? "chưa có số liệu báo cáo"
                : "phát sinh " + ReportPhrases.fraction(verdict.rate()) + " "
                        + counted(verdict.target().indicator());
        String outcome = status(verdict.status()) + " (" + provisionally(verdict) + evidence + ")";
        if (wording.part()) {
            return outcome + "; kết quả được xác nhận theo năm";
        }
        if (verdict.awaitsConfirmation()) {
            return "đề xuất " + outcome + "; kết quả này chờ xác nhận";
        }
        return verdict.evidenceChanged()
                ? outcome + "; số liệu đã thay đổi so với thời điểm xác nhận, cần xác nhận lại"
                : outcome;
    }

    private String measured(Verdict verdict) {
        Rate rate = verdict.rate();
        if (rate == null) {
            return "chưa đánh giá do chưa có số liệu báo cáo";
        }
        if (!rate.arisen()) {
            return "không phát sinh hồ sơ";
        }
        String outcome = status(verdict.status()) + " (" + provisionally(verdict) + wording.level() + " thực hiện "
                + ReportPhrases.fraction(rate)
                + (verdict.met() ? ", đạt " : ", chỉ đạt ")
                + ReportPhrases.percent(district.indicator(verdict.target().indicator())) + ")";
        return verdict.met() ? outcome : outcome + "; " + shortfall(verdict);
    }

    /** "tạm tính từ 204/207 báo cáo tháng; ". */
    private static String provisionally(Verdict verdict) {
        Basis basis = verdict.basis();
        return basis == null || !verdict.provisional()
                ? ""
                : "tạm tính từ " + Formats.count(basis.reported()) + "/" + Formats.count(basis.expected())
                        + " báo cáo tháng; ";
    }

    /** "cần 24.127 hồ sơ trực tuyến để đạt chỉ tiêu, còn thiếu 1.553 hồ sơ". */
    private static String shortfall(Verdict verdict) {
        return "cần " + Formats.count(verdict.required()) + " "
                + counted(verdict.target().indicator()) + " để đạt chỉ tiêu, còn thiếu "
                + Formats.count(verdict.shortBy()) + " hồ sơ";
    }

    /** The targets set from above that carry a percentage and are not met. */
    static List<Verdict> missed(ScopeResults scope) {
        return scope.verdicts().stream()
                .filter(verdict -> verdict.target().threshold() != null)
                .filter(verdict -> verdict.status() == VerdictStatus.NOT_MET)
                .toList();
    }
}
