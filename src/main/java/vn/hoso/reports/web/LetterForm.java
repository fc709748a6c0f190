package vn.hoso.reports.web;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.reports.Letters.Shape;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;

/**
 * A letter as typed.
 *
 * @param unit the unit it goes to; null for all late units
 * @param shape whether these get one letter or one each
 * @param due the last day of what is asked, from which the words were proposed
 * @param seen what the program proposed when its writer saw it
 */
record LetterForm(
        @Nullable Long unit,
        @Nullable Shape shape,
        String due,
        String seen,

        @PlainText(max = LetterForm.SUBJECT, name = true, message = "{reports.letter.problem.subject}")
        String subject,

        @PlainText(max = LetterForm.BODY, message = "{reports.letter.problem.body}")
        String body) {

    static final int SUBJECT = 200;
    static final int BODY = 8_000;

    static final LetterForm EMPTY = new LetterForm(null, null, "", "", "", "");

    private static final Pattern BRACES = Pattern.compile("[{}]");

    LetterForm {
        due = Objects.requireNonNullElse(due, "");
        seen = Objects.requireNonNullElse(seen, "");
        subject = UserText.kept(Objects.requireNonNullElse(subject, ""));
        body = UserText.kept(Objects.requireNonNullElse(body, "")).replace('\t', ' ');
    }

    /** Whether the words for each unit name the unit's state, and nothing that the program does not know. */
    boolean namesWell() {
        return body.contains(LetterWriter.STATE)
                && !BRACES.matcher(body.replace(LetterWriter.STATE, "").replace(LetterWriter.UNIT, ""))
                        .find();
    }
}
