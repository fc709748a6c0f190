package vn.hoso.reconciliation.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.hoso.reconciliation.Difference.Kind;
import vn.hoso.reconciliation.Difference.Owner;
import vn.hoso.reconciliation.DifferenceService.Word;
import vn.hoso.reconciliation.OutsideTotal;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;

/** What is said about a difference, as typed; fields that were not sent are empty. */
final class DifferenceForms {

    private static final int LONGEST_NAME = 200;

    private DifferenceForms() {}

    /**
     * @param seen the values that the page showed
     * @param last the number of the last statement on it, null for none
     */
    record ExplanationForm(
            String seen,
            @Nullable Long last,

            @PlainText(max = OutsideTotal.LONGEST_TEXT, message = "{reconciliation.problem.words}")
            String words) {

        ExplanationForm {
            seen = Objects.requireNonNullElse(seen, "");
            words = Objects.requireNonNullElse(words, "");
        }

        static ExplanationForm blank() {
            return new ExplanationForm("", null, "");
        }

        Word word() {
            return Word.of(Kind.EXPLAINED, UserText.kept(words));
        }
    }

    /**
     * What the Office decides.
     *
     * @param seen the values that the page showed
     * @param last the number of the last statement on it, null for none
     * @param decision ACCEPTED, REOPENED or ASSIGNED
     * @param words why; of the first two
     * @param owner who has to explain it, of the last
     * @param person who there, empty for nobody in particular
     */
    record DecisionForm(String seen, @Nullable Long last, String decision, String words, String owner, String person) {

        DecisionForm {
            seen = Objects.requireNonNullElse(seen, "");
            decision = Objects.requireNonNullElse(decision, "");
            words = Objects.requireNonNullElse(words, "");
            owner = Objects.requireNonNullElse(owner, "");
            person = Objects.requireNonNullElse(person, "");
        }

        static DecisionForm blank() {
            return new DecisionForm("", null, "", "", "", "");
        }

        /** Which texts are asked for depends on what is decided. */
        void check(boolean hasUnit, Errors errors) {
            if (decision.equals("ASSIGNED")) {
                if (!owner.equals("OFFICE") && !(hasUnit && owner.equals("UNIT"))) {
                    errors.rejectValue("owner", "reconciliation.problem.owner");
                }
                String name = UserText.kept(person);
                if (name.length() > LONGEST_NAME || (!name.isEmpty() && !UserText.isPlainName(name))) {
                    errors.rejectValue("person", "reconciliation.problem.person");
                }
            } else if (decision.equals("ACCEPTED") || decision.equals("REOPENED")) {
                String reason = UserText.kept(words);
                if (reason.isEmpty() || reason.length() > OutsideTotal.LONGEST_TEXT || !UserText.isPlain(reason)) {
                    errors.rejectValue("words", "reconciliation.problem.reason");
                }
            } else {
                errors.rejectValue("decision", "reconciliation.problem.decision");
            }
        }

        /** What is said; only where there are no errors. */
        Word word() {
            Kind kind = Kind.valueOf(decision);
            return kind == Kind.ASSIGNED
                    ? new Word(kind, null, Owner.valueOf(owner), emptyToNull(UserText.kept(person)))
                    : Word.of(kind, UserText.kept(words));
        }

        private static @Nullable String emptyToNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}
