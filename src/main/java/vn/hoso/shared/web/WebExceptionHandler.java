package vn.hoso.shared.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.ModelAndView;
import vn.hoso.shared.Language;
import vn.hoso.shared.UserFacingException;

/** Turns a refusal, or an address nobody can read, into a page that says what happened and what to do. */
@ControllerAdvice
class WebExceptionHandler {

    private static final int LONGEST_ECHO = 40;

    private final MessageSource messages;

    WebExceptionHandler(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ModelAndView refused(UserFacingException refusal) {
        return page(refusal.status(), text(refusal.messageKey(), refusal.args()));
    }

    @ExceptionHandler
    ModelAndView unreadableValue(TypeMismatchException mismatch) {
        // A formatter that knows why a value cannot be says so.
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UserFacingException known) {
                return refused(known);
            }
        }
        return page(HttpStatus.BAD_REQUEST, text("error.unreadable-value", echo(mismatch.getValue())));
    }

    @ExceptionHandler({
        ServletRequestBindingException.class,
        BindException.class,
        HandlerMethodValidationException.class,
        HttpMessageNotReadableException.class
    })
    ModelAndView unreadableRequest() {
        return page(HttpStatus.BAD_REQUEST, text("error.unreadable-request"));
    }

    private ModelAndView page(HttpStatus status, String message) {
        ModelAndView page = new ModelAndView("error/refused", status);
        page.addObject("title", text(titleKey(status)));
        page.addObject("message", message);
        page.addObject("back", "/");
        return page;
    }

    private static String titleKey(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "error.title.bad-request";
            case FORBIDDEN -> "error.title.forbidden";
            case NOT_FOUND -> "error.title.not-found";
            case CONFLICT -> "error.title.conflict";
            default -> status.is5xxServerError() ? "error.title.failed" : "error.title.refused";
        };
    }

    /** What was asked for, cut so that a long address does not become a long page. */
    private static String echo(@Nullable Object value) {
        String asked = String.valueOf(value);
        return asked.length() <= LONGEST_ECHO ? asked : asked.substring(0, LONGEST_ECHO) + "…";
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, Language.ofReader());
    }
}
