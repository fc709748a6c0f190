package vn.hoso.reports;

import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hoso.followups.FollowUp;
import vn.hoso.followups.FollowUpQueries;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.reports.domain.ReportSuggestions;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.results.YearResults;

/** Gathers what units and the Office offer to a report: notes and reasons on its months, and tasks that are still open. */
@Component
public class ReportSuggestionQueries {

    private final UnitNoteQueries notes;
    private final FollowUpQueries followUps;

    ReportSuggestionQueries(UnitNoteQueries notes, FollowUpQueries followUps) {
        this.notes = notes;
        this.followUps = followUps;
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
                        .toList());
    }

    private static ReportSuggestions.Explanation explanation(UnitNoteQueries.Explained note) {
        return new ReportSuggestions.Explanation(note.unit(), note.month(), note.text());
    }

    private static ReportSuggestions.Task task(FollowUp task) {
        return new ReportSuggestions.Task(task.unit(), task.targetCode(), task.task(), task.responsible(), task.due());
    }
}
