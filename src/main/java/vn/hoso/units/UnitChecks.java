package vn.hoso.units;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.shared.Formats;

/** Holds a change of the register against what else there is: other units' words, reported months, reorganisations. */
@Component
class UnitChecks {

    private final UnitQueries units;
    private final UnitMonths months;
    private final ReorganisationQueries acts;

    UnitChecks(UnitQueries units, UnitMonths months, ReorganisationQueries acts) {
        this.units = units;
        this.months = months;
        this.acts = acts;
    }

    /** What other units are called so during these days. */
    List<UnitProblem> clashes(long id, LocalDate from, @Nullable LocalDate end, UnitWords words) {
        return units.findCalled(id, from, end, List.of(words)).stream()
                .map(other -> UnitProblem.taken(words, other))
                .toList();
    }

    /** A day that a reorganisation has set is changed with it alone. */
    List<UnitProblem> held(long id, String field, @Nullable LocalDate day) {
        return acts.findByUnit(id).stream()
                .filter(act -> act.from().equals(day))
                .map(act -> UnitProblem.of(field, "reorganisation.problem.held", act.instrument()))
                .toList();
    }

    /** What is against a beginning on a day: the first month reported before it. */
    List<UnitProblem> figuresBefore(long id, LocalDate from) {
        return months.findByUnit(id).stream()
                .filter(month -> month.atDay(1).isBefore(from))
                .findFirst()
                .map(month -> UnitProblem.of("from", "register.problem.from.figures", Formats.month(month)))
                .stream()
                .toList();
    }

    /** What is against an end on a day: the last month reported from there on. */
    List<UnitProblem> figuresFrom(long id, LocalDate end) {
        return months.findByUnit(id).stream()
                .filter(month -> !month.atDay(1).isBefore(end))
                .reduce((earlier, later) -> later)
                .map(month -> UnitProblem.of("end", "register.problem.end.figures", Formats.month(month)))
                .stream()
                .toList();
    }
}
