package vn.hoso.reports.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.reports.domain.ReportText.Section;
import vn.hoso.results.ResultCaveat;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Target;

/** Decides which sentences the sections need; what they say is in the file of sentences. */
final class ReportSections {

    private final YearResults results;
    private final ScopeResults district;
    private final ReportPhrases phrases;
    private final ReportVerdicts verdicts;
    private final String annex;

    /** @param annex what the document calls the table of the units: it may have several annexes */
    ReportSections(YearResults results, ReportPhrases phrases, String annex) {
        this.annex = annex;
        this.results = results;
        this.district = results.district();
        this.phrases = phrases;
        this.verdicts = new ReportVerdicts(results, phrases);
    }

    /** Section I: the district's figures and its verdicts, in the phrasing of the plan's own part II.2. */
    Section results() {
        List<ReportLine> lines = new ArrayList<>();
        for (Indicator indicator : List.of(Indicator.FULL_PROCESS, Indicator.PARTIAL, Indicator.OVERALL)) {
            lines.add(phrases.of(indicator)
                    .with("trong_so", ReportSentences.text("among." + indicator))
                    .fill(state("results.", district.indicator(indicator), "arisen")));
        }
        if (district.indicator(Indicator.ELIGIBLE_ONLINE).arisen()) {
            lines.add(phrases.of(Indicator.ELIGIBLE_ONLINE).fill("results.eligible"));
        }
        if (district.indicator(Indicator.ONLINE_PAYMENT).arisen()) {
            lines.add(phrases.of(Indicator.ONLINE_PAYMENT).fill("results.payment"));
        }
        for (IndicatorResult result : district.indicators()) {
            Indicator.Definition definition = result.indicator().definition();
            if (definition != null && result.arisen()) {
                lines.add(phrases.of(result.indicator())
                        .with("ten", definition.title())
                        .fill("results.defined"));
            }
        }
        if (phrases.part()) {
            lines.add(yearBefore());
        }
        if (results.publication() != null) {
            lines.add(phrases.sentences()
                    .with("nguon", results.publication().source())
                    .fill("results.source"));
        }
        List<ReportBlock> blocks = new ArrayList<>();
        part(blocks, "results.figures", lines);
        part(blocks, "results.verdicts", verdicts.write());
        List<ReportLine> goals = verdicts.goals();
        if (!goals.isEmpty()) {
            part(blocks, "results.goals", goals);
        }
        return new Section(ReportSentences.text("results"), blocks);
    }

    /** The same months of the year before, or that nothing is known of them. */
    private ReportLine yearBefore() {
        ReportNamedFigures figures = phrases.figures();
        if (figures.find(ReportYearBeforeFigures.PREFIX + "ten") == null) {
            return phrases.fill("year-before.none");
        }
        List<ReportLine> rates = new ArrayList<>();
        for (Indicator indicator : ReportYearBeforeFigures.COMPARED) {
            String before = ReportYearBeforeFigures.PREFIX + indicator.code();
            ReportNamedFigure change = figures.find(before + ".chenh_lech");
            int way = change == null ? 0 : ((BigDecimal) change.exact()).signum();
            String key = way > 0 ? "year-before.up" : way < 0 ? "year-before.down" : "year-before.same";
            rates.add(phrases.of(indicator)
                    .about("truoc", before)
                    .fill(change == null ? "year-before.not-compared" : key));
        }
        return phrases.sentences()
                .with("cac_chi_so", ReportLine.joined(rates, "; "))
                .fill("year-before");
    }

    private void part(List<ReportBlock> blocks, String heading, List<ReportLine> lines) {
        blocks.add(ReportBlock.heading(phrases.sentences().say(heading)));
        lines.forEach(line -> blocks.add(ReportBlock.paragraph(line)));
    }

    private static String state(String key, IndicatorResult result, String arisen) {
        return result.rate() == null ? key + "not-reported" : result.arisen() ? key + arisen : key + "nothing-arisen";
    }

    /** Section II: how the units did, and why there are so many; the figures of each are in the annex. */
    Section units(List<ReportSuggestions.Reorganised> acts) {
        List<ReportLine> lines = new ArrayList<>();
        if (ReportBreakdown.missing(results)) {
            lines.add(phrases.fill("units.missing"));
        } else {
            ReportSentences said = named(phrases.sentences(), "chua_bao_cao", ReportBreakdown.silent(results));
            said = named(said, "khong_phai_bao_cao", ReportBreakdown.notDue(results));
            lines.add(named(said, "khong_phat_sinh", ReportBreakdown.idle(results))
                    .fill("units.reporting"));
            acts.forEach(act -> lines.add(act.sentence(phrases.figures())));
            ReportBreakdown.unitTargets(results)
                    .forEach(target -> lines.add(phrases.of(target)
                            .fill(target.threshold() == null ? "units.outcome.named" : "units.outcome")));
            lines.add(phrases.sentences().with("phu_luc", annex).fill("units.annex"));
        }
        return section("units", lines);
    }

    private ReportSentences named(ReportSentences sentences, String state, List<ScopeResults> units) {
        List<String> names = units.stream().map(ScopeResults::name).toList();
        return names.isEmpty() ? sentences : sentences.with(state, phrases.names(names, "don_vi." + state));
    }

    private static Section section(String key, List<ReportLine> lines) {
        return new Section(
                ReportSentences.text(key),
                lines.stream().map(ReportBlock::paragraph).toList());
    }

    /** Section III: the weak points that the figures themselves show, what units explain, and what was corrected. */
    Section shortcomings(ReportSuggestions offered, List<ReportLine> restated) {
        List<ReportLine> points = new ArrayList<>();
        Verdicts.missed(district)
                .forEach(verdict -> points.add(verdicts.of(verdict).fill("shortcoming.missed")));
        Counts counts = district.counts();
        if (counts != null && counts.paperThoughOnline() > 0) {
            points.add(phrases.fill("shortcoming.paper"));
        }
        ReportBreakdown.unitTargets(results).forEach(target -> unitsBelow(points, target));
        // That months are to come is told among the reasons why figures are provisional: it is no shortcoming.
        List<ResultCaveat> items = results.openItems().stream()
                .filter(item -> !(phrases.part() && item instanceof ResultCaveat.AwaitsConfirmation))
                .filter(item -> !(item instanceof ResultCaveat.NotYetDue))
                .toList();
        ReportDifferenceSentences differences = new ReportDifferenceSentences(items, offered.differences(), phrases);
        items.forEach(item -> points.add(said(item, differences.besides(item))));
        if (results.provisional()) {
            points.add(phrases.provisional().fill("shortcoming.provisional"));
        }
        ReportLine disagreeing = differences.others(results.year());
        if (disagreeing != null) {
            points.add(disagreeing);
        }
        points.addAll(offered.explained(phrases.figures()));
        points.addAll(restated);
        return section("shortcomings", points.isEmpty() ? List.of(phrases.fill("shortcomings.none")) : points);
    }

    private void unitsBelow(List<ReportLine> points, Target target) {
        List<ReportLine> below = verdicts.below(target);
        if (!below.isEmpty()) {
            boolean alike = ReportBreakdown.alike(target, ReportBreakdown.unitTargets(results));
            boolean named = target.threshold() == null;
            boolean all = !named
                    && below.size() == ReportBreakdown.judged(results, target).size();
            points.add(phrases.of(target)
                    .with("phan_biet", alike || named ? target.code() : rate(target))
                    .with("cac_don_vi", phrases.names(below, phrases.figures().prefix(target)))
                    .with("phu_luc", annex)
                    .fill(all ? "shortcoming.all-units" : named ? "shortcoming.units.named" : "shortcoming.units"));
        }
    }

    /** Of which rate a percentage is meant; that of all dossiers needs no word. */
    private static @Nullable String rate(Target target) {
        return Indicator.OVERALL.equals(target.indicator()) ? null : ReportSentences.counted(target.indicator());
    }

    /**
     * What a reader must know before relying on the figures.
     *
     * @param besides that it is an open difference too, null if it is none
     */
    private ReportLine said(ResultCaveat item, @Nullable String besides) {
        ReportNamedFigures figures = phrases.figures();
        ReportSentences said = phrases.sentences().with("chenh_lech", besides);
        String key = "item." + item.getClass().getSimpleName();
        if (item instanceof ResultCaveat.Unclassified unclassified) {
            key += unclassified.dossiers() > 0 ? "" : ".negative";
        } else if (item instanceof ResultCaveat.NotReported missing) {
            String month = figures.month(missing.month());
            said = said.about("thang", month).with("cac_don_vi", phrases.names(missing.unitNames(), month));
        } else if (item instanceof ResultCaveat.BeforeUse gap) {
            said = said.about("tu", figures.month(gap.from())).about("den", figures.month(gap.to()));
        } else if (item instanceof ResultCaveat.MonthsWithoutFigures gap) {
            said = said.about("tu", figures.month(gap.from())).about("den", figures.month(gap.to()));
            key += gap.from().equals(gap.to()) ? ".one" : "";
        } else if (item instanceof ResultCaveat.PublishedDiffers differing
                && !differing.classes().isEmpty()) {
            key += ".classes";
            said = said.with(
                    "cac_loai",
                    ReportLine.joined(
                            differing.classes().stream().map(this::classDiffers).toList(), "; "));
        } else if (item instanceof ResultCaveat.AwaitsConfirmation open) {
            said = said.with("ma", open.target().code())
                    .with("ten", open.target().label());
        }
        return said.fill(key);
    }

    private ReportLine classDiffers(ResultCaveat.ClassDiffers each) {
        return phrases.of(each.indicator())
                .about("cong_bo_loai", "cong_bo_" + each.indicator().code())
                .about("cong_thang_loai", "cong_thang_" + each.indicator().code())
                .fill("item.PublishedDiffers.class");
    }

    /** Section IV: the plan's solutions 3.1 to 3.4 in short, and the tasks that are being followed up. */
    Section solutions(List<ReportSuggestions.Task> tasks, @Nullable ReportOneStopShops shops) {
        List<ReportLine> lines = new ArrayList<>(phrases.numbered("solutions"));
        if (shops != null) {
            // Behind the solution that is about them, which follows the opening words.
            lines.add(2, shops.sentence(phrases));
        }
        if (!tasks.isEmpty()) {
            lines.add(phrases.fill("solutions.tasks"));
            tasks.forEach(task -> lines.add(task.sentence()));
        }
        return section("solutions", lines);
    }
}
