package vn.hoso.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.reports.ReportWordings.ReportWording;
import vn.hoso.reports.domain.OfficeWordingFiller;
import vn.hoso.reports.domain.ReportNamedFigures;
import vn.hoso.reports.domain.ReportPart;
import vn.hoso.reports.domain.ReportRestatement;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.ResultsMemory;
import vn.hoso.results.ResultsRequest;
import vn.hoso.results.SameMonthsBeforeResults;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.UserFacingException;

/**
 * Drafts the report of a year from the same results that the pages show. What was drafted is remembered until anything it is made of
 * changes: whatever it reads counts as a change of results, but for the reports that were issued, which tell it from others.
 */
@Component
public class ReportDrafts {

    private final Results results;
    private final Clock clock;
    private final EntryWindows windows;
    private final IssuedReports issued;
    private final RestatementService restatements;
    private final ReportWordings wordings;
    private final ReportSuggestionQueries offers;
    private final ResultsMemory memory;

    ReportDrafts(
            Results results,
            Clock clock,
            EntryWindows windows,
            IssuedReports issued,
            RestatementService restatements,
            ReportWordings wordings,
            ReportSuggestionQueries offers,
            ResultsMemory memory) {
        this.results = results;
        this.clock = clock;
        this.windows = windows;
        this.issued = issued;
        this.restatements = restatements;
        this.wordings = wordings;
        this.offers = offers;
        this.memory = memory;
    }

    /** The years that can be reported on, ascending. */
    public List<Integer> years() {
        return List.copyOf(results.years().keySet());
    }

    /**
     * Drafts the report.
     *
     * @throws UserFacingException if the term holds no figures
     */
    // One snapshot: what is drafted and what it is held against.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ReportDraft draft(ReportTerm term, ResultsGeography units, CurrentUser reader) {
        return draft(term, units, issued.findByYear(term.year()), reader).draft();
    }

    /**
     * The same for a reader who knows the reports that were issued in the year already. Under today's units, which no report is issued
     * under, it is in the program's own words: the Office's may name units that are no more.
     *
     * @param ofYear those, the latest first
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public DraftedReport draft(ReportTerm term, ResultsGeography units, List<IssuedReport> ofYear, CurrentUser reader) {
        return reader.seesAllUnits()
                ? memory.get(
                        List.of(term, units, List.copyOf(ofYear)),
                        DraftedReport.class,
                        DraftedReport::weight,
                        () -> anew(term, units, ofYear, reader))
                : anew(term, units, ofYear, reader);
    }

    private DraftedReport anew(ReportTerm term, ResultsGeography units, List<IssuedReport> ofYear, CurrentUser reader) {
        SameMonthsBeforeResults.Beside beside = found(term, units, reader);
        YearResults found = beside.shown();
        LocalDate today = LocalDate.now(clock);
        ReportNamedFigures figures = ReportNamedFigures.of(found, term, beside.before());
        ReportRestatement earlier = IssuedReports.earlier(term, ofYear)
                .map(report -> restated(report, term, found, figures, reader))
                .orElse(null);
        ReportText proposed =
                ReportText.of(found, found.organisation(), today, term, offers.to(term, found), earlier, figures);
        ReportText text =
                found.geography() == ResultsGeography.TODAY ? proposed : worded(proposed, term, figures, earlier);
        return DraftedReport.of(ReportDraft.of(found, text, today, term), figures, monthsHeld());
    }

    /**
     * The words of a report, part by part.
     *
     * @throws UserFacingException if the term holds no figures
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ReportWording wording(ReportTerm term, CurrentUser reader) {
        SameMonthsBeforeResults.Beside beside = found(term, ResultsGeography.AS_REPORTED, reader);
        YearResults found = beside.shown();
        ReportNamedFigures figures = ReportNamedFigures.of(found, term, beside.before());
        return new ReportWording(
                ReportText.of(
                        found, found.organisation(), LocalDate.now(clock), term, offers.to(term, found), null, figures),
                wordings.findByTerm(term),
                figures);
    }

    /** The same for every term. */
    private SortedMap<Integer, List<YearMonth>> monthsHeld() {
        return memory.get(List.of(), Held.class, held -> held.months().size(), () -> new Held(results.months()))
                .months();
    }

    private record Held(SortedMap<Integer, List<YearMonth>> months) {}

    private ReportText worded(
            ReportText proposed, ReportTerm term, ReportNamedFigures figures, @Nullable ReportRestatement earlier) {
        Map<ReportPart, String> words = new EnumMap<>(ReportPart.class);
        wordings.findByTerm(term).forEach((part, written) -> words.put(part, written.words()));
        return words.isEmpty()
                ? proposed
                : OfficeWordingFiller.in(proposed, words, figures, earlier == null ? List.of() : earlier.sentences());
    }

    /** The term's results; a part of a year beside the same months of the year before. */
    private SameMonthsBeforeResults.Beside found(ReportTerm term, ResultsGeography units, CurrentUser reader) {
        if (term.wholeYear()) {
            return results.of(ResultsRequest.year(term.year()).under(units), reader)
                    .map(year -> new SameMonthsBeforeResults.Beside(year, null))
                    .orElseThrow(() -> empty(term));
        }
        SameMonthsBeforeResults.Beside part = results.besideYearBefore(
                        ResultsRequest.fixed(term.span(), term.last()).under(units), reader)
                .orElseThrow();
        if (part.shown().coverage().reported() == 0) {
            throw empty(term);
        }
        return part;
    }

    private static UserFacingException empty(ReportTerm term) {
        return new UserFacingException(HttpStatus.NOT_FOUND, "reports.term.empty", capital(term.name()));
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private ReportRestatement restated(
            IssuedReport report, ReportTerm term, YearResults found, ReportNamedFigures figures, CurrentUser reader) {
        RestatementService.Restatement since =
                restatements.since(List.of(report), reader).get(0);
        boolean replaced = replaces(report, term, found);
        return ReportRestatement.of(
                report.named(),
                replaced,
                since.changes(),
                since.district(),
                "/reports/" + report.term().address() + "/issues/" + report.id(),
                indicator -> replaced
                        ? figures.trace(indicator)
                        : ReportNamedFigures.trace(indicator, report.term(), report.lastMonth()),
                figures);
    }

    /** Whether a report of this term takes an earlier one's place: both are about the same months. */
    static boolean replaces(IssuedReport earlier, ReportTerm term, YearResults found) {
        return earlier.term().equals(term)
                && earlier.lastMonth().equals(found.period().to());
    }

    /**
     * The term in an address: a year, or a part of it such as 2024-Q3.
     *
     * @throws UserFacingException if it is none, or figures cannot exist for its year
     */
    public ReportTerm term(String asked) {
        ReportTerm term = ReportTerm.read(asked)
                .orElseThrow(() -> new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-value", asked));
        windows.checked(term.year());
        return term;
    }

    /**
     * The year in an address.
     *
     * @throws UserFacingException if it is none, or figures cannot exist for it
     */
    public int year(String asked) {
        ReportTerm term = term(asked);
        if (!term.wholeYear()) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-value", asked);
        }
        return term.year();
    }

    /**
     * What else can be reported on.
     *
     * @param years the years that hold figures, ascending
     * @param terms the terms of the draft's year that hold figures
     */
    public record Choice(List<Integer> years, List<ReportTerm> terms) {}

    public Choice choice(DraftedReport drafted) {
        ReportDraft draft = drafted.draft();
        SortedMap<Integer, List<YearMonth>> months = drafted.months();
        int year = draft.term().year();
        List<YearMonth> held = months.getOrDefault(year, List.of());
        return new Choice(
                List.copyOf(months.keySet()),
                ReportTerm.of(year).stream()
                        .filter(term -> term.wholeYear() || held.stream().anyMatch(term::covers))
                        .toList());
    }
}
