package vn.hoso.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.backup.Backups;
import vn.hoso.figures.CompletenessQueries;
import vn.hoso.reconciliation.DifferenceQueries;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsRequest;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.targets.TargetInForce;

/** Gathers what has to be in order before a year is closed. */
@Component
public class YearEndReportChecklist {

    private final Results results;
    private final CompletenessQueries completeness;
    private final TargetCatalogue targets;
    private final IssuedReports issued;
    private final DifferenceQueries differences;
    private final Backups backups;

    YearEndReportChecklist(
            Results results,
            CompletenessQueries completeness,
            TargetCatalogue targets,
            IssuedReports issued,
            DifferenceQueries differences,
            Backups backups) {
        this.results = results;
        this.completeness = completeness;
        this.targets = targets;
        this.issued = issued;
        this.differences = differences;
        this.backups = backups;
    }

    /**
     * How far a year is.
     *
     * @param results its figures and verdicts
     * @param unfinished what is left to do with its monthly returns
     * @param differences how many figures do not agree with what others state and are not closed
     * @param nextTargets the targets that hold at the end of the year after
     * @param issued the year's report that was issued last, null if none was
     * @param backup whether what was stored is also kept elsewhere
     */
    public record YearEnd(
            YearResults results,
            CompletenessQueries.Unfinished unfinished,
            int differences,
            List<Target> nextTargets,
            @Nullable IssuedReport issued,
            Backups.State backup) {}

    /** Empty if the year holds no figures. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<YearEnd> find(int year, CurrentUser reader) {
        return results.of(ResultsRequest.year(year), reader)
                .map(found -> new YearEnd(
                        found,
                        completeness.unfinished(year),
                        differences.unsettled(year, reader).size(),
                        targets.inForce(LocalDate.of(year + 1, 12, 31)).stream()
                                .map(TargetInForce::target)
                                .toList(),
                        issued.latest(ReportTerm.year(year)).orElse(null),
                        backups.state()));
    }
}
