package vn.hoso.reports.web;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.presentation.PastView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.VerdictViewAssembler;
import vn.hoso.rates.Indicator;
import vn.hoso.reports.LetterLateReturnQueries;
import vn.hoso.reports.LetterLateReturnQueries.LateUnit;
import vn.hoso.results.PaperPeriodResults.PaperSeries;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.UnitResults;
import vn.hoso.results.UnitResultsPast;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/**
 * What a letter tells a unit: the returns it owes, and how it stands, each rate with its fraction.
 *
 * @param late the unit and those whose figures count for it, as far as they owe returns of the year
 * @param until the last month that the letter is about; figures may not reach it
 */
record LetterStanding(UnitResults results, List<LateUnit> late, YearMonth until, LetterWriter letter) {

    private PageMessages wording() {
        return letter.wording();
    }

    /**
     * The months that it owes, or those whose figures count for it: as the letter to all late units counts them, so that a month
     * nobody submitted is missing however far its figures are, and a locked one is not asked for.
     */
    List<YearMonth> missing() {
        return ofPeriod(LateUnit::months);
    }

    private List<YearMonth> ofPeriod(Function<LateUnit, List<YearMonth>> months) {
        YearMonth from = results.district().period().from();
        return late.stream()
                .filter(it -> counted(results).contains(it.unitId()))
                .flatMap(it -> months.apply(it).stream())
                .filter(month -> !month.isBefore(from) && !month.isAfter(until))
                .distinct()
                .sorted()
                .toList();
    }

    /** What the unit and those whose figures count for it owe of the year. */
    static List<LateUnit> owed(UnitResults results, LetterLateReturnQueries late, SubmissionDeadlines deadlines) {
        return late.among(counted(results), results.district().year(), deadlines);
    }

    /** The last month that a letter is about: that of a part of the year; else its end, so that it owes what the letter to all says. */
    static YearMonth until(PeriodFilter filter, UnitResults results) {
        return filter.isPart()
                ? results.district().period().to()
                : YearMonth.of(results.district().year(), Month.DECEMBER);
    }

    /** The unit, and those whose figures count for it. */
    private static List<Long> counted(UnitResults results) {
        ScopeResults unit = results.unit();
        Stream<Long> behind = unit.past() == null
                ? Stream.empty()
                : unit.past().origins().stream().map(UnitResultsPast.Origin::unitId);
        return Stream.concat(Stream.of(Objects.requireNonNull(unit.unitId())), behind)
                .toList();
    }

    /** What is said of months that were sent back, and of those that their unit opened again; nothing of none. */
    static List<String> again(
            PageMessages wording,
            String key,
            List<YearMonth> returned,
            List<YearMonth> opened,
            Function<List<YearMonth>, String> named) {
        return Stream.of("returned", "opened")
                .filter(each -> !(each.equals("opened") ? opened : returned).isEmpty())
                .map(each -> wording.of(key + each, named.apply(each.equals("opened") ? opened : returned)))
                .toList();
    }

    List<String> findings() {
        ScopeResults unit = results.unit();
        List<YearMonth> missing = missing();
        List<String> lines = new ArrayList<>();
        List<YearMonth> returned = ofPeriod(LateUnit::returned);
        List<YearMonth> unsent = ofPeriod(LateUnit::unsent);
        if (!unsent.isEmpty()) {
            lines.add(letter.day().missing(unsent, wording()));
        } else if (missing.isEmpty()) {
            lines.add(reported(unit));
        }
        if (unit.past() != null && !unit.past().origins().isEmpty()) {
            lines.add(wording()
                    .of("reports.letter.past", PastView.full(unit, unit.past().origins(), wording())));
        }
        lines.addAll(again(wording(), "reports.letter.", returned, ofPeriod(LateUnit::opened), letter::months));
        unit.verdicts().stream()
                .filter(it -> it.target().threshold() != null)
                .forEach(it -> lines.add(verdict(it, rate(it.target().indicator()))));
        lines.add(wording().of("reports.letter.parts", words(Indicator.FULL_PROCESS), words(Indicator.PARTIAL)));
        PaperSeries paper = results.paper();
        if (paper.share() != null) {
            lines.add(
                    paper.percent() == null
                            ? wording().of("dashboard.unit.paper.nothing")
                            : wording()
                                    .of(
                                            "dashboard.unit.paper",
                                            RateView.fraction(paper.share()),
                                            Formats.percentInProse(paper.percent())));
        }
        return lines;
    }

    private String reported(ScopeResults unit) {
        int sent = unit.reportedMonths() - results.unsent();
        if (unit.notDue()) {
            return wording().of("reports.letter.reported.not-due");
        }
        boolean all = sent == unit.expectedMonths();
        String key =
                all ? "reports.letter.reported" : "reports.letter.reported." + (unit.past() == null ? "part" : "past");
        return wording().of(key, String.valueOf(sent), String.valueOf(unit.expectedMonths()));
    }

    private RateView rate(Indicator indicator) {
        return RateView.inProse(results.unit().indicator(indicator), wording());
    }

    private String words(Indicator indicator) {
        RateView rate = rate(indicator);
        return rate.known() ? wording().of("reports.letter.rate", rate.fraction(), rate.percent()) : rate.fraction();
    }

    /** What a target with a threshold asks of a unit. */
    static String asked(Target target, PageMessages wording) {
        String limit = wording.of(
                "dashboard.asked." + target.rule(), Formats.percentInProse(Objects.requireNonNull(target.threshold())));
        return wording.of(
                "reports.letter.target",
                target.label(),
                target.code(),
                target.common() == null
                        ? limit
                        : limit + ", " + wording.of("dashboard.asked.own", Formats.percentInProse(target.common())));
    }

    private String verdict(Verdict verdict, RateView rate) {
        String points = VerdictViewAssembler.points(List.of(verdict), wording());
        String key = !rate.known() ? "unknown" : verdict.met() ? "met" : "missed";
        return wording()
                .of(
                        "reports.letter.target." + key
                                + (rate.known() && verdict.provisional() ? "." + verdict.finality() : ""),
                        asked(verdict.target(), wording()),
                        rate.fraction(),
                        points == null ? rate.percent() : rate.percent() + ", " + points,
                        Formats.count(verdict.shortBy()));
    }
}
