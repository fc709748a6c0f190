package vn.hoso.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.MonthLockService;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.MonthAddress;

/** Locks a month and opens it again for a while. */
@Controller
class LockController {

    /** The last day of a reopening lies at most so many months ahead: nothing stays open by oversight. */
    private static final int LONGEST_MONTHS = 12;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final MonthAddress addresses;
    private final MonthLockService locks;
    private final ReviewViewAssembler desk;
    private final FiguresMessages words;
    private final Clock clock;
    private final Acknowledgements done;

    LockController(
            MonthAddress addresses,
            MonthLockService locks,
            ReviewViewAssembler desk,
            FiguresMessages words,
            Clock clock,
            Acknowledgements done) {
        this.done = done;
        this.addresses = addresses;
        this.locks = locks;
        this.desk = desk;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Locks.
     *
     * @param missing how many units the reviewer saw that have not submitted, and locks all the same; null where they were
     *     not asked or did not tick
     */
    @MayReview
    @PostMapping("/figures/{month}/lock")
    String lock(
            @PathVariable String month,
            @RequestParam(required = false) @Nullable String missing,
            @AuthenticationPrincipal CurrentUser reviewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        YearMonth of = addresses.read(month);
        MonthLockService.Outcome outcome = locks.lock(of, seen(missing), reviewer);
        if (outcome.asked()) {
            response.setStatus((missing == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT).value());
            String why = words.text(missing == null ? "figures.lock.ask" : "figures.lock.changed", outcome.missing());
            model.addAttribute("page", desk.page(of, reviewer, ReviewView.Refused.lock(why)));
            return "figures/review";
        }
        after.addFlashAttribute(Acknowledgements.NAME, done(of, outcome, reviewer));
        return "redirect:/figures/" + of + "/review";
    }

    private String done(YearMonth month, MonthLockService.Outcome outcome, CurrentUser by) {
        if (!outcome.locked()) {
            return words.text("figures.lock.before");
        }
        return done.of(
                outcome.missing() == 0 ? "figures.lock.done" : "figures.lock.done.missing",
                by,
                Formats.month(month),
                outcome.missing());
    }

    /** What is no number was never seen. */
    private static int seen(@Nullable String missing) {
        if (missing == null) {
            return 0;
        }
        return NUMBER.matcher(missing).matches() ? Integer.parseInt(missing) : -1;
    }

    @MayReview
    @PostMapping("/figures/{month}/reopening")
    String reopen(
            @PathVariable String month,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String until,
            @AuthenticationPrincipal CurrentUser reviewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        YearMonth of = addresses.read(month);
        String why = ReviewRemarks.clean(reason);
        LocalDate last = day(until);
        String alert;
        if (!ReviewRemarks.acceptable(why) || last == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            alert = words.text("figures.reopening.incomplete");
        } else {
            try {
                locks.reopen(of, why, last, reviewer);
                after.addFlashAttribute(
                        Acknowledgements.NAME,
                        done.of("figures.reopened", reviewer, Formats.month(of), Formats.date(last)));
                return "redirect:/figures/" + of + "/review";
            } catch (WorkflowException refused) {
                response.setStatus(HttpStatus.CONFLICT.value());
                alert = desk.refusal(of, refused, reviewer);
            }
        }
        ReviewView.Refused refused = new ReviewView.Refused(
                alert, 0, ReviewView.ReturnForm.EMPTY, new ReviewView.ReopeningForm(reason, until), null);
        model.addAttribute("page", desk.page(of, reviewer, refused));
        return "figures/review";
    }

    /** A day from today on, as a date field sends it or as people write it; null if it is none. */
    private @Nullable LocalDate day(String text) {
        LocalDate today = LocalDate.now(clock);
        return DateInput.readBetween(text, today, today.plusMonths(LONGEST_MONTHS));
    }
}
