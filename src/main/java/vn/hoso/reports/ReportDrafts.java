package vn.hoso.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.hoso.reports.domain.Figures;
import vn.hoso.reports.domain.OwnWords;
import vn.hoso.reports.domain.Part;
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
    private final ReportWordings wordings;

    ReportDrafts(
            YearResultsQuery results,
            Installations installations,
            Clock clock,
            EntryWindows windows,
            ReportWordings wordings) {
        this.wordings = wordings;
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
        YearResults found = found(asked, reader);
        LocalDate today = LocalDate.now(clock);
        ReportText proposed = ReportText.of(found, installations.current(), today);
        return new ReportDraft(found, worded(proposed, found), today);
    }

    /**
     * The words of a year's report, part by part.
     *
     * @param asked the year as it stands in the address
     * @throws RefusedException if this is no year of the installation, or holds no figures
     */
    public ReportWording wording(String asked, CurrentUser reader) {
        YearResults found = found(asked, reader);
        return new ReportWording(
                ReportText.of(found, installations.current(), LocalDate.now(clock)),
                wordings.of(found.year()),
                Figures.of(found));
    }

    private ReportText worded(ReportText proposed, YearResults found) {
        Map<Part, String> words = new EnumMap<>(Part.class);
        wordings.of(found.year()).forEach((part, written) -> words.put(part, written.words()));
        return words.isEmpty() ? proposed : OwnWords.in(proposed, words, Figures.of(found));
    }

    private YearResults found(String asked, CurrentUser reader) {
        return results.of(year(asked), reader)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, "reports.year.empty", asked));
    }

    private int year(String asked) {
        // Four plain digits: parsing alone would accept signs and the digits of other scripts.
        if (asked.matches("[0-9]{4}")) {
            return windows.checked(Integer.parseInt(asked));
        }
        throw new RefusedException(HttpStatus.BAD_REQUEST, "error.unreadable-value", asked);
    }
}
