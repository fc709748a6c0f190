package vn.hoso.units.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Day;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;
import vn.hoso.units.ReorganisationDraft;
import vn.hoso.units.UnitCarriage.What;

/**
 * A reorganisation as typed; the meanings are those of {@link ReorganisationDraft}.
 *
 * @param carry what is carried over to new units
 * @param seen the state of the register that the page showed, empty before anything was looked at
 */
record ReorganisationForm(
        @Day(message = "{register.problem.from}") String from,

        @PlainText(max = 100, name = true, message = "{reorganisation.problem.instrument}")
        String instrument,

        @Size(max = 200, message = "{reorganisation.problem.issuer}")
        String issuer,

        String decided,

        @Size(max = 2000, message = "{reorganisation.problem.note}")
        String note,

        @PlainText(max = 200_000, message = "{reorganisation.problem.lines}")
        String lines,

        List<What> carry,
        String seen) {

    /** Fields that were not sent are empty, and boxes that are not ticked are not sent, or without a name. */
    ReorganisationForm {
        from = Objects.requireNonNullElse(from, "");
        instrument = Objects.requireNonNullElse(instrument, "");
        issuer = Objects.requireNonNullElse(issuer, "");
        decided = Objects.requireNonNullElse(decided, "").strip();
        note = Objects.requireNonNullElse(note, "");
        lines = Objects.requireNonNullElse(lines, "");
        carry = carry == null
                ? List.of()
                : carry.stream().filter(Objects::nonNull).toList();
        seen = Objects.requireNonNullElse(seen, "");
    }

    static ReorganisationForm blank(LocalDate from, String lines) {
        return new ReorganisationForm(from.toString(), "", "", "", "", lines, List.of(What.values()), "");
    }

    Set<What> carried() {
        return carry.isEmpty() ? Set.of() : EnumSet.copyOf(carry);
    }

    /** What is asked for, null where there are errors, to which those of single fields are added. */
    @Nullable
    ReorganisationDraft draft(BindingResult errors) {
        LocalDate day = DateInput.read(decided);
        LocalDate first = DateInput.read(from);
        if (!decided.isEmpty() && (day == null || first != null && day.isAfter(first))) {
            errors.rejectValue(
                    "decided", day == null ? "register.problem.from" : "reorganisation.problem.decided.late");
        }
        if (!UserText.isPlainName(UserText.keptName(issuer))) {
            errors.rejectValue("issuer", "reorganisation.problem.issuer");
        }
        if (!UserText.isPlain(note)) {
            errors.rejectValue("note", "reorganisation.problem.note");
        }
        return errors.hasErrors() || first == null
                ? null
                : new ReorganisationDraft(
                        first,
                        UserText.keptName(instrument),
                        orNull(UserText.keptName(issuer)),
                        day,
                        orNull(UserText.kept(note)),
                        lines);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
