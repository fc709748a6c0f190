package vn.hoso.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.reports.ReportDrafts;
import vn.hoso.reports.ReportWordings;
import vn.hoso.reports.ReportWordings.ReportWording;
import vn.hoso.reports.domain.ReportMarkup;
import vn.hoso.reports.domain.ReportPart;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayReview;
import vn.hoso.shared.UserFacingException;

/** Chooses the words of a year's report, part by part; figures stay names that the program fills in. */
@Controller
class ReportWordingController {

    private final ReportDrafts drafts;
    private final ReportWordings wordings;

    ReportWordingController(ReportDrafts drafts, ReportWordings wordings) {
        this.drafts = drafts;
        this.wordings = wordings;
    }

    @GetMapping("/reports/{term}/wording")
    @MayReview
    String show(@PathVariable("term") String address, @AuthenticationPrincipal CurrentUser reader, Model model) {
        ReportTerm term = drafts.term(address);
        model.addAttribute("page", WordingView.of(term, drafts.wording(term, reader)));
        return "reports/wording";
    }

    @PostMapping("/reports/{term}/wording/{part}")
    @MayReview
    String write(
            @PathVariable("term") String address,
            @PathVariable("part") String name,
            @Valid @ModelAttribute("form") WordingForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        ReportPart part = part(name);
        ReportTerm term = drafts.term(address);
        ReportWording wording = drafts.wording(term, by);
        List<ReportMarkup.Problem> problems =
                ReportMarkup.read(form.words(), wording.figures()).problems();
        if (!errors.hasErrors() && !problems.isEmpty()) {
            errors.rejectValue("words", "reports.wording.problems");
        }
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            try {
                String proposal = wording.proposal(part);
                wordings.write(term, part, form.lasting(part), form.words(), proposal, form.version(), by);
                return saved(term, part, after);
            } catch (UserFacingException changed) {
                errors.reject(changed.messageKey());
                status = changed.status();
            }
        }
        response.setStatus(status.value());
        model.addAttribute(
                "page", WordingView.of(term, drafts.wording(term, by)).refused(part, form, problems, reason(errors)));
        return "reports/wording";
    }

    /** The version that was seen, by the form that goes back to the proposal. */
    record ProposalForm(@Nullable Long seen) {}

    @PostMapping("/reports/{term}/wording/{part}/proposal")
    @MayReview
    String takeProposal(
            @PathVariable("term") String address,
            @PathVariable("part") String name,
            @Valid @ModelAttribute("form") ProposalForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            RedirectAttributes after) {
        ReportPart part = part(name);
        ReportTerm term = drafts.term(address);
        drafts.wording(term, by);
        wordings.drop(term, part, Objects.requireNonNullElse(form.seen(), -1L), by);
        return saved(term, part, after);
    }

    private static String reason(BindingResult errors) {
        String code = String.valueOf(errors.getAllErrors().get(0).getCode());
        return switch (code) {
            case "NotEmpty" -> "reports.wording.empty";
            case "Size" -> "reports.wording.long";
            default -> code;
        };
    }

    private static String saved(ReportTerm term, ReportPart part, RedirectAttributes after) {
        after.addFlashAttribute("saved", part.name());
        return "redirect:/reports/" + term.address() + "/wording#" + part;
    }

    private static ReportPart part(String name) {
        return Arrays.stream(ReportPart.values())
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "reports.wording.no-part"));
    }

    /**
     * The typed form of a part's words.
     *
     * @param words with composed letters, one kind of line end and no control characters
     * @param lasting whether later years get them too
     * @param seen the version they were typed over; -1 where the form brought none
     */
    record WordingForm(
            @NotEmpty(message = "{reports.wording.empty}")
            @Size(max = WordingForm.LONGEST, message = "{reports.wording.long}")
            String words,

            @Nullable Boolean lasting,
            @Nullable Long seen) {

        static final int LONGEST = 20_000;

        WordingForm {
            words = Normalizer.normalize(Objects.requireNonNullElse(words, ""), Normalizer.Form.NFC)
                    .replace("\r\n", "\n")
                    .replace('\t', ' ')
                    .replaceAll("[\\p{Cc}\\p{Cs}&&[^\n]]", "")
                    .strip();
            seen = Objects.requireNonNullElse(seen, -1L);
        }

        boolean lasting(ReportPart part) {
            return part.lasting() && Boolean.TRUE.equals(lasting);
        }

        long version() {
            return Objects.requireNonNull(seen);
        }
    }
}
