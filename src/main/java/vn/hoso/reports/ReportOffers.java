package vn.hoso.reports;

import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hoso.figures.UnitNotes;
import vn.hoso.followups.FollowUp;
import vn.hoso.followups.FollowUps;
import vn.hoso.reports.domain.Offered;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.results.YearResults;

/** Gathers what units and the Office offer to a report: notes and reasons on its months, and tasks that are still open. */
@Component
public class ReportOffers {

    private final UnitNotes notes;
    private final FollowUps followUps;

    ReportOffers(UnitNotes notes, FollowUps followUps) {
        this.notes = notes;
        this.followUps = followUps;
    }

    Offered to(ReportTerm term, YearResults results) {
        List<YearMonth> months = results.period().months();
        return new Offered(
                notes.explained(term.year()).stream()
                        .filter(note -> months.contains(note.month()))
                        .map(ReportOffers::explanation)
                        .toList(),
                followUps.openOf(term.year()).stream()
                        .filter(task -> !task.month().isAfter(results.period().to()))
                        .map(ReportOffers::task)
                        .toList());
    }

    private static Offered.Explanation explanation(UnitNotes.Explained note) {
        return new Offered.Explanation(note.unit(), note.month(), note.text());
    }

    private static Offered.Task task(FollowUp task) {
        return new Offered.Task(task.unit(), task.targetCode(), task.task(), task.responsible(), task.due());
    }
}
