package vn.hoso.followups.web;

import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import vn.hoso.followups.FollowUp;
import vn.hoso.followups.FollowUpService.Draft;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UserText;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetScope;

/**
 * A task as typed.
 *
 * @param target the target's id
 * @param unit the unit's id, empty for the district
 * @param unitText its code or name, null where it is not typed
 * @param month such as 2024-09, the last month of the period in which the target was missed
 * @param due the last day on which it is in time
 */
record FollowUpForm(
        String target,
        String unit,
        @Nullable String unitText,
        String month,

        @PlainText(max = FollowUp.LONGEST_TEXT, message = "{followups.problem.task}")
        String task,

        @PlainText(max = FollowUp.LONGEST_NAME, name = true, message = "{followups.problem.responsible}")
        String responsible,

        @NotNull(message = "{followups.problem.due}") @Nullable
        LocalDate due) {

    private static final int LONGEST_DELAY_IN_YEARS = 5;

    /** Fields that were not sent are empty. */
    FollowUpForm {
        target = Objects.requireNonNullElse(target, "");
        unit = Objects.requireNonNullElse(unit, "");
        month = Objects.requireNonNullElse(month, "");
        task = Objects.requireNonNullElse(task, "");
        responsible = Objects.requireNonNullElse(responsible, "");
    }

    /** The month asked for; null if it is none. */
    @Nullable
    YearMonth readMonth() {
        try {
            return YearMonth.parse(month.strip());
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** What only the day and the month's own targets and units can say. */
    void check(List<Target> targets, UnitOptions units, LocalDate today, BindingResult errors) {
        if (targets.stream().noneMatch(each -> String.valueOf(each.id()).equals(target))) {
            errors.rejectValue("target", "followups.problem.target");
        }
        field(units).report("unit", errors);
        checkUnit(units, errors);
        if (!errors.hasFieldErrors("target") && !errors.hasFieldErrors("unit")) {
            String chosen = field(units).chosen();
            Long whose = chosen.isEmpty() ? null : Long.valueOf(chosen);
            targets.stream()
                    .filter(each -> String.valueOf(each.id()).equals(target) && each.scope() == TargetScope.NAMED_UNITS)
                    .filter(each -> !each.judges(whose))
                    .forEach(each -> errors.rejectValue("unit", "followups.problem.unit.not-asked"));
        }
        if (due != null && (due.isBefore(today) || due.isAfter(today.plusYears(LONGEST_DELAY_IN_YEARS)))) {
            errors.rejectValue("due", "followups.problem.due");
        }
    }

    /** A unit that is none of the month's is not taken for all units. */
    void checkUnit(UnitOptions units, Errors errors) {
        String chosen = field(units).chosen();
        if (!chosen.isEmpty() && units.find(chosen).isEmpty()) {
            errors.rejectValue("unit", "followups.problem.unit");
        }
    }

    /** Where the unit is chosen. */
    UnitField field(UnitOptions units) {
        return UnitField.of(units, "unit", unit, unitText);
    }

    /** The task about this month; only where there are no errors. */
    Draft draft(YearMonth about, UnitOptions units) {
        String chosen = field(units).chosen();
        return new Draft(
                Long.parseLong(target),
                about,
                chosen.isEmpty() ? null : Long.valueOf(chosen),
                UserText.kept(task),
                UserText.kept(responsible),
                Objects.requireNonNull(due));
    }
}
