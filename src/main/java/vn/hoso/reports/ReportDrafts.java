package vn.hoso.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.reports.domain.Figures;
import vn.hoso.reports.domain.OwnWords;
import vn.hoso.reports.domain.Part;
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
    private final ReportWordings wordings;

    ReportDrafts(
            YearResultsQuery results,
            Installations installations,
            Clock clock,
            EntryWindows windows,
            IssuedReports issued,
            Restatements restatements,
            ReportWordings wordings) {
        this.results = results;
        this.installations = installations;
        this.clock = clock;
        this.windows = windows;
        this.issued = issued;
        this.restatements = restatements;
        this.wordings = wordings;
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
        return of(asked, issued.latest(year(asked)).orElse(null), reader);
    }

    /**
     * The same for a reader who knows the year's latest issued report already.
     *
     * @param latest null if none was issued
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ReportDraft of(String asked, @Nullable IssuedReport latest, CurrentUser reader) {
        YearResults found = found(asked, reader);
        LocalDate today = LocalDate.now(clock);
        Restated earlier = latest == null ? null : restated(latest, found, reader);
        ReportText proposed = ReportText.of(found, installations.current(), today, earlier);
        return new ReportDraft(found, worded(proposed, found, earlier), today);
    }

    /**
     * The words of a year's report, part by part.
     *
     * @param asked the year as it stands in the address
     * @throws RefusedException if this is no year of the installation, or holds no figures
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ReportWording wording(String asked, CurrentUser reader) {
        YearResults found = found(asked, reader);
        return new ReportWording(
                ReportText.of(found, installations.current(), LocalDate.now(clock)),
                wordings.of(found.year()),
                Figures.of(found));
    }

    private ReportText worded(ReportText proposed, YearResults found, @Nullable Restated earlier) {
        Map<Part, String> words = new EnumMap<>(Part.class);
        wordings.of(found.year()).forEach((part, written) -> words.put(part, written.words()));
        return words.isEmpty()
                ? proposed
                : OwnWords.in(proposed, words, Figures.of(found), earlier == null ? List.of() : earlier.sentences());
    }

    private YearResults found(String asked, CurrentUser reader) {
        return results.of(year(asked), reader)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, "reports.year.empty", asked));
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
