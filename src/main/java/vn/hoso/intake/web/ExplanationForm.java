package vn.hoso.intake.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.hoso.intake.Explanation;
import vn.hoso.intake.Explanation.Reason;
import vn.hoso.intake.ExplanationService.Draft;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.shared.UserText;

/**
 * An explanation as typed.
 *
 * @param about the month of the dossiers, such as 2024-10
 * @param code the dossier; empty for so many of that month
 * @param dossiers how many; not asked for with a code
 * @param reason a {@link Reason}
 * @param words the reason in words
 */
record ExplanationForm(String about, String code, String dossiers, String reason, String words) {

    private static final int LONGEST_CODE = 100;

    /** Fields that were not sent are empty. */
    ExplanationForm {
        about = Objects.requireNonNullElse(about, "").strip();
        code = Objects.requireNonNullElse(code, "").strip();
        dossiers = Objects.requireNonNullElse(dossiers, "").strip();
        reason = Objects.requireNonNullElse(reason, "").strip();
        words = Objects.requireNonNullElse(words, "");
    }

    static ExplanationForm empty(Official official) {
        return new ExplanationForm(
                official.months().isEmpty() ? "" : official.months().lastKey().toString(), "", "", "", "");
    }

    /** What only the official's own months can say, and the reason. */
    void check(Official official, Errors errors) {
        if (month(official) == null) {
            errors.rejectValue("about", "intake.problem.about");
        }
        if (code.isEmpty()
                ? !dossiers.matches("[1-9]\\d{0,5}") || official.key() == null
                : code.length() > LONGEST_CODE || !UserText.isPlainName(code)) {
            errors.rejectValue(
                    code.isEmpty() ? "dossiers" : "code",
                    code.isEmpty() ? "intake.problem.dossiers" : "intake.problem.code");
        }
        if (!code.isEmpty() && !dossiers.isEmpty() && !dossiers.equals("1")) {
            errors.rejectValue("dossiers", "intake.problem.both");
        }
        String kept = UserText.kept(words);
        if (Arrays.stream(Reason.values()).noneMatch(each -> each.name().equals(reason))) {
            errors.rejectValue("reason", "intake.problem.reason");
        } else if (kept.length() > Explanation.LONGEST
                || !UserText.isPlain(kept)
                || (kept.isEmpty() && reason.equals(Reason.OTHER.name()))) {
            errors.rejectValue("words", "intake.problem.words");
        }
    }

    private @Nullable YearMonth month(Official official) {
        return official.months().keySet().stream()
                .filter(each -> each.toString().equals(about))
                .findFirst()
                .orElse(null);
    }

    /** The explanation; only where there are no errors. */
    Draft draft(Official official) {
        String kept = UserText.kept(words);
        return new Draft(
                official,
                Objects.requireNonNull(month(official)),
                code.isEmpty() ? null : code,
                code.isEmpty() ? Integer.parseInt(dossiers) : 1,
                Reason.valueOf(reason),
                kept.isEmpty() ? null : kept);
    }
}
