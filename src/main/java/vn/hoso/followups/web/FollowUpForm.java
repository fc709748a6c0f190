package vn.hoso.followups.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.followups.FollowUp;
import vn.hoso.followups.FollowUpService.Draft;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.UserText;
import vn.hoso.targets.Target;
import vn.hoso.units.Unit;

/**
 * The typed form of a task.
 *
 * @param target the target's id
 * @param unit the unit's id, empty for the district
 * @param month such as 2024-09
 * @param due such as 2024-10-31 or 31/10/2024
 */
record FollowUpForm(String target, String unit, String month, String task, String responsible, String due) {

    private static final int LONGEST_DELAY_IN_YEARS = 5;

    /** Reads the fields by their names alone: binding would look into a name such as {@code target[0].code}. */
    static FollowUpForm of(Map<String, String> fields) {
        return new FollowUpForm(
                fields.getOrDefault("target", ""),
                fields.getOrDefault("unit", ""),
                fields.getOrDefault("month", ""),
                fields.getOrDefault("task", ""),
                fields.getOrDefault("responsible", ""),
                fields.getOrDefault("due", ""));
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

    /** The same form about this month. */
    FollowUpForm about(YearMonth other) {
        return new FollowUpForm(target, unit, other.toString(), task, responsible, due);
    }

    /** What cannot be kept, by field, with the key of its sentence; empty if all can. */
    Map<String, String> problems(List<Target> targets, List<Unit> units, LocalDate today) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (targets.stream().noneMatch(each -> String.valueOf(each.id()).equals(target))) {
            problems.put("target", "followups.problem.target");
        }
        if (!unit.isEmpty()
                && units.stream().noneMatch(each -> String.valueOf(each.id()).equals(unit))) {
            problems.put("unit", "followups.problem.unit");
        }
        if (!isText(UserText.kept(task), FollowUp.LONGEST_TEXT)) {
            problems.put("task", "followups.problem.task");
        }
        String name = UserText.kept(responsible);
        if (!isText(name, FollowUp.LONGEST_NAME) || !UserText.isPlainName(name)) {
            problems.put("responsible", "followups.problem.responsible");
        }
        if (DateInput.readBetween(due, today, today.plusYears(LONGEST_DELAY_IN_YEARS)) == null) {
            problems.put("due", "followups.problem.due");
        }
        return problems;
    }

    /** The task; only where there are no problems. */
    Draft draft() {
        return new Draft(
                Long.parseLong(target),
                Objects.requireNonNull(readMonth()),
                unit.isEmpty() ? null : Long.valueOf(unit),
                UserText.kept(task),
                UserText.kept(responsible),
                Objects.requireNonNull(DateInput.read(due)));
    }

    static boolean isText(String kept, int longest) {
        return !kept.isEmpty() && kept.length() <= longest && UserText.isPlain(kept);
    }
}
