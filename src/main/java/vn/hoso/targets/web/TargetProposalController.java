package vn.hoso.targets.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.time.YearMonth;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.organisation.Organisations;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MaySetUp;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;
import vn.hoso.targets.InstrumentDraft;
import vn.hoso.targets.TargetProposals;
import vn.hoso.targets.TargetProposals.Proposal;
import vn.hoso.targets.TargetService;

/** Targets that documents ask of this organisation's level, each to be taken into the form of a new target or left. */
@Controller
class TargetProposalController {

    private final TargetProposals proposals;
    private final TargetService service;
    private final Organisations organisations;
    private final EntryWindows windows;
    private final PageMessages messages;

    TargetProposalController(
            TargetProposals proposals,
            TargetService service,
            Organisations organisations,
            EntryWindows windows,
            PageMessages messages) {
        this.proposals = proposals;
        this.service = service;
        this.organisations = organisations;
        this.windows = windows;
        this.messages = messages;
    }

    /** A proposal that is taken. */
    record TakeForm(
            @NotEmpty(message = "{targets.problem.choice}") String proposal) {

        /** A field that was not sent is empty. */
        TakeForm {
            proposal = Objects.requireNonNullElse(proposal, "");
        }
    }

    /** A proposal, and whether there is a target of its code already. */
    record Line(Proposal proposal, boolean taken) {}

    @MaySetUp
    @GetMapping("/targets/proposals")
    String show(@RequestParam(required = false) @Nullable Integer year, Model model) {
        int shown = year == null ? windows.today().current().getYear() : windows.checked(year);
        List<Line> lines =
                proposals
                        .of(
                                organisations
                                        .at(YearMonth.of(shown, 12).atEndOfMonth())
                                        .level(),
                                shown)
                        .stream()
                        .map(each -> new Line(each, service.all().stream().anyMatch(kept -> kept.draft()
                                .code()
                                .equals(each.code()))))
                        .toList();
        model.addAttribute("year", shown);
        model.addAttribute("years", windows.today().years());
        model.addAttribute("lines", lines);
        return "targets/proposals";
    }

    /** Adds the proposal's documents and leads on to the form, in which everything can still be changed. */
    @MaySetUp
    @PostMapping("/targets/proposals")
    String take(
            @Valid @ModelAttribute("take") TakeForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            RedirectAttributes after) {
        Proposal proposal = proposals
                .find(form.proposal())
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "targets.refused.unknown"));
        proposals.keepDocuments(proposal, by);
        after.addFlashAttribute(
                "done",
                messages.of(
                        "targets.instrument.done",
                        messages.list(proposal.instruments().stream()
                                .map(InstrumentDraft::number)
                                .toList())));
        if (proposal.documentOnly()) {
            return "redirect:/targets/instruments";
        }
        after.addAttribute("proposal", proposal.key());
        return "redirect:/targets/version";
    }
}
