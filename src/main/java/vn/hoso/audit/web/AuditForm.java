package vn.hoso.audit.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoso.audit.TrailFilter;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;

/**
 * The search as typed, and as the address has it.
 *
 * @param person a person's id
 * @param personText their name or the one they sign in with, null where it is not typed
 * @param unit a unit's id
 * @param unitText its code or name, null where it is not typed
 * @param month such as 09/2024
 * @param action a code
 * @param from the first day, such as 01/09/2024
 * @param to the last day
 * @param before lines before this sequence
 */
record AuditForm(
        String person,
        @Nullable String personText,
        String unit,
        @Nullable String unitText,
        String month,
        String action,
        String from,
        String to,
        String before) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** Fields that were not sent are empty. */
    AuditForm {
        person = text(person);
        unit = text(unit);
        month = text(month);
        action = text(action);
        from = text(from);
        to = text(to);
        before = text(before);
    }

    /**
     * What the typed search means.
     *
     * @param problems the fields that mean nothing; these are left out of the filter
     */
    record Reading(TrailFilter filter, @Nullable Long before, List<String> problems) {}

    /** Where the unit is chosen. */
    UnitField field(UnitOptions units) {
        return UnitField.of(units, "unit", unit, unitText);
    }

    /** Where the person is chosen, in the same way. */
    UnitField personField(UnitOptions users) {
        return UnitField.of(users, "person", person, personText);
    }

    /** The same search of the person and the unit that are meant. */
    AuditForm resolved(UnitField user, UnitField field) {
        return new AuditForm(user.chosen(), null, field.chosen(), null, month, action, from, to, before);
    }

    Reading read() {
        List<String> problems = new ArrayList<>();
        TrailFilter filter = new TrailFilter(
                read("person", person, AuditForm::number, problems),
                read("unit", unit, AuditForm::number, problems),
                read("month", month, text -> YearMonth.parse(text, MONTH), problems),
                read("action", action, AuditForm::code, problems),
                read("from", from, text -> LocalDate.parse(text, DAY), problems),
                read("to", to, text -> LocalDate.parse(text, DAY), problems));
        Long earlierThan = read("before", before, AuditForm::number, problems);
        return new Reading(filter, earlierThan, problems);
    }

    private static <T> @Nullable T read(
            String field, String typed, Function<String, T> reading, List<String> problems) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return reading.apply(typed);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            problems.add(field);
            return null;
        }
    }

    private static Long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(text);
        }
        return Long.valueOf(text);
    }

    private static String code(String text) {
        if (!text.matches("[a-zA-Z][a-zA-Z.-]{0,60}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** The same search from an earlier line on, or from the latest on; as the end of an address. */
    String query(@Nullable Long earlierThan) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        add(address, "person", person);
        add(address, "unit", unit);
        add(address, "month", month);
        add(address, "action", action);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "before", earlierThan == null ? "" : earlierThan.toString());
        String query = address.encode().build().getQuery();
        return query == null ? "" : "?" + query;
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
