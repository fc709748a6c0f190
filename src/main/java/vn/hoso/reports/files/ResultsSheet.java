package vn.hoso.reports.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.reports.domain.ReportCitation;
import vn.hoso.reports.domain.ReportSentences;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.reports.domain.Verdicts;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.Verdict;

/** The district's sheet: its indicators, what follows from them, and its targets. */
final class ResultsSheet {

    static final String NAME = "Kết quả";
    static final int ONLINE = 2;
    static final int RECEIVED = 3;

    private static final int SUBJECT = 0;
    private static final int GROUNDS = 1;
    private static final int RATE = 4;
    private static final int ASKED = 5;
    private static final int REQUIRED = 6;
    private static final int SHORT_BY = 7;
    private static final int OUTCOME = 8;
    private static final int NOTE = 9;

    private static final int DECIMALS = 2;

    private static final List<String> HEADINGS = List.of(
            "Nội dung",
            "Văn bản",
            "Trực tuyến (hồ sơ)",
            "Phát sinh (hồ sơ)",
            "Tỷ lệ",
            "Yêu cầu",
            "Cần đạt (hồ sơ)",
            "Còn thiếu (hồ sơ)",
            "Kết quả",
            "Ghi chú");
    private static final List<Integer> WIDTHS = List.of(40, 40, 11, 11, 10, 12, 11, 11, 15, 24);

    private final ScopeResults district;
    private final boolean yearly;
    private final AnnexSheetWriter writer;
    private final Map<Indicator, ReportWorkbookRow> rows = new HashMap<>();

    /** @param yearly whether it is a year's, of which people confirm verdicts */
    ResultsSheet(ScopeResults district, boolean yearly, XSSFSheet sheet, ReportCellStyles look) {
        this.district = district;
        this.yearly = yearly;
        this.writer = new AnnexSheetWriter(sheet, look);
    }

    /** Writes the sheet; afterwards {@link #row} knows where each indicator stands. */
    void write(ReportText text, List<String> remarks) {
        writer.head(text.warning(), text.title() + ": " + text.subject(), remarks, HEADINGS.size());
        writer.headings(HEADINGS, WIDTHS);
        heading("Chỉ số");
        for (IndicatorResult result : district.indicators()) {
            rows.put(result.indicator(), indicator(result));
        }
        if (district.counts() != null) {
            derived();
        }
        targets("Chỉ tiêu được giao", district.verdicts());
        targets("Mục tiêu phấn đấu", district.aspirations());
        writer.printsOnLandscapeA4(text.warning());
    }

    ReportWorkbookRow row(Indicator indicator) {
        return Objects.requireNonNull(rows.get(indicator));
    }

    private void heading(String words) {
        writer.boldRow(HEADINGS.size()).text(SUBJECT, words);
    }

    private ReportWorkbookRow indicator(IndicatorResult result) {
        ReportWorkbookRow row = writer.row(HEADINGS.size());
        row.text(SUBJECT, ReportSentences.workbook(result.indicator()));
        figures(row, result);
        return row;
    }

    private void figures(ReportWorkbookRow row, IndicatorResult result) {
        Rate rate = result.rate();
        if (rate == null) {
            row.text(NOTE, "chưa báo cáo");
            return;
        }
        if (Indicator.ELIGIBLE_ONLINE.equals(result.indicator())) {
            row.countFormula(ONLINE, sumOfBoth(ONLINE));
            row.countFormula(RECEIVED, sumOfBoth(RECEIVED));
        } else {
            row.count(ONLINE, rate.numerator());
            row.count(RECEIVED, rate.denominator());
        }
        row.rate(RATE, ONLINE, RECEIVED, decimals(result));
        String basis = Verdicts.basis(result);
        if (!result.arisen()) {
            row.text(NOTE, "không phát sinh" + (basis == null ? "" : "; " + basis));
        } else if (basis != null) {
            row.text(NOTE, basis);
        }
    }

    private String sumOfBoth(int column) {
        return row(Indicator.FULL_PROCESS).address(column) + "+"
                + row(Indicator.PARTIAL).address(column);
    }

    private static int decimals(IndicatorResult result) {
        return result.percent() == null
                ? DECIMALS
                : Math.max(0, result.percent().scale());
    }

    /** What follows from the indicators: the ceiling, paper though online, unclassified. */
    private void derived() {
        ReportWorkbookRow overall = row(Indicator.OVERALL);
        ReportWorkbookRow eligible = row(Indicator.ELIGIBLE_ONLINE);
        ReportWorkbookRow ceiling = writer.row(HEADINGS.size());
        ceiling.text(SUBJECT, "Mức tối đa khi chưa cung cấp trực tuyến thêm thủ tục");
        ceiling.countFormula(ONLINE, eligible.address(RECEIVED));
        ceiling.countFormula(RECEIVED, overall.address(RECEIVED));
        ceiling.rate(
                RATE,
                ONLINE,
                RECEIVED,
                district.rates().ceiling() == null
                        ? DECIMALS
                        : district.rates().ceiling().scale());
        ReportWorkbookRow paper = writer.row(HEADINGS.size());
        paper.text(SUBJECT, "Hồ sơ nộp trực tiếp bằng bản giấy dù đã có dịch vụ công trực tuyến");
        paper.countFormula(RECEIVED, eligible.address(RECEIVED) + "-" + eligible.address(ONLINE));
        ReportWorkbookRow unclassified = writer.row(HEADINGS.size());
        unclassified.text(SUBJECT, "Hồ sơ trực tuyến chưa phân loại");
        unclassified.countFormula(ONLINE, overall.address(ONLINE) + "-" + eligible.address(ONLINE));
    }

    private void targets(String words, List<Verdict> verdicts) {
        if (!verdicts.isEmpty()) {
            heading(words);
            verdicts.forEach(this::verdict);
        }
    }

    private void verdict(Verdict verdict) {
        Target target = verdict.target();
        ReportWorkbookRow row = writer.row(HEADINGS.size());
        row.text(SUBJECT, (target.clause() == null ? target.code() : target.clause()) + ". " + target.label());
        row.text(
                GROUNDS,
                target.instruments().stream().map(ReportCitation::brief).collect(Collectors.joining("; ")));
        row.word(ASKED, target.rule() == TargetRule.HAS_ARISEN ? "Có phát sinh" : asked(target));
        row.word(OUTCOME, Verdicts.status(verdict));
        if (verdict.awaitsConfirmation()) {
            row.text(NOTE, "dự kiến, " + (yearly ? "chờ xác nhận" : ReportSentences.text("criterion.yearly")));
        }
        Rate rate = verdict.rate();
        if (rate == null) {
            row.text(NOTE, "chưa báo cáo");
            return;
        }
        ReportWorkbookRow indicator = row(target.indicator());
        row.countFormula(ONLINE, indicator.address(ONLINE));
        row.countFormula(RECEIVED, indicator.address(RECEIVED));
        row.rate(RATE, ONLINE, RECEIVED, decimals(district.indicator(target.indicator())));
        String basis = Verdicts.basis(district.indicator(target.indicator()));
        if (basis != null) {
            row.text(NOTE, basis);
        }
        if (target.rule() != TargetRule.HAS_ARISEN && rate.arisen()) {
            row.count(REQUIRED, verdict.required());
            row.countFormula(SHORT_BY, "MAX(0," + row.address(REQUIRED) + "-" + row.address(ONLINE) + ")");
        }
    }

    private static String asked(Target target) {
        String threshold = Verdicts.threshold(target);
        return target.rule() == TargetRule.MORE_THAN ? threshold : "từ " + threshold;
    }
}
