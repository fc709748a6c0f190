package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Verdict;

/** Section I: the district's figures and its verdicts, in the phrasing of the plan's own part II.2. */
final class DistrictSection {

    private final YearResults results;
    private final ScopeResults district;
    private final ReportPhrases wording;
    private final VerdictSentences verdicts;

    DistrictSection(YearResults results, ReportPhrases wording) {
        this.results = results;
        this.district = results.district();
        this.wording = wording;
        this.verdicts = new VerdictSentences(district, wording);
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.heading(1, "Kết quả tiếp nhận hồ sơ trực tuyến"));
        figures(blocks);
        blocks.add(Block.heading(2, "Đánh giá so với các chỉ tiêu"));
        judged(blocks);
        if (!district.aspirations().isEmpty()) {
            blocks.add(Block.heading(3, "Mục tiêu phấn đấu của " + wording.level()));
            district.aspirations().forEach(aspiration -> blocks.add(Block.point(goal(aspiration))));
        }
        return new Section("I. KẾT QUẢ", blocks);
    }

    private void figures(List<Block> blocks) {
        blocks.add(Block.point(arisen(Indicator.FULL_PROCESS, " trên tổng số hồ sơ phát sinh trực tuyến toàn trình")));
        blocks.add(Block.point(arisen(Indicator.PARTIAL, " trên tổng số hồ sơ phát sinh trực tuyến một phần")));
        blocks.add(Block.point(arisen(Indicator.OVERALL, " trên tổng số hồ sơ tiếp nhận")));
        IndicatorResult eligible = district.indicator(Indicator.ELIGIBLE_ONLINE);
        if (eligible.arisen()) {
            blocks.add(Block.point("Tính riêng các thủ tục hành chính được cung cấp trực tuyến (toàn trình, một phần), "
                    + share(eligible) + "."));
        }
        IndicatorResult payment = district.indicator(Indicator.ONLINE_PAYMENT);
        if (payment.arisen()) {
            blocks.add(Block.point("Thanh toán trực tuyến phí, lệ phí: " + share(payment) + "."));
        }
        if (results.publication() != null) {
            blocks.add(Block.point("Nguồn số liệu toàn " + wording.level() + ": "
                    + results.publication().source() + "."));
        }
    }

    private String arisen(Indicator indicator, String among) {
        IndicatorResult result = district.indicator(indicator);
        String counted = VerdictSentences.counted(indicator);
        Rate rate = result.rate();
        if (rate == null) {
            return wording.fromTo() + ", chưa báo cáo số liệu " + counted + ".";
        }
        String figures = wording.fromTo() + ", toàn " + wording.level() + " ";
        return result.arisen()
                ? figures + "đã phát sinh " + ReportPhrases.fraction(rate) + " " + counted + ", đạt "
                        + ReportPhrases.percent(result) + among + "."
                : figures + "không phát sinh " + counted + ".";
    }

    /** "toàn huyện thực hiện 22.284/26.086 hồ sơ, đạt 85,43%". */
    private String share(IndicatorResult result) {
        Rate rate = result.rate();
        String basis = VerdictSentences.basis(result);
        return "toàn " + wording.level() + " thực hiện " + (rate == null ? "—" : ReportPhrases.fraction(rate))
                + " hồ sơ, đạt " + ReportPhrases.percent(result) + (basis == null ? "" : " (tính từ " + basis + ")");
    }

    private void judged(List<Block> blocks) {
        char letter = 'a';
        for (Verdict verdict : district.verdicts()) {
            blocks.add(Block.paragraph(letter + ") " + verdicts.sentence(verdict)));
            letter++;
        }
        if (district.verdicts().isEmpty()) {
            blocks.add(Block.paragraph("Trong kỳ không có chỉ tiêu nào được giao."));
        }
        new Summary(district, wording).sentence().ifPresent(sentence -> blocks.add(Block.paragraph(sentence)));
        Ceiling.sentences(district).forEach(sentence -> blocks.add(Block.paragraph(sentence)));
    }

    private String goal(Verdict aspiration) {
        IndicatorResult result = district.indicator(aspiration.target().indicator());
        String asked = aspiration.target().label() + ", phấn đấu đạt " + VerdictSentences.threshold(aspiration.target())
                + ": ";
        if (result.rate() == null) {
            return asked + "chưa báo cáo.";
        }
        return asked + (result.arisen() ? share(result) : "không phát sinh") + ".";
    }
}
