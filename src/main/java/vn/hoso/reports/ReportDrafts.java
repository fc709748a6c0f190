package vn.hoso.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.hoso.period.EntryWindow;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.YearResults;
import vn.hoso.results.YearResultsQuery;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Installations;
import vn.hoso.shared.RefusedException;

/** Drafts the report of a year from the same results that the pages show. */
@Component
public class ReportDrafts {

    private final YearResultsQuery results;
    private final Installations installations;
    private final Clock clock;
    private final YearMonth earliest;

    ReportDrafts(
            YearResultsQuery results,
            Installations installations,
            Clock clock,
            @Value("${hoso.earliest-month}") YearMonth earliest) {
        this.results = results;
        this.installations = installations;
        this.clock = clock;
        this.earliest = earliest;
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
        YearMonth current = YearMonth.now(clock);
        // Four plain digits: parsing alone would accept signs and the digits of other scripts.
        if (asked.matches("[0-9]{4}") && new EntryWindow(earliest, current).holdsYear(Integer.parseInt(asked))) {
            return Integer.parseInt(asked);
        }
        throw new RefusedException(
                HttpStatus.BAD_REQUEST,
                "reports.year.refused",
                asked,
                String.valueOf(earliest.getYear()),
                String.valueOf(current.getYear()));
    }
}
