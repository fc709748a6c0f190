package vn.hoso.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.reports.domain.Restated;
import vn.hoso.reports.domain.RestatementWording;
import vn.hoso.results.YearResults;
import vn.hoso.results.YearResultsQuery;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Installations;
import vn.hoso.shared.RefusedException;

/** Drafts the report of a year from the same results that the pages show. */
@Component
public class ReportDrafts {

    private final YearResultsQuery results;
    private final Installations installations;
    private final Clock clock;
    private final EntryWindows windows;
    private final IssuedReports issued;
    private final Restatements restatements;

    ReportDrafts(
            YearResultsQuery results,
            Installations installations,
            Clock clock,
            EntryWindows windows,
            IssuedReports issued,
            Restatements restatements) {
        this.results = results;
        this.installations = installations;
        this.clock = clock;
        this.windows = windows;
        this.issued = issued;
        this.restatements = restatements;
    }

    /** The years that can be reported on, ascending. */
    public List<Integer> years() {
        return results.years();
    }

    /**
     * Drafts the report.
     *
     * @param asked the year as it stands in the address
     * @throws RefusedException if this is no year of the installation, or holds no figures
     */
    // One snapshot: what is drafted and what it is held against.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ReportDraft of(String asked, CurrentUser reader) {
        int year = year(asked);
        YearResults found = results.of(year, reader)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, "reports.year.empty", asked));
        LocalDate today = LocalDate.now(clock);
        Restated earlier = issued.latest(year)
                .map(report -> restated(report, found, reader))
                .orElse(null);
        return new ReportDraft(found, ReportText.of(found, installations.current(), today, earlier), today);
    }

    private Restated restated(IssuedReport report, YearResults found, CurrentUser reader) {
        Restatements.Restatement since =
                restatements.since(List.of(report), reader).get(0);
        String named = IssuedNames.of(report);
        return new Restated(
                named,
                report.lastMonth().equals(found.period().to()),
                RestatementWording.sentences(named, since.changes(), since.district()));
    }

    /** The year in an address. */
    public int year(String asked) {
        // Four plain digits: parsing alone would accept signs and the digits of other scripts.
        if (asked.matches("[0-9]{4}")) {
            return windows.checked(Integer.parseInt(asked));
        }
        throw new RefusedException(HttpStatus.BAD_REQUEST, "error.unreadable-value", asked);
    }
}
