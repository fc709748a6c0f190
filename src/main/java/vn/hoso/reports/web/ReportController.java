package vn.hoso.reports.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.reports.ReportDraft;
import vn.hoso.reports.ReportDrafts;
import vn.hoso.reports.domain.Figures;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.security.Role;
import vn.hoso.shared.RefusedException;

@Controller
class ReportController {

    private final ReportDrafts drafts;

    ReportController(ReportDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/reports")
    @MayViewWholeDistrict
    String latest() {
        return drafts.years().stream()
                .max(Integer::compare)
                .map(year -> "redirect:/reports/" + year)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, "reports.none"));
    }

    @GetMapping("/reports/{year}")
    @MayViewWholeDistrict
    String report(@PathVariable String year, @AuthenticationPrincipal CurrentUser reader, Model model) {
        List<Integer> years = drafts.years();
        ReportDraft draft = drafts.of(year, reader);
        model.addAttribute("page", ReportPage.of(draft, years));
        model.addAttribute("figures", Figures.of(draft.results()).all());
        model.addAttribute("mayWord", reader.role() == Role.REVIEWER);
        return "reports/report";
    }
}
