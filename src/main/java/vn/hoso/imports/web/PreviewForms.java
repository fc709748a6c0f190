package vn.hoso.imports.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.RememberedAnswer;
import vn.hoso.imports.SheetDescription;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UserFacingException;

/** The forms of a preview. What was not sent is empty. */
final class PreviewForms {

    private PreviewForms() {}

    /** A form that is shown again as it was typed where it was refused. */
    sealed interface Typed permits UnitsForm, LayoutForm {}

    /**
     * Which month the file is of, or single sheets of it.
     *
     * @param month the month of every sheet that says none
     * @param monthOf by the place of the sheet, from 0
     * @param yearOf the years of sheets whose rows are months, likewise
     */
    record MonthForm(
            @Nullable YearMonth month,

            Map<String, @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])", message = "{imports.refused.month}") String>
                    monthOf,

            Map<String, @Pattern(regexp = "20[0-9]{2}", message = "{imports.refused.month}") String> yearOf) {

        MonthForm {
            monthOf = Objects.requireNonNullElse(monthOf, Map.of());
            yearOf = Objects.requireNonNullElse(yearOf, Map.of());
        }

        /** Fewer than were sent where a place is none, or is there twice, as 1 and 01. */
        Map<Integer, YearMonth> bySheet() {
            return byPlace(monthOf, YearMonth::parse);
        }

        /** The same of the years. */
        Map<Integer, Integer> years() {
            return byPlace(yearOf, Integer::valueOf);
        }

        private static <T> Map<Integer, T> byPlace(Map<String, String> texts, Function<String, T> parsed) {
            return texts.entrySet().stream()
                    .filter(each -> each.getKey().matches("[0-9]{1,3}"))
                    .collect(Collectors.toMap(
                            each -> Integer.valueOf(each.getKey()),
                            each -> parsed.apply(each.getValue()),
                            (one, other) -> one));
        }
    }

    /** The sheets that belong to the act, as ticked. */
    record SheetsForm(Set<Integer> sheet) {

        SheetsForm {
            sheet = Objects.requireNonNullElse(sheet, Set.of());
        }
    }

    /** One answer for all cells or rows of a kind. */
    record CellsForm(String question, String answer) {

        CellsForm {
            question = Objects.requireNonNullElse(question, "");
            answer = Objects.requireNonNullElse(answer, "");
        }
    }

    /**
     * Which units names mean.
     *
     * @param nameOf what each answer is kept under
     * @param unitOf the answers, in the order of the names: a unit, 0 for none, empty for no answer
     * @param unitOfText the same by codes and names, where units are typed
     */
    record UnitsForm(Map<String, String> nameOf, Map<String, String> unitOf, Map<String, String> unitOfText)
            implements Typed {

        private static final String NONE = "0";

        UnitsForm {
            nameOf = Objects.requireNonNullElse(nameOf, Map.of());
            unitOf = Objects.requireNonNullElse(unitOf, Map.of());
            unitOfText = Objects.requireNonNullElse(unitOfText, Map.of());
        }

        /**
         * The answers by the names.
         *
         * @throws UserFacingException with 422 where it is not clear which unit is meant
         */
        Map<String, Long> byName(UnitOptions units) {
            Map<String, Long> answers = new HashMap<>();
            nameOf.forEach((at, name) -> {
                UnitField field = field(units, "", at);
                if (field.wrong()) {
                    throw field.refusal();
                }
                if (NONE.equals(unitOf.get(at)) && field.matches() != null) {
                    throw new UserFacingException(
                            HttpStatus.UNPROCESSABLE_CONTENT, "imports.refused.both", field.said());
                }
                if (field.chosen().matches("[0-9]{1,9}")) {
                    answers.put(name, Long.valueOf(field.chosen()));
                }
            });
            return answers;
        }

        /** Where the unit of a name is chosen; none of them is no unit's code or name. */
        UnitField field(UnitOptions units, String id, String at) {
            String picked = unitOf.getOrDefault(at, "");
            String typed = unitOfText.get(at);
            boolean none = NONE.equals(picked) && typed != null && typed.isBlank();
            return UnitField.of(units, id, "unitOf[" + at + "]", picked, none ? null : typed);
        }

        /** Whether the page had fields for codes and names of units. */
        boolean typed() {
            return !unitOfText.isEmpty();
        }
    }

    /**
     * Where the figures of a sheet stand.
     *
     * @param sheet its place in the file, from 0
     * @param month the month that it is of, null to go by the file
     * @param columnOf by measure
     */
    record LayoutForm(
            @Pattern(regexp = NUMBER, message = DESCRIPTION) String sheet,
            @Pattern(regexp = NUMBER, message = DESCRIPTION) String headerRow,
            @Pattern(regexp = NUMBER, message = DESCRIPTION) String unitColumn,
            @Nullable YearMonth month,
            Map<String, @Pattern(regexp = NUMBER, message = DESCRIPTION) String> columnOf)
            implements Typed {

        static final LayoutForm EMPTY = new LayoutForm("", "", "", null, Map.of());

        private static final String NUMBER = "[0-9]{0,9}";
        private static final String DESCRIPTION = "{imports.refused.description}";

        LayoutForm {
            sheet = Objects.requireNonNullElse(sheet, "");
            headerRow = Objects.requireNonNullElse(headerRow, "");
            unitColumn = Objects.requireNonNullElse(unitColumn, "");
            columnOf = Objects.requireNonNullElse(columnOf, Map.of());
        }

        /** What it says; a units' column of 0 is an answer, none at all is -1. */
        SheetDescription description() {
            return new SheetDescription(number(headerRow), unitColumn.isEmpty() ? -1 : number(unitColumn), byMeasure());
        }

        /** A number that was typed, 0 for none. */
        static int number(String typed) {
            return typed.isEmpty() ? 0 : Integer.parseInt(typed);
        }

        Map<Measure, Integer> byMeasure() {
            Map<Measure, Integer> byMeasure = new TreeMap<>();
            columnOf.forEach((field, column) -> Measure.ofField(field)
                    .filter(measure -> number(column) > 0)
                    .ifPresent(measure -> byMeasure.put(measure, number(column))));
            return byMeasure;
        }
    }

    /** An answer of before that is taken back. */
    record WithdrawalForm(
            @NotNull(message = "{imports.refused.memory}") RememberedAnswer.Kind kind,
            @NotNull(message = "{imports.refused.memory}") Long memoryId) {}
}
