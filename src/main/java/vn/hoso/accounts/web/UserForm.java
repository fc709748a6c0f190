package vn.hoso.accounts.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.hoso.accounts.AccountProblem;
import vn.hoso.accounts.UserAssignment;
import vn.hoso.accounts.UserDraft;
import vn.hoso.accounts.UserQueries.UserSummary;
import vn.hoso.security.Role;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;

/**
 * The typed form of a user.
 *
 * @param unitIds units that are theirs until taken away
 * @param addedUnit further ones that were picked, row by row with their typed codes or names
 * @param addedUnitText further ones as typed
 * @param standInUnit units they stand in for, row by row with the columns that follow
 * @param standInUnitText the same as typed
 * @param approves whether they approve what the Office entered
 * @param version of the user when the form was made, 0 for someone to be created
 */
record UserForm(
        String username,
        String displayName,
        @Nullable Role role,
        Set<Long> unitIds,
        List<String> addedUnit,
        List<String> addedUnitText,
        List<String> standInUnit,
        List<String> standInUnitText,
        List<String> standInFrom,
        List<String> standInTo,
        @Nullable Boolean approves,
        @Nullable Integer version) {

    private static final int ROWS = 3;
    private static final String ID = "\\d{1,18}";

    static final UserForm EMPTY = new UserForm(
            "", "", null, Set.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, 0);

    /** Fields that were not sent are empty. */
    UserForm {
        username = username == null ? "" : username;
        displayName = displayName == null ? "" : displayName;
        unitIds = unitIds == null ? Set.of() : unitIds;
        addedUnit = addedUnit == null ? List.of() : addedUnit;
        addedUnitText = addedUnitText == null ? List.of() : addedUnitText;
        standInUnit = standInUnit == null ? List.of() : standInUnit;
        standInUnitText = standInUnitText == null ? List.of() : standInUnitText;
        standInFrom = standInFrom == null ? List.of() : standInFrom;
        standInTo = standInTo == null ? List.of() : standInTo;
    }

    static UserForm of(UserSummary user, List<UserAssignment> assignments) {
        List<UserAssignment> standIns =
                assignments.stream().filter(each -> !each.lasting()).toList();
        return new UserForm(
                user.username(),
                user.displayName(),
                user.role(),
                assignments.stream()
                        .filter(UserAssignment::lasting)
                        .map(UserAssignment::unitId)
                        .collect(Collectors.toSet()),
                List.of(),
                List.of(),
                standIns.stream().map(each -> String.valueOf(each.unitId())).toList(),
                List.of(),
                standIns.stream().map(each -> text(each.from())).toList(),
                standIns.stream().map(each -> text(each.to())).toList(),
                user.secondApprover(),
                user.version());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : Formats.date(day);
    }

    /**
     * A row of the stand-ins as typed.
     *
     * @param unit the id
     * @param text the code or name, null where it is not typed
     */
    record StandIn(String unit, @Nullable String text, String from, String to) {

        boolean isEmpty() {
            return unit.isBlank() && (text == null || text.isBlank()) && from.isBlank() && to.isBlank();
        }

        boolean isReadable() {
            return isEmpty()
                    || (unit.matches(ID)
                            && (DateInput.read(from) != null || from.isBlank())
                            && DateInput.read(to) != null);
        }
    }

    int seenVersion() {
        return version == null ? 0 : version;
    }

    /** What was typed, and at least three rows to type into. */
    List<StandIn> standIns() {
        int rows = Stream.of(standInUnit, standInUnitText, standInFrom, standInTo)
                .mapToInt(List::size)
                .max()
                .orElse(0);
        return IntStream.range(0, Math.max(ROWS, rows + (rows < ROWS ? 0 : 1)))
                .mapToObj(row -> new StandIn(
                        at(standInUnit, row), text(standInUnitText, row), at(standInFrom, row), at(standInTo, row)))
                .toList();
    }

    /** The fields for further units, where they are typed. */
    List<UnitField> added(UnitOptions options) {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> UnitField.of(
                        options, "addedUnit-" + row, "addedUnit", at(addedUnit, row), text(addedUnitText, row)))
                .toList();
    }

    /** The fields for the units of the stand-ins, row by row. */
    List<UnitField> standInUnits(UnitOptions options) {
        List<StandIn> rows = standIns();
        return IntStream.range(0, rows.size())
                .mapToObj(row -> UnitField.of(
                        options,
                        "standInUnit-" + row,
                        "standInUnit",
                        rows.get(row).unit(),
                        rows.get(row).text()))
                .toList();
    }

    /** Whether the page had fields for codes and names of units. */
    boolean typed() {
        return !addedUnitText.isEmpty() || !standInUnitText.isEmpty();
    }

    /** The same with the units that the typed ones are; what is not clear is told at its field. */
    UserForm resolved(UnitOptions options, BindingResult errors) {
        List<UnitField> added = added(options);
        List<UnitField> standIns = standInUnits(options);
        Stream.concat(added.stream(), standIns.stream()).forEach(each -> each.report(each.id(), errors));
        Set<Long> units = new HashSet<>(unitIds);
        added.stream()
                .map(UnitField::chosen)
                .filter(id -> id.matches(ID))
                .map(Long::valueOf)
                .forEach(units::add);
        return new UserForm(
                username,
                displayName,
                role,
                units,
                List.of(),
                List.of(),
                standIns.stream().map(UnitField::chosen).toList(),
                List.of(),
                standInFrom,
                standInTo,
                approves,
                version);
    }

    /** Null where the form has no such column: its page had lists. */
    private static @Nullable String text(List<String> column, int row) {
        return column.isEmpty() ? null : at(column, row);
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
        List<UserAssignment> assignments = new ArrayList<>(unitIds.stream()
                .filter(Objects::nonNull)
                .sorted()
                .map(UserAssignment::lasting)
                .toList());
        standIns().stream()
                .filter(row -> !row.isEmpty() && row.isReadable())
                .map(row -> new UserAssignment(
                        Long.parseLong(row.unit()), DateInput.read(row.from()), DateInput.read(row.to())))
                .forEach(assignments::add);
        return new UserDraft(username, displayName, role, assignments, Boolean.TRUE.equals(approves));
    }
}
