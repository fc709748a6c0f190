package vn.hoso.fields.web;

import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.fields.ReturnField;
import vn.hoso.fields.ReturnFieldService.Kept;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;

/**
 * A field as typed; the meanings are those of {@link ReturnField}.
 *
 * @param field the code of the field that is changed, empty for a new one
 * @param code the code of a new one
 * @param last the last month that asks for it, empty while it is open
 * @param seen the version that the page showed
 * @param previewed what the person was told the consequences of
 */
record FieldForm(
        String field,

        @Pattern(regexp = "[a-z][a-z0-9_]{1,39}", message = "{fields.problem.code}")
        String code,

        @PlainText(max = 100, name = true, message = "{fields.problem.name}")
        String name,

        String notAbove,
        @Nullable Boolean required,

        @Pattern(regexp = "[1-9][0-9]{0,3}", message = "{fields.problem.place}")
        String place,

        @Pattern(regexp = MONTH, message = "{fields.problem.month}")
        String from,

        @Pattern(regexp = MONTH + "|", message = "{fields.problem.month}")
        String last,

        @Nullable Integer seen,
        String previewed) {

    static final String MONTH = "2[01][0-9]{2}-(0[1-9]|1[0-2])";

    /** Fields that were not sent are empty; a box that is not ticked is not sent; a code that is kept never changes. */
    FieldForm {
        field = Objects.requireNonNullElse(field, "");
        code = field.isEmpty() ? Objects.requireNonNullElse(code, "").strip() : field;
        name = Objects.requireNonNullElse(name, "");
        notAbove = Objects.requireNonNullElse(notAbove, "");
        required = Boolean.TRUE.equals(required);
        place = Objects.requireNonNullElse(place, "");
        from = Objects.requireNonNullElse(from, "");
        last = Objects.requireNonNullElse(last, "");
        previewed = Objects.requireNonNullElse(previewed, "");
    }

    /** For a field behind all others, with room between them. */
    static FieldForm blank(List<Kept> all, YearMonth from) {
        int place = all.isEmpty()
                ? 10
                : Math.min(9_999, all.get(all.size() - 1).field().place() + 10);
        return new FieldForm("", "", "", "", false, String.valueOf(place), from.toString(), "", null, "");
    }

    static FieldForm of(Kept kept) {
        ReturnField field = kept.field();
        YearMonth until = field.validUntil();
        return new FieldForm(
                field.code(),
                field.code(),
                field.name(),
                Objects.requireNonNullElse(field.notAbove(), ""),
                field.required(),
                String.valueOf(field.place()),
                field.validFrom().toString(),
                until == null ? "" : until.minusMonths(1).toString(),
                kept.version(),
                "");
    }

    /** What an acceptable form says. */
    ReturnField typed() {
        return new ReturnField(
                code,
                UserText.keptName(name),
                notAbove.isEmpty() ? null : notAbove,
                Boolean.TRUE.equals(required),
                Integer.parseInt(place),
                YearMonth.parse(from),
                last.isEmpty() ? null : YearMonth.parse(last).plusMonths(1));
    }

    /** By which it is known whether the person was told of just this. */
    public String fingerprint() {
        return Integer.toHexString(Stream.of(field, code, name, notAbove, required, place, from, last, seen)
                .map(String::valueOf)
                .collect(Collectors.joining("|"))
                .hashCode());
    }
}
