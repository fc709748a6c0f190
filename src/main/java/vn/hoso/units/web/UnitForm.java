package vn.hoso.units.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.hoso.shared.Day;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;
import vn.hoso.units.UnitKind;
import vn.hoso.units.UnitProblem;
import vn.hoso.units.UnitQueries.Version;
import vn.hoso.units.UnitWords;

/**
 * A unit's words as typed; their meanings are those of {@link UnitWords}.
 *
 * @param from first day on which they hold
 * @param kind code of the kind
 * @param corrected the version that they correct, null where they are new from the day on
 * @param seen the unit's version that the page showed, null for a new unit
 */
record UnitForm(
        @Day(message = "{register.problem.from}") String from,

        @Pattern(regexp = "[A-Z0-9-]{1,20}", message = "{register.problem.code}")
        String code,

        @PlainText(max = 200, name = true, message = "{register.problem.name}")
        String name,

        String kind,

        @Size(max = 200, message = "{register.problem.group}")
        String group,

        @Nullable Long corrected,

        @Nullable Integer seen) {

    /** Fields that were not sent are empty; codes are written in capitals. */
    UnitForm {
        from = Objects.requireNonNullElse(from, "");
        code = UserText.kept(Objects.requireNonNullElse(code, "")).toUpperCase(Locale.ROOT);
        name = Objects.requireNonNullElse(name, "");
        kind = Objects.requireNonNullElse(kind, "");
        group = Objects.requireNonNullElse(group, "");
    }

    static UnitForm of(@Nullable LocalDate from, @Nullable Long corrected, int seen, Version version) {
        UnitWords words = version.words();
        return new UnitForm(
                Objects.toString(from, ""),
                words.code(),
                words.name(),
                words.kind().code(),
                Objects.requireNonNullElse(words.group(), ""),
                corrected,
                seen);
    }

    /**
     * The words to keep, null where there are errors, to which an unknown kind is added.
     *
     * @param before what the unit was called so far; a name and a kind that stand there together may stay
     */
    @Nullable
    UnitWords words(List<UnitKind> kinds, List<Version> before, BindingResult errors) {
        String kept = UserText.keptName(group);
        UnitKind chosen = kinds.stream()
                .filter(each -> each.code().equals(kind))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            errors.rejectValue("kind", "register.problem.kind");
        } else if (before.stream().noneMatch(each -> each.words().pairs(UserText.keptName(name), chosen))) {
            report(
                    UnitWords.contradiction(UserText.keptName(name), chosen, kinds).stream()
                            .toList(),
                    errors);
        }
        if (UserText.hasInvisible(name)) {
            errors.rejectValue("name", "register.problem.name");
        }
        if (!UserText.isPlainName(kept) || UserText.hasInvisible(kept)) {
            errors.rejectValue("group", "register.problem.group");
        }
        return chosen == null || errors.hasErrors()
                ? null
                : new UnitWords(code, UserText.keptName(name), chosen, kept.isEmpty() ? null : kept);
    }

    /** Adds what the register has found to what is wrong with the form. */
    static void report(List<UnitProblem> problems, BindingResult errors) {
        problems.forEach(problem -> {
            if (problem.isConflict()) {
                errors.reject(problem.key());
            } else {
                errors.rejectValue(
                        problem.field(), problem.key(), problem.args().toArray(), null);
            }
        });
    }
}
