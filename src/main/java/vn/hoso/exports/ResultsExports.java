package vn.hoso.exports;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.results.YearResultsQuery;
import vn.hoso.security.CurrentUser;

/** Hands out a year's results and notes in the trail who took them. */
@Service
public class ResultsExports {

    private final YearResultsQuery results;
    private final AuditTrail audit;

    ResultsExports(YearResultsQuery results, AuditTrail audit) {
        this.results = results;
        this.audit = audit;
    }

    /** Empty if the year holds no figures. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<ResultsExport> export(int year, String format, CurrentUser by) {
        Optional<ResultsExport> export = results.of(year, by).map(ResultsExport::of);
        export.ifPresent(taken -> audit.record(by, "results.exported", String.valueOf(year), format));
        return export;
    }
}
