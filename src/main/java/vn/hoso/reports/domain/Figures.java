package vn.hoso.reports.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.results.IndicatorResult;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Verdict;

/** The values of a year's report by name, each with its origin: what sentences hold in place of typed numbers. */
public final class Figures {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,/])(?:\\d{1,3}(?:\\.\\d{3})+|\\d+(?:,\\d+)?%|\\d{3,})(?![\\d%]|[.,]\\d)|"
                    + "(?<=\\d/)\\d{1,3}(?:\\.\\d{3})+(?![\\d%]|[.,]\\d)");

    private final Map<String, Figure> byName = new LinkedHashMap<>();
    private final String source;
    private final ReportTerm term;
    private final String dashboard;

    private Figures(String source, ReportTerm term) {
        this.source = source;
        this.term = term;
        this.dashboard = "/dashboard?year=" + term.year()
                + (term.wholeYear()
                        ? ""
                        : "&span=" + term.span() + "&month=" + term.first().getMonthValue());
    }

    public static Figures of(YearResults results, ReportTerm term) {
        int year = results.year();
        Figures figures = new Figures(
                results.publication() == null
                        ? "Cộng báo cáo tháng của các đơn vị"
                        : results.publication().source(),
                term);
        figures.period(results.period());
        results.district().indicators().forEach(figures::indicator);
        Counts counts = results.district().counts();
        if (counts != null) {
            figures.add("nop_giay", counts.paperThoughOnline(), "Hồ sơ nộp giấy dù đã có dịch vụ công trực tuyến");
            figures.add("chua_phan_loai", counts.onlineUnclassified(), "Hồ sơ trực tuyến chưa phân loại");
        }
        if (results.district().rates().ceiling() != null) {
            figures.add(
                    "muc_toi_da.ty_le",
                    Formats.percentInProse(results.district().rates().ceiling()),
                    "Tỷ lệ tối đa khi chưa cung cấp trực tuyến thêm thủ tục");
        }
        results.district().verdicts().forEach(verdict -> figures.target(verdict, "/targets?year=" + year));
        return figures;
    }

    /** All of them, in the order of the report. */
    public List<Figure> all() {
        return new ArrayList<>(byName.values());
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(byName.get(name)).map(Figure::value);
    }

    /**
     * The text with names in braces where it prints values of one name only; filled again it is the same text. A value that
     * two names share stays as it is, because nobody could tell which was meant.
     */
    String named(String text) {
        String named = text;
        for (String name : List.of("ky.tu_ngay", "ky.den_ngay", "ky.ten")) {
            named = named.replaceAll(
                    "(?<![\\p{L}\\d])" + Pattern.quote(byName.get(name).value()) + "(?![\\p{L}\\d])", "{" + name + "}");
        }
        Matcher number = NUMBER.matcher(named);
        return number.replaceAll(found -> Matcher.quoteReplacement(nameOf(found.group())));
    }

    private String nameOf(String value) {
        List<String> names = byName.values().stream()
                .filter(figure -> figure.value().equals(value))
                .map(Figure::name)
                .toList();
        return names.size() == 1 ? "{" + names.get(0) + "}" : value;
    }

    private void period(ReportingPeriod period) {
        String source = "Kỳ báo cáo";
        put(new Figure("ky.ten", ReportPhrases.periodName(period, term), "Tên kỳ báo cáo", source, dashboard));
        put(new Figure("ky.tu_ngay", Formats.date(period.firstDay()), "Ngày đầu kỳ", source, dashboard));
        put(new Figure("ky.den_ngay", Formats.date(period.lastDay()), "Ngày cuối kỳ", source, dashboard));
    }

    private void indicator(IndicatorResult result) {
        if (result.rate() == null) {
            return;
        }
        String prefix = prefix(result.indicator());
        // A rate's own trace tells of its year; a part is shown with its units and months by the dashboard.
        String trace = term.wholeYear()
                ? "/trace/" + term.year() + "/"
                        + result.indicator().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : dashboard;
        String counted = VerdictSentences.counted(result.indicator());
        traced(prefix + ".truc_tuyen", Formats.count(result.rate().numerator()), "Số " + counted, trace);
        traced(
                prefix + ".phat_sinh",
                Formats.count(result.rate().denominator()),
                "Tổng số hồ sơ để tính tỷ lệ " + counted,
                trace);
        if (result.percent() != null) {
            traced(prefix + ".ty_le", Formats.percentInProse(result.percent()), "Tỷ lệ " + counted, trace);
        }
    }

    private static String prefix(Indicator indicator) {
        return switch (indicator) {
            case FULL_PROCESS -> "toan_trinh";
            case PARTIAL -> "mot_phan";
            case OVERALL -> "tong_so";
            case ELIGIBLE_ONLINE -> "duoc_cung_cap";
            case ONLINE_PAYMENT -> "thanh_toan";
        };
    }

    private void target(Verdict verdict, String page) {
        if (verdict.target().threshold() == null) {
            return;
        }
        String prefix = "chi_tieu." + slug(verdict.target().code());
        String title = VerdictSentences.asked(verdict.target());
        String source = verdict.target().instruments().isEmpty()
                ? verdict.target().code()
                : Citation.brief(verdict.target().instruments().get(0));
        put(new Figure(prefix + ".nguong", VerdictSentences.threshold(verdict.target()), title, source, page));
        if (verdict.rate() != null && verdict.rate().arisen()) {
            add(prefix + ".can_dat", verdict.required(), title + ": số hồ sơ cần đạt");
            add(prefix + ".con_thieu", verdict.shortBy(), title + ": số hồ sơ còn thiếu");
            if (!verdict.reachable()) {
                add(
                        prefix + ".thieu_thu_tuc",
                        verdict.missingEligible(),
                        title + ": số hồ sơ của thủ tục cần cung cấp thêm");
            }
        }
    }

    /** "QĐ2679" → "qd2679". */
    private static String slug(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]+", "_");
    }

    private void add(String name, long count, String meaning) {
        add(name, Formats.count(count), meaning);
    }

    private void add(String name, String value, String meaning) {
        traced(name, value, meaning, dashboard);
    }

    private void traced(String name, String value, String meaning, String page) {
        put(new Figure(name, value, meaning, source, page));
    }

    private void put(Figure figure) {
        byName.put(figure.name(), figure);
    }
}
