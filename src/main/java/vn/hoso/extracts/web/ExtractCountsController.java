package vn.hoso.extracts.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.extracts.ExtractCounts;
import vn.hoso.figures.domain.Measure;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Units;

/** Where the trace of counted figures ends: the list, the rule of each figure and how many dossiers it counted. */
@Controller
class ExtractCountsController {

    private final ExtractCounts counts;
    private final AppliedCounts applied;
    private final Units units;

    ExtractCountsController(ExtractCounts counts, AppliedCounts applied, Units units) {
        this.counts = counts;
        this.applied = applied;
        this.units = units;
    }

    /** A figure with its rule. */
    record Line(String labelKey, String ruleKey, String number) {}

    @MayView
    @GetMapping("/extracts/{id}/counts")
    String show(
            @PathVariable long id,
            @RequestParam long unit,
            @RequestParam String month,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        YearMonth asked = month(month);
        model.addAttribute("unit", units.visibleTo(reader, asked, unit).name());
        ExtractCounts.Counted counted = counts.counted(id, unit, asked).orElseThrow(ExtractCountsController::nothing);
        model.addAttribute("counted", counted);
        model.addAttribute("standing", applied.standing(counted.inForce(), counted.withdrawal()));
        model.addAttribute("month", Formats.month(asked));
        model.addAttribute("at", Formats.time(counted.appliedAt()));
        model.addAttribute("trace", "/trace/returns/" + unit + "/" + asked);
        model.addAttribute(
                "lines",
                Measure.OWN.stream()
                        .map(measure -> new Line(
                                "figures.measure." + measure.field(),
                                "extracts.rule." + measure.field(),
                                counted.numbers().containsKey(measure)
                                        ? Formats.count(counted.numbers().get(measure))
                                        : "–"))
                        .toList());
        return "extracts/counts";
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException none) {
            throw nothing();
        }
    }

    private static UserFacingException nothing() {
        return new UserFacingException(HttpStatus.NOT_FOUND, "extracts.refused.unknown");
    }
}
