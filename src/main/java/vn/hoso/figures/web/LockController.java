package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.MonthLockService;
import vn.hoso.figures.MonthLockService.Unfinished;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PlainText;

/** Locks a month and opens it again for a while. */
@Controller
class LockController {

    /** The last day of a reopening lies at most so many months ahead: nothing stays open by oversight. */
    private static final int LONGEST_MONTHS = 12;

    private final MonthLockService locks;
    private final ReviewViewAssembler pages;
    private final FiguresMessages words;
    private final Clock clock;
    private final Acknowledgements done;

    LockController(
            MonthLockService locks,
            ReviewViewAssembler pages,
            FiguresMessages words,
            Clock clock,
            Acknowledgements done) {
        this.done = done;
        this.locks = locks;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Locks.
     *
     * @param form what the reviewer saw unfinished, and locks without
     */
    @MayReview
    @PostMapping("/figures/{month}/lock")
    String lock(
            @PathVariable YearMonth month,
            @Valid LockForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser reviewer,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        MonthLockService.Outcome outcome = locks.lock(month, form.seen(), reviewer);
        if (outcome.asked()) {
            response.setStatus(
                    (form.missing() == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT).value());
            String why = words.text(
                    form.missing() == null ? "figures.lock.ask" : "figures.lock.changed", words.left(outcome.left()));
            model.addAttribute(
                    "page", pages.page(month, reviewer, MonthReviewView.Refused.lock(why), MonthUnitsPage.of(request)));
            return "figures/review";
        }
        after.addFlashAttribute(Acknowledgements.NAME, done(month, outcome, reviewer));
        return "redirect:"
                + MonthUnitsPage.address(
                        "/figures/" + month + "/review",
                        MonthUnitsPage.of(request).filter());
    }

    private String done(YearMonth month, MonthLockService.Outcome outcome, CurrentUser by) {
        if (!outcome.locked()) {
            return words.text("figures.lock.before");
        }
        return done.of(
                outcome.left().equals(Unfinished.NOTHING) ? "figures.lock.done" : "figures.lock.done.missing",
                by,
                Formats.month(month),
                words.left(outcome.left()));
    }

    @MayReview
    @PostMapping("/figures/{month}/reopening")
    String reopen(
            @PathVariable YearMonth month,
            @Valid ReopeningForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser reviewer,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = DateInput.readBetween(form.until(), today, today.plusMonths(LONGEST_MONTHS));
        String alert;
        if (errors.hasErrors() || last == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            alert = words.text("figures.reopening.incomplete");
        } else {
            try {
                locks.reopen(month, ReviewRemarks.clean(form.reason()), last, DateInput.read(form.seen()), reviewer);
                after.addFlashAttribute(
                        Acknowledgements.NAME,
                        done.of("figures.reopened", reviewer, Formats.month(month), Formats.date(last)));
                return "redirect:"
                        + MonthUnitsPage.address(
                                "/figures/" + month + "/review",
                                MonthUnitsPage.of(request).filter());
            } catch (WorkflowException refused) {
                response.setStatus(HttpStatus.CONFLICT.value());
                alert = pages.refusal(month, refused, reviewer);
            }
        }
        MonthReviewView.Refused refused = MonthReviewView.Refused.reopening(alert, form);
        model.addAttribute("page", pages.page(month, reviewer, refused, MonthUnitsPage.of(request)));
        return "figures/review";
    }

    /**
     * The wish to lock a month.
     *
     * @param missing how many units the reviewer saw that have not submitted, and locks all the same; null where they were not
     *     asked or did not tick
     * @param unapproved how many they saw beside them that nobody has approved
     * @param corrections of how many they saw a proposed correction that nobody has decided
     */
    record LockForm(
            @Nullable String missing,
            @Nullable String unapproved,
            @Nullable String corrections) {

        private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

        /** What is no number was never seen. */
        Unfinished seen() {
            return missing == null
                    ? Unfinished.NOTHING
                    : new Unfinished(number(missing), number(unapproved), number(corrections));
        }

        private static int number(@Nullable String typed) {
            if (typed == null) {
                return 0;
            }
            return NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : -1;
        }
    }

    /**
     * The wish to reopen a month as typed.
     *
     * @param until the last day on which it is to be open
     * @param seen the day up to which they saw it open, empty where they saw it locked
     */
    record ReopeningForm(
            @PlainText(max = ReviewRemarks.LONGEST, message = "{figures.reopening.incomplete}")
            String reason,

            String until,
            String seen) {

        static final ReopeningForm EMPTY = new ReopeningForm(null, null, null);

        /** A field that was not sent is empty. */
        ReopeningForm(@Nullable String reason, @Nullable String until, @Nullable String seen) {
            this.reason = Objects.requireNonNullElse(reason, "");
            this.until = Objects.requireNonNullElse(until, "");
            this.seen = Objects.requireNonNullElse(seen, "");
        }
    }
}
