package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.CountedReturnQueries.ReturnChange;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.rates.Rate;
import vn.hoso.results.IndicatorResult;
import vn.hoso.results.ScopeChange;
import vn.hoso.shared.Formats;

/** Puts corrected figures into sentences: "Số liệu chỉnh lý so với Báo cáo …". */
public final class RestatementSentences {

    /** More corrected months than a section can list; the rest is counted. */
    private static final int MOST = 30;

    private RestatementSentences() {}

    /** What a year's earlier report said differently; empty if nothing changed. */
    public static List<String> sentences(String earlier, List<ReturnChange> changes, ScopeChange district) {
        List<String> sentences = new ArrayList<>();
        if (changes.isEmpty() && !district.changed()) {
            return sentences;
        }
        String results = district.changed() ? ": " + results(district) : "";
        sentences.add("Số liệu chỉnh lý so với " + earlier + results + ".");
        changes.stream().limit(MOST).map(RestatementSentences::sentence).forEach(sentences::add);
        if (changes.size() > MOST) {
            sentences.add("Và số liệu chỉnh lý của " + (changes.size() - MOST) + " báo cáo tháng khác.");
        }
        return sentences;
    }

    private static String results(ScopeChange district) {
        List<String> parts = new ArrayList<>();
        district.indicators()
                .forEach(change -> parts.add("tỷ lệ " + VerdictSentences.counted(change.indicator()) + " từ "
                        + share(change.before()) + " thành " + share(change.after())));
        district.flips()
                .forEach(flip -> parts.add("chỉ tiêu " + flip.target().code() + " từ “"
                        + VerdictSentences.status(flip.before()) + "” thành “" + VerdictSentences.status(flip.after())
                        + "”" + (flip.provisional() ? " (tạm tính)" : "")));
        return String.join("; ", parts);
    }

    private static String share(IndicatorResult result) {
        Rate rate = result.rate();
        if (rate == null) {
            return "chưa báo cáo";
        }
        return ReportPhrases.fraction(rate) + (result.arisen() ? " (" + ReportPhrases.percent(result) + ")" : "");
    }

    private static String sentence(ReturnChange change) {
        String what = change.unit() + ", tháng " + Formats.month(change.month()) + ": ";
        ReturnFigures before = change.before();
        ReturnFigures after = change.after();
        String why = change.reason() == null ? "" : " (lý do: " + change.reason() + ")";
        if (before == null || after == null) {
            return what + (before == null ? "bổ sung báo cáo" : "báo cáo không còn đủ số liệu") + why + ".";
        }
        return what
                + Arrays.stream(Measure.values())
                        .filter(measure -> !before.cell(measure).equals(after.cell(measure)))
                        .map(measure -> counted(measure) + " từ " + number(before, measure) + " thành "
                                + number(after, measure))
                        .collect(Collectors.joining("; "))
                + why + ".";
    }

    private static String number(ReturnFigures figures, Measure measure) {
        Integer number = figures.number(measure);
        if (number != null) {
            return Formats.count(number);
        }
        return figures.notApplicable(measure) ? "không có thủ tục" : "chưa báo cáo";
    }

    private static String counted(Measure measure) {
        return switch (measure) {
            case FULL_PROCESS_RECEIVED -> "hồ sơ toàn trình phát sinh";
            case FULL_PROCESS_ONLINE -> "hồ sơ toàn trình trực tuyến";
            case PARTIAL_RECEIVED -> "hồ sơ một phần phát sinh";
            case PARTIAL_ONLINE -> "hồ sơ một phần trực tuyến";
            case DOSSIERS_RECEIVED -> "tổng số hồ sơ";
            case ONLINE_REPORTED -> "tổng hồ sơ trực tuyến theo báo cáo";
            case PAYABLE -> "hồ sơ có phí, lệ phí";
            case PAID_ONLINE -> "hồ sơ thanh toán trực tuyến";
        };
    }

    /** The earlier report as a sentence names it: by its number, or while it has none by the moment it was issued. */
    public static String name(String period, @Nullable String number, @Nullable String signedOn, String issuedAt) {
        return number == null
                ? "Báo cáo " + period + " phát hành lúc " + issuedAt
                : "Báo cáo số " + number + " ngày " + Objects.requireNonNull(signedOn);
    }
}
