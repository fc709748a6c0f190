package vn.hoso.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.hoso.reports.domain.ReportText;
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

    ReportDrafts(YearResultsQuery results, Installations installations, Clock clock, EntryWindows windows) {
        this.results = results;
        this.installations = installations;
        this.clock = clock;
        this.windows = windows;
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
    public ReportDraft of(String asked, CurrentUser reader) {
        int year = year(asked);
        YearResults found = results.of(year, reader)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, "reports.year.empty", asked));
        LocalDate today = LocalDate.now(clock);
        return new ReportDraft(found, ReportText.of(found, installations.current(), today), today);
    }

    private int year(String asked) {
        // Four plain digits: parsing alone would accept signs and the digits of other scripts.
        if (asked.matches("[0-9]{4}")) {
            return windows.checked(Integer.parseInt(asked));
        }
        throw new RefusedException(HttpStatus.BAD_REQUEST, "error.unreadable-value", asked);
    }
}
