package vn.hoso.dashboard.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.ReviewRemarkQueries.ReturnRemark;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.MonthLineView;
import vn.hoso.presentation.PastView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.StatusBadge;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.GapContributions;
import vn.hoso.results.GapContributions.GapContribution;
import vn.hoso.results.PaperPeriodResults.PaperSeries;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.UnitResults;
import vn.hoso.results.UnitResultsPast.Origin;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * What a unit's page says beyond its rates and targets, ready to print.
 *
 * @param letter the letter that reminds it, null for those who do not write it
 * @param gapPath who makes up the district's gap, null for those who may not see it
 * @param contribution its part of the district's gap, null where there is none to show
 * @param contributionTrace where the unit's rate comes from
 * @param paper dossiers on paper though online, null where nothing is reported
 * @param paperTrace where these come from
 * @param trend how their share moved, null where it cannot be said
 * @param line twelve months, null where there are not two
 * @param earlier whose figures the months are in which the unit was not there yet; null where it was
 * @param successors that others came of the unit; null where none did
 * @param successorPages their pages
 * @param remarks what reviewers asked, the latest first
 */
record UnitResultsDetailsView(
        @Nullable String letter,
        @Nullable String gapPath,
        @Nullable String contribution,
        String contributionTrace,
        @Nullable String paper,
        String paperTrace,
        @Nullable StatusBadge trend,
        @Nullable MonthLineView line,
        @Nullable String earlier,
        @Nullable String successors,
        List<DashboardUnitView.Link> successorPages,
        List<RemarkText> remarks) {

    /**
     * A remark.
     *
     * @param about month and cell
     * @param by who made it, and when
     * @param answer what the unit answered, null where it has not
     */
    record RemarkText(
            String about, String text, String by, @Nullable String answer, StatusBadge state) {}

    static UnitResultsDetailsView of(
            UnitResults results,
            List<ReturnRemark> remarks,
            PeriodFilter filter,
            CurrentUser reader,
            PageMessages wording) {
        ReportingPeriod period = results.district().period();
        String own = "/dashboard/units/" + results.unit().unitId();
        boolean office = reader.seesAllUnits();
        PaperSeries paper = results.paper();
        return new UnitResultsDetailsView(
                office && !results.nobodyAnswers() ? filter.address(own + "/letter", period) : null,
                office ? filter.address("/dashboard/contribution", period) : null,
                contribution(results, wording),
                TracePaths.of(filter, period).of(results.unit(), Indicator.OVERALL),
                paper.share() == null ? null : paper(paper, paper.share(), wording),
                TracePaths.of(filter, period).of(results.unit(), Indicator.ELIGIBLE_ONLINE),
                paper.trend() == null ? null : DashboardPaperView.mark(paper.trend(), wording),
                MonthLineView.of(
                        results.line(),
                        results.unit().overallTargets(),
                        results.earlier().isEmpty()
                                ? month -> TracePaths.ofReturn(results.unit(), month)
                                : month -> null,
                        wording),
                results.earlier().isEmpty()
                        ? null
                        : wording.of(
                                "dashboard.past.earlier", PastView.full(results.unit(), results.earlier(), wording)),
                successors(results, wording),
                DashboardUnitView.Link.of(results.successors(), ResultsGeography.TODAY, results, filter, reader),
                remarks.stream().map(it -> remark(it, wording)).toList());
    }

    /** "Nay thuộc xã Tuy Phước, theo Nghị quyết 1664": where its figures are under today's units. */
    private static @Nullable String successors(UnitResults results, PageMessages wording) {
        List<Origin> successors = results.successors();
        return successors.isEmpty()
                ? null
                : wording.of(
                        successors.size() == 1 ? "dashboard.past.successor" : "dashboard.past.successors",
                        wording.list(successors.stream()
                                .flatMap(unit -> unit.instruments().stream())
                                .distinct()
                                .toList()));
    }

    private static @Nullable String contribution(UnitResults results, PageMessages wording) {
        GapContributions all = results.contributions();
        GapContribution own = results.contribution();
        if (all == null || own == null) {
            return null;
        }
        boolean ownLevel = own.unit()
                .verdict(all.target())
                .filter(verdict -> verdict.target().ownLevel())
                .isPresent();
        String target = ownLevel
                ? wording.of(
                        "dashboard.gap.common",
                        all.target().code(),
                        Formats.percentInProse(
                                Objects.requireNonNull(all.target().threshold())))
                : ContributionView.name(all.target());
        String dossiers = Formats.count(Math.abs(own.dossiers()));
        if (!own.lacks()) {
            return own.dossiers() == 0
                    ? wording.of("dashboard.unit.contribution.even", target)
                    : wording.of("dashboard.unit.contribution.none", target, dossiers);
        }
        if (own.mustExceed()) {
            return wording.of("dashboard.unit.contribution.exceed", target, dossiers);
        }
        return wording.of(
                "dashboard.unit.contribution",
                target,
                dossiers,
                Formats.percentInProse(Objects.requireNonNull(own.share())),
                String.valueOf(all.units().indexOf(own) + 1),
                String.valueOf(
                        all.units().stream().filter(GapContribution::lacks).count()));
    }

    static String paper(PaperSeries paper, Rate share, PageMessages wording) {
        return paper.percent() == null
                ? wording.of("dashboard.unit.paper.nothing")
                : wording.of("dashboard.unit.paper", RateView.fraction(share), Formats.percentInProse(paper.percent()));
    }

    private static RemarkText remark(ReturnRemark remark, PageMessages wording) {
        String month = wording.of("dashboard.period.month", Formats.month(remark.month()));
        return new RemarkText(
                remark.measure() == null
                        ? month
                        : wording.of(
                                "dashboard.unit.remark.cell",
                                month,
                                wording.of("figures.measure." + remark.measure().field())),
                remark.text(),
                wording.of("dashboard.unit.remark.by", remark.by(), Formats.time(remark.at())),
                remark.answer() == null
                        ? null
                        : wording.of(
                                "dashboard.unit.remark.answer", remark.answer().text()),
                remark.open()
                        ? new StatusBadge("unmet", "unmet", wording.of("dashboard.unit.remark.open"))
                        : new StatusBadge("met", "met", wording.of("dashboard.unit.remark.answered")));
    }
}
