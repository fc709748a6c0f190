package vn.hoso.reconciliation;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hoso.reconciliation.Difference.Owner;
import vn.hoso.reconciliation.Difference.State;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/** One line: the Office sees every difference that is not closed, a unit those that it has to explain. */
@Component
class WaitingDifferences implements WorkSource {

    private final DifferenceQueries differences;
    private final EntryWindows windows;
    private final PageMessages wording;

    WaitingDifferences(DifferenceQueries differences, EntryWindows windows, PageMessages wording) {
        this.differences = differences;
        this.windows = windows;
        this.wording = wording;
    }

    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        if (!user.is(Role.REVIEWER) && !user.is(Role.UNIT_STAFF)) {
            return List.of();
        }
        List<Integer> years = windows.today().years();
        List<Difference> waiting = differences.find(years.get(0), years.get(years.size() - 1), user).stream()
                .filter(each -> user.is(Role.REVIEWER)
                        ? each.state().unsettled()
                        : each.state() == State.OPEN && each.owner() == Owner.UNIT)
                .toList();
        return waiting.stream()
                .map(Difference::figure)
                .min(Comparator.comparing(ComparedFigure::period))
                .map(oldest -> new WorkItem(
                        WorkKind.DIFFERENCE,
                        "open",
                        List.of(
                                Formats.count(waiting.size()),
                                wording.of(
                                        user.is(Role.REVIEWER)
                                                ? "worklist.difference.open"
                                                : "worklist.difference.to-explain"),
                                period(oldest)),
                        null,
                        null,
                        "/reconciliation?year=" + oldest.year()))
                .stream()
                .toList();
    }

    private static String period(ComparedFigure figure) {
        return figure.month() == null ? figure.period() : Formats.month(figure.month());
    }
}
