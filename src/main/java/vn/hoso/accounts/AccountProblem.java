package vn.hoso.accounts;

import java.util.List;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * Why a user or password was not accepted.
 *
 * @param field the form field it belongs to
 * @param messageKey what to tell the reader
 */
public record AccountProblem(String field, String messageKey) {

    /** Adds what a service has found to what is wrong with the form; no typed secret is kept with it. */
    public static void report(List<AccountProblem> problems, BindingResult errors) {
        problems.forEach(problem -> errors.addError(new FieldError(
                errors.getObjectName(), problem.field, null, false, new String[] {problem.messageKey}, null, null)));
    }
}
