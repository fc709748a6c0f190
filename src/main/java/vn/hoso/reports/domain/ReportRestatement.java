package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.CountedReturnQueries.ReturnChange;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultsChange;
import vn.hoso.results.RoundedResultRates.IndicatorResult;

/**
 * What a report has to say of the one issued before it.
 *
 * @param named the earlier report as a sentence names it
 * @param replaced whether it covers the same period, so that the new one takes its place
 * @param sentences the figures that were corrected since; empty if none was
 */
public record ReportRestatement(String named, boolean replaced, List<ReportLine> sentences) {

    /** More corrected months than a section can list; the rest is counted. */
    private static final int MOST = 30;

    public ReportRestatement {
        sentences = List.copyOf(sentences);
    }

    /**
     * Puts corrected figures into sentences: "Số liệu chỉnh lý so với Báo cáo …".
     *
     * @param page the earlier report's own page
     * @param origin the page that shows what the figures of its months are made of today
     * @param figures the new report's figures, which get to know those before and after
     */
    public static ReportRestatement of(
            String named,
            boolean replaced,
            List<ReturnChange> changes,
            ResultsChange district,
            String page,
            Function<Indicator, String> origin,
            ReportNamedFigures figures) {
        List<ReportLine> sentences = new ArrayList<>();
        if (!changes.isEmpty() || district.changed()) {
            ReportSentences said = ReportSentences.of(figures).with("bao_cao_truoc", named);
            sentences.add((district.changed() ? said.with("ket_qua", results(district, page, origin, figures)) : said)
                    .fill("restated"));
            changes.stream().limit(MOST).map(change -> month(change, figures)).forEach(sentences::add);
            if (changes.size() > MOST) {
                figures.add(
                        "chinh_ly.con_lai",
                        (long) changes.size() - MOST,
                        ReportSentences.text("figure.chinh_ly.con_lai"),
                        page,
                        false);
                sentences.add(said.fill("restated.more"));
            }
        }
        return new ReportRestatement(named, replaced, sentences);
    }

    private static ReportLine results(
            ResultsChange district, String page, Function<Indicator, String> origin, ReportNamedFigures figures) {
        List<ReportLine> parts = new ArrayList<>();
        district.indicators()
                .forEach(change -> parts.add(ReportSentences.of(figures)
                        .with("dem", ReportSentences.counted(change.indicator()))
                        .with("truoc", share(change.before(), "truoc", page, figures))
                        .with("sau", share(change.after(), "sau", origin.apply(change.indicator()), figures))
                        .fill("restated.indicator")));
        district.flips()
                .forEach(flip -> parts.add(ReportSentences.of(figures)
                        .with("ma", flip.target().code())
                        .with("truoc", Verdicts.status(flip.before()))
                        .with("sau", Verdicts.status(flip.after()))
                        .with("tam_tinh", Verdicts.provisional(flip.finality()))
                        .fill("restated.verdict")));
        return ReportLine.joined(parts, "; ");
    }

    private static ReportLine share(IndicatorResult result, String when, String page, ReportNamedFigures figures) {
        if (result.rate() == null) {
            return ReportLine.of(ReportSentences.text("restated.not-reported"));
        }
        String prefix = "chinh_ly." + when + "." + result.indicator().code();
        figures.indicator(prefix, result, page, ReportSentences.text("figure.chinh_ly." + when) + ": ", false);
        return ReportSentences.of(figures).about("chi_so", prefix).fill("restated.share");
    }

    private static ReportLine month(ReturnChange change, ReportNamedFigures figures) {
        ReportSentences said = ReportSentences.of(figures)
                .with("don_vi", change.unit())
                .with("thang", ReportLine.of(figures.get(figures.month(change.month()) + ".ten")))
                .with("ly_do", change.reason());
        ReturnFigures before = change.before();
        ReturnFigures after = change.after();
        if (before == null || after == null) {
            String what = before == null ? "restated.month.added" : "restated.month.gone";
            return said.with("thay_doi", ReportSentences.text(what)).fill("restated.month");
        }
        List<ReportLine> changed = new ArrayList<>();
        for (Measure measure : before.differences(after)) {
            String name = measure.label();
            changed.add(ReportSentences.of(figures)
                    .with("so", name == null ? ReportSentences.text("measure." + measure) : name)
                    .with("truoc", number(change, before, measure, "truoc", figures))
                    .with("sau", number(change, after, measure, "sau", figures))
                    .fill("restated.measure"));
        }
        return said.with("thay_doi", ReportLine.joined(changed, "; ")).fill("restated.month");
    }

    private static ReportLine number(
            ReturnChange change, ReturnFigures printed, Measure measure, String when, ReportNamedFigures figures) {
        Integer number = printed.number(measure);
        if (number == null) {
            return ReportLine.of(ReportSentences.text(
                    printed.notApplicable(measure) ? "restated.not-applicable" : "restated.not-reported"));
        }
        String name = ReportNamedFigures.unit(change.unitId()) + figures.month(change.month()) + "." + measure.field()
                + "." + when;
        figures.add(
                name,
                (long) number,
                ReportSentences.text("figure.chinh_ly." + when),
                "/trace/returns/" + change.unitId() + "/" + change.month(),
                false);
        return ReportLine.of(figures.get(name));
    }

    /** The earlier report as a sentence names it: by its number, or while it has none by the moment it was issued. */
    public static String name(String period, @Nullable String number, @Nullable String signedOn, String issuedAt) {
        return number == null
                ? ReportSentences.of(ReportNamedFigures.none())
                        .with("ky", period)
                        .with("luc", issuedAt)
                        .say("report.unnumbered")
                : ReportSentences.of(ReportNamedFigures.none())
                        .with("so", number)
                        .with("ngay", Objects.requireNonNull(signedOn))
                        .say("report.numbered");
    }
}
