package vn.hoso.figures.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.MonthReviewQueries.State;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.Unit;

/**
 * The units of a month by what their reviewer has to do with them, as far as it needs no figures.
 *
 * @param others whose submitted returns the reviewer may approve
 * @param own whose submitted returns the reviewer typed
 * @param waiting that have submitted none
 * @param submitted how many submitted returns there are
 */
record MonthReviewGroups(List<Unit> others, List<Unit> own, List<Unit> approved, List<Unit> waiting, int submitted) {

    /** @param approvable by whom figures have to be typed so that the reviewer may approve them */
    static MonthReviewGroups of(
            List<Unit> units, Map<Long, State> states, CurrentUser reviewer, Predicate<@Nullable Long> approvable) {
        List<Unit> others = new ArrayList<>();
        List<Unit> own = new ArrayList<>();
        List<Unit> approved = new ArrayList<>();
        List<Unit> waiting = new ArrayList<>();
        int submitted = 0;
        for (Unit unit : units) {
            State state = states.get(unit.id());
            if (state == null || state.status() == ReturnStatus.DRAFT || state.status() == ReturnStatus.RETURNED) {
                waiting.add(unit);
            } else if (state.status() == ReturnStatus.APPROVED) {
                approved.add(unit);
            } else {
                submitted++;
                Long typist = state.typist();
                if (typist != null && typist == reviewer.id()) {
                    own.add(unit);
                } else if (approvable.test(typist)) {
                    others.add(unit);
                }
            }
        }
        return new MonthReviewGroups(others, own, approved, waiting, submitted);
    }

    /**
     * The units whose figures the page needs: all that are submitted, since their figures say which stand first, and the approved ones
     * that can stand on it. Which these are depends on the number of those before them alone; if one of those is asked
     * for by name, its page may hold the first approved ones.
     */
    List<Unit> looked(MonthUnitsPage asked, List<Long> always) {
        List<Unit> submittedOnes = Stream.concat(others.stream(), own.stream()).toList();
        List<Unit> listed =
                Stream.concat(submittedOnes.stream(), approved.stream()).toList();
        return Stream.of(
                        submittedOnes,
                        asked.among(listed, always).units(),
                        asked.first().among(approved, List.of()).units())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
