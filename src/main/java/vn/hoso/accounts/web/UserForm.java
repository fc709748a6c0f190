package vn.hoso.accounts.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.hoso.accounts.AccountProblem;
import vn.hoso.accounts.Assignment;
import vn.hoso.accounts.UserDraft;
import vn.hoso.accounts.UserQueries.UserSummary;
import vn.hoso.security.Role;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;

/**
 * The typed form of a user.
 *
 * @param unitIds units that are theirs until taken away
 * @param standInUnit units they stand in for, row by row with the two columns of days that follow
 * @param approves whether they approve what the Office entered
 * @param version of the user when the form was made, 0 for someone to be created
 */
record UserForm(
        String username,
        String displayName,
        @Nullable Role role,
        Set<Long> unitIds,
        List<String> standInUnit,
        List<String> standInFrom,
        List<String> standInTo,
        @Nullable Boolean approves,
        @Nullable Integer version) {

    private static final int ROWS = 3;

    static final UserForm EMPTY = new UserForm("", "", null, Set.of(), List.of(), List.of(), List.of(), false, 0);

    /** Fields that were not sent are empty. */
    UserForm {
        username = username == null ? "" : username;
        displayName = displayName == null ? "" : displayName;
        unitIds = unitIds == null ? Set.of() : unitIds;
        standInUnit = standInUnit == null ? List.of() : standInUnit;
        standInFrom = standInFrom == null ? List.of() : standInFrom;
        standInTo = standInTo == null ? List.of() : standInTo;
    }

    static UserForm of(UserSummary user, List<Assignment> assignments) {
        List<Assignment> standIns =
                assignments.stream().filter(each -> !each.lasting()).toList();
        return new UserForm(
                user.username(),
                user.displayName(),
                user.role(),
                assignments.stream()
                        .filter(Assignment::lasting)
                        .map(Assignment::unitId)
                        .collect(Collectors.toSet()),
                standIns.stream().map(each -> String.valueOf(each.unitId())).toList(),
                standIns.stream().map(each -> text(each.from())).toList(),
                standIns.stream().map(each -> text(each.to())).toList(),
                user.secondApprover(),
                user.version());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : Formats.date(day);
    }

    /** A row of the stand-ins as typed. */
    record StandIn(String unit, String from, String to) {

        boolean isEmpty() {
            return unit.isBlank() && from.isBlank() && to.isBlank();
        }

        boolean isReadable() {
            return isEmpty()
                    || (unit.matches("\\d{1,18}")
                            && (DateInput.read(from) != null || from.isBlank())
                            && DateInput.read(to) != null);
        }
    }

    int seenVersion() {
        return version == null ? 0 : version;
    }

    /** What was typed, and at least three rows to type into. */
    List<StandIn> standIns() {
        int rows = Math.max(standInUnit.size(), Math.max(standInFrom.size(), standInTo.size()));
        return IntStream.range(0, Math.max(ROWS, rows + (rows < ROWS ? 0 : 1)))
                .mapToObj(row -> new StandIn(at(standInUnit, row), at(standInFrom, row), at(standInTo, row)))
                .toList();
    }

    private static String at(List<String> column, int row) {
        return row < column.size() && column.get(row) != null ? column.get(row).strip() : "";
    }

    /** Rows that cannot be read: a stand-in needs a unit and a last day. */
    List<AccountProblem> unreadable() {
        return standIns().stream().allMatch(StandIn::isReadable)
                ? List.of()
                : List.of(new AccountProblem("standIns", "accounts.problem.standIn"));
    }

    UserDraft details() {
        List<Assignment> assignments = new ArrayList<>(unitIds.stream()
                .filter(Objects::nonNull)
                .sorted()
                .map(Assignment::lasting)
                .toList());
        standIns().stream()
                .filter(row -> !row.isEmpty() && row.isReadable())
                .map(row -> new Assignment(
                        Long.parseLong(row.unit()), DateInput.read(row.from()), DateInput.read(row.to())))
                .forEach(assignments::add);
        return new UserDraft(username, displayName, role, assignments, Boolean.TRUE.equals(approves));
    }
}
