package vn.hoso.reports.domain;

import java.util.List;
import vn.hoso.results.ResultCaveat;
import vn.hoso.results.ResultsCoverage;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;

/** Names how much was reported, by which units, and what a reader must know first. */
final class ReportCoverageNaming {

    private final ReportNamedFigures figures;
    private final YearResults results;

    ReportCoverageNaming(ReportNamedFigures figures, YearResults results) {
        this.figures = figures;
        this.results = results;
    }

    /** Of the returns and of the units. */
    void coverage() {
        ResultsCoverage coverage = results.coverage();
        count("bao_cao.da_co", coverage.reported());
        count("bao_cao.can_co", coverage.expected());
        count("bao_cao.chua_duyet", (long) coverage.reported() - coverage.approved());
        count("bao_cao.so_thang", results.monthsWithFigures());
        List<ScopeResults> units = results.units();
        count("don_vi.tong_so", units.size());
        long complete = units.stream().filter(ScopeResults::complete).count();
        int silent = ReportBreakdown.silent(results).size();
        int idle = ReportBreakdown.idle(results).size();
        int notDue = ReportBreakdown.notDue(results).size();
        count("don_vi.du_thang", complete);
        count("don_vi.bao_cao_thieu", units.size() - complete - silent - notDue);
        count("don_vi.chua_bao_cao", silent);
        count("don_vi.khong_phai_bao_cao", notDue);
        count("don_vi.khong_phat_sinh", idle);
        figures.unnamed("don_vi.chua_bao_cao", silent);
        figures.unnamed("don_vi.khong_phai_bao_cao", notDue);
        figures.unnamed("don_vi.khong_phat_sinh", idle);
    }

    private void count(String name, long count) {
        figures.count(name, count, ReportSentences.text("figure." + name), true);
    }

    private void classDiffers(ResultCaveat.ClassDiffers each) {
        String published = "cong_bo_" + each.indicator().code();
        String summed = "cong_thang_" + each.indicator().code();
        String whose = ReportSentences.workbook(each.indicator()) + ": ";
        figures.count(published + ".truc_tuyen", each.publishedOnline(), whose + text("cong_bo.truc_tuyen"), false);
        figures.count(published + ".phat_sinh", each.publishedReceived(), whose + text("cong_bo.phat_sinh"), false);
        figures.count(summed + ".truc_tuyen", each.summedOnline(), whose + text("cong_thang.truc_tuyen"), false);
        figures.count(summed + ".phat_sinh", each.summedReceived(), whose + text("cong_thang.phat_sinh"), false);
    }

    /** What must be known first. */
    void items() {
        results.openItems().forEach(this::item);
    }

    private void item(ResultCaveat item) {
        // Pattern matching for switch needs a later Java than the bytecode this product is built for.
        if (item instanceof ResultCaveat.Unclassified unclassified) {
            count("chua_phan_loai.thap_hon", Math.max(0, -unclassified.dossiers()));
            count("chua_phan_loai.theo_bao_cao", unclassified.reported());
            count("chua_phan_loai.da_phan_loai", unclassified.classified());
        } else if (item instanceof ResultCaveat.NotReported missing) {
            String prefix = figures.month(missing.month());
            figures.count(prefix + ".chua_bao_cao", missing.units(), text("thang.chua_bao_cao"), false);
            int named = Math.min(missing.unitNames().size(), ReportPhrases.NAMES_IN_A_SENTENCE);
            figures.count(prefix + ".con_lai", (long) missing.units() - named, text("con_lai"), false);
        } else if (item instanceof ResultCaveat.NotApproved waiting) {
            count("bao_cao.cho_duyet", waiting.returns());
        } else if (item instanceof ResultCaveat.BeforeUse gap) {
            count("thang.truoc_khi_dung", gap.months());
            figures.month(gap.from());
            figures.month(gap.to());
        } else if (item instanceof ResultCaveat.NotYetDue later) {
            count("thang.chua_den_ky", later.months());
        } else if (item instanceof ResultCaveat.MonthsWithoutFigures gap) {
            figures.month(gap.from());
            figures.month(gap.to());
        } else if (item instanceof ResultCaveat.PublishedDiffers differing) {
            count("cong_bo.truc_tuyen", differing.publishedOnline());
            count("cong_bo.phat_sinh", differing.publishedReceived());
            count("cong_thang.truc_tuyen", differing.summedOnline());
            count("cong_thang.phat_sinh", differing.summedReceived());
            differing.classes().forEach(this::classDiffers);
        }
    }

    private static String text(String name) {
        return ReportSentences.text("figure." + name);
    }
}
