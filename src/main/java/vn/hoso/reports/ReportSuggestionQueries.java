package vn.hoso.reports;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.followups.FollowUp;
import vn.hoso.followups.FollowUpQueries;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.readiness.Quarter;
import vn.hoso.readiness.ReadinessQueries;
import vn.hoso.reconciliation.Difference;
import vn.hoso.reconciliation.DifferenceQueries;
import vn.hoso.reports.domain.ReportOneStopShops;
import vn.hoso.reports.domain.ReportSuggestions;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.YearResults;
import vn.hoso.units.Successions;

/** Gathers what units and the Office offer to a report: notes and reasons on its months, and tasks that are still open. */
@Component
public class ReportSuggestionQueries {

    private final UnitNoteQueries notes;
    private final FollowUpQueries followUps;
    private final DifferenceQueries differences;
    private final ReadinessQueries readiness;
    private final Successions successions;

    ReportSuggestionQueries(
            UnitNoteQueries notes,
            FollowUpQueries followUps,
            ReadinessQueries readiness,
            DifferenceQueries differences,
            Successions successions) {
        this.successions = successions;
        this.differences = differences;
        this.notes = notes;
        this.followUps = followUps;
        this.readiness = readiness;
    }

    ReportSuggestions to(ReportTerm term, YearResults results) {
        List<YearMonth> months = results.period().months();
        return new ReportSuggestions(
                notes.explained(term.year()).stream()
                        .filter(note -> months.contains(note.month()))
                        .map(ReportSuggestionQueries::explanation)
                        .toList(),
                followUps.openOf(term.year()).stream()
                        .filter(task -> !task.month().isAfter(results.period().to()))
                        .map(ReportSuggestionQueries::task)
                        .toList(),
                differences.unsettled(term.year()).stream()
                        .filter(each -> each.figure().month() == null
                                ? term.wholeYear()
                                : months.contains(each.figure().month()))
                        .map(ReportSuggestionQueries::differing)
                        .toList(),
                reorganised(results),
                shops(results.period()));
    }

    /**
     * Under today's units the former ones are summed, and not counted beside the new. Where units end or begin and nothing came of
     * others there is no difference between the two, and it is told as well, by whatever act; but not that all units of the period
     * begin on one day without an act: the register does.
     */
    private List<ReportSuggestions.Reorganised> reorganised(YearResults results) {
        Set<Long> units = results.units().stream()
                .map(unit -> Objects.requireNonNull(unit.unitId()))
                .collect(Collectors.toSet());
        int months = results.period().months().size();
        // Asked for only where some unit was reorganised, or was not there in all months.
        boolean asked = results.geography() == null
                ? results.units().stream().anyMatch(unit -> unit.expectedMonths() < months)
                : results.geography() == ResultsGeography.AS_REPORTED;
        return !asked
                ? List.of()
                : successions
                        .between(results.period().firstDay(), results.period().lastDay())
                        .stream()
                        .map(act -> new ReportSuggestions.Reorganised(
                                act.from(),
                                act.instruments(),
                                act.ended().stream().filter(units::contains).count(),
                                act.begun().stream().filter(units::contains).count()))
                        .filter(act -> act.ended() + act.begun() > 0)
                        .filter(act -> !act.instruments().isEmpty() || act.ended() > 0 || act.begun() < units.size())
                        .toList();
    }

    /** Those of the latest quarter that ended in the period and that anybody reported. */
    private @Nullable ReportOneStopShops shops(ReportingPeriod period) {
        return readiness
                .findLatestUnits(Quarter.holding(period.from()), Quarter.endedBy(period.to()))
                .map(found -> new ReportOneStopShops(found.quarter(), found.units()))
                .orElse(null);
    }

    private static ReportSuggestions.Explanation explanation(UnitNoteQueries.Explained note) {
        return new ReportSuggestions.Explanation(note.unit(), note.month(), note.text());
    }

    private static ReportSuggestions.Differing differing(Difference each) {
        Map<String, @Nullable Long> values = new LinkedHashMap<>();
        each.values()
                .forEach((source, value) ->
                        values.put(source.name(), Difference.notApplicable(each.seen(), source) ? null : value));
        return new ReportSuggestions.Differing(
                each.unit(),
                each.figure().month(),
                each.figure().measure().name(),
                each.size(),
                values,
                each.state() == Difference.State.EXPLAINED,
                "/reconciliation/" + each.figure().address());
    }

    private static ReportSuggestions.Task task(FollowUp task) {
        return new ReportSuggestions.Task(task.unit(), task.targetCode(), task.task(), task.responsible(), task.due());
    }
}
