package vn.hoso.reconciliation.web;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.hoso.figures.domain.Measure;
import vn.hoso.period.EntryWindow;
import vn.hoso.reconciliation.ComparedFigure;
import vn.hoso.reconciliation.OutsideTotal;
import vn.hoso.reconciliation.OutsideTotal.Draft;
import vn.hoso.reconciliation.ValueSource;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UserText;
import vn.hoso.units.UnitQueries.Version;

/**
 * A total from outside as typed; fields that were not sent are empty.
 *
 * @param corrects the total whose place it takes, null for none: of the same unit, period, figure and source
 * @param unit the unit's id, empty for all units together
 * @param unitText its code or name, null where it is not typed
 * @param month 1 to 12, empty for the whole year
 * @param reason why it is corrected
 */
record OutsideTotalForm(
        @Nullable Long corrects,

        @Pattern(regexp = "|[0-9]{1,18}", message = "{reconciliation.problem.unit}")
        String unit,

        @Nullable String unitText,

        @Pattern(regexp = "20[0-9]{2}", message = "{reconciliation.problem.year}")
        String year,

        @Pattern(regexp = "|0?[1-9]|1[0-2]", message = "{reconciliation.problem.month}")
        String month,

        String measure,
        String source,

        @Pattern(regexp = COUNT, message = "{reconciliation.problem.value}")
        String value,

        @PlainText(max = OutsideTotal.LONGEST_SOURCE, message = "{reconciliation.problem.sourceText}")
        String sourceText,

        String sourceDate,
        String reason) {

    /** Digits, in groups of three or not, whichever blank a document has between them: what could mean another number is refused. */
    static final String COUNT = "[\\s\\u00A0\\u2007\\u202F]*"
            + "([0-9]{1,9}|[1-9][0-9]{0,2}(([.][0-9]{3}){1,2}|([ \\u00A0\\u2007\\u202F][0-9]{3}){1,2}))"
            + "[\\s\\u00A0\\u2007\\u202F]*";

    OutsideTotalForm {
        unit = Objects.requireNonNullElse(unit, "");
        year = Objects.requireNonNullElse(year, "");
        month = Objects.requireNonNullElse(month, "");
        measure = Objects.requireNonNullElse(measure, "");
        source = Objects.requireNonNullElse(source, "");
        value = Objects.requireNonNullElse(value, "");
        sourceText = Objects.requireNonNullElse(sourceText, "");
        sourceDate = Objects.requireNonNullElse(sourceDate, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    static OutsideTotalForm blank(int year) {
        return new OutsideTotalForm(null, "", null, String.valueOf(year), "", "", "", "", "", "", "");
    }

    /** Filled in with a total to be corrected. */
    static OutsideTotalForm of(OutsideTotal total) {
        ComparedFigure figure = total.figure();
        return new OutsideTotalForm(
                total.id(),
                figure.unitId() == null ? "" : figure.unitId().toString(),
                null,
                String.valueOf(figure.year()),
                figure.month() == null ? "" : String.valueOf(figure.month().getMonthValue()),
                figure.measure().name(),
                total.source().name(),
                Formats.count(total.value()),
                total.sourceText(),
                total.sourceDate().toString(),
                "");
    }

    /** What such a text says. */
    static long count(String typed) {
        return Long.parseLong(typed.replaceAll("[^0-9]", ""));
    }

    /** The first of the days on any of which the unit must have been there: the month's, else the year's. */
    LocalDate firstDay() {
        return month.isEmpty()
                ? LocalDate.of(Integer.parseInt(year), 1, 1)
                : readMonth().atDay(1);
    }

    /** The last of those days; a unit of a month is one of its first day. */
    LocalDate lastDay() {
        return month.isEmpty() ? LocalDate.of(Integer.parseInt(year), 12, 31) : firstDay();
    }

    private YearMonth readMonth() {
        return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
    }

    /** What only the day, the units and the other fields can say. */
    void check(EntryWindow window, LocalDate today, Errors errors) {
        if (measureNamed().isEmpty()) {
            errors.rejectValue("measure", "reconciliation.problem.measure");
        }
        if (sourceNamed().isEmpty()) {
            errors.rejectValue("source", "reconciliation.problem.source");
        }
        if (!errors.hasFieldErrors("year") && !window.holdsYear(Integer.parseInt(year))) {
            errors.rejectValue("year", "reconciliation.problem.year");
        } else if (!errors.hasFieldErrors("year")
                && !errors.hasFieldErrors("month")
                && !month.isEmpty()
                && window.place(readMonth()) != EntryWindow.Place.INSIDE) {
            errors.rejectValue("month", "reconciliation.problem.month");
        }
        LocalDate day = DateInput.read(sourceDate);
        if (day == null || day.isAfter(today)) {
            errors.rejectValue("sourceDate", "reconciliation.problem.sourceDate");
        }
        String why = UserText.kept(reason);
        if (corrects != null && (why.isEmpty() || why.length() > OutsideTotal.LONGEST_TEXT || !UserText.isPlain(why))) {
            errors.rejectValue("reason", "reconciliation.problem.reason");
        }
    }

    /** Where the unit is chosen. */
    UnitField field(UnitOptions units) {
        return UnitField.of(units, "unit", unit, unitText);
    }

    /** A unit that is none of those is not taken for all units. */
    static void checkUnit(String chosen, List<Version> units, Errors errors) {
        if (!chosen.isEmpty()
                && units.stream()
                        .noneMatch(each -> String.valueOf(each.unitId()).equals(chosen))) {
            errors.rejectValue("unit", "reconciliation.problem.unit");
        }
    }

    private Optional<Measure> measureNamed() {
        return Measure.OWN.stream().filter(each -> each.name().equals(measure)).findFirst();
    }

    private Optional<ValueSource> sourceNamed() {
        return List.of(ValueSource.values()).stream()
                .filter(each -> each.entered() && each.name().equals(source))
                .findFirst();
    }

    /**
     * The total; only where there are no errors.
     *
     * @param chosen the unit's id, empty for all units together
     */
    Draft draft(String chosen) {
        return new Draft(
                new ComparedFigure(
                        chosen.isEmpty() ? null : Long.valueOf(chosen),
                        Integer.parseInt(year),
                        month.isEmpty() ? null : readMonth(),
                        measureNamed().orElseThrow()),
                sourceNamed().orElseThrow(),
                count(value),
                UserText.kept(sourceText),
                DateInput.day(sourceDate));
    }
}
