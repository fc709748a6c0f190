package vn.hoso.wall.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsRequest;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.ForAnyone;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.wall.WallLinks;

/** The screen on a wall: a few numbers for whoever holds its link, and no way from there to anything else. */
@Controller
class WallController {

    /** Nobody in user: somebody who reads the district's totals. */
    private static final CurrentUser PASSER_BY = new CurrentUser(0, "wall", "", Role.LEADER, Set.of());

    private final WallLinks links;
    private final Results results;
    private final SubmissionDeadlineQueries deadlines;
    private final Clock clock;
    private final PageMessages wording;
    private final Duration refresh;
    private final Duration staleAfter;

    WallController(
            WallLinks links,
            Results results,
            SubmissionDeadlineQueries deadlines,
            Clock clock,
            PageMessages wording,
            @Value("${hoso.wall.refresh:5m}") Duration refresh,
            @Value("${hoso.wall.stale-after:45d}") Duration staleAfter) {
        this.links = links;
        this.results = results;
        this.deadlines = deadlines;
        this.clock = clock;
        this.wording = wording;
        this.refresh = refresh;
        this.staleAfter = staleAfter;
    }

    /**
     * A link that was never made and one that was revoked or has ended look the same; the screen asks again, so that it comes back by itself
     * once its link was renewed.
     */
    @ForAnyone
    @GetMapping("/wall/{token}")
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<WallLinks.Opened> opened = links.open(token);
        response.setHeader("Refresh", String.valueOf(Math.max(1, refresh.toSeconds())));
        if (opened.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "wall/none";
        }
        LocalDate ending = opened.get().ending(LocalDate.now(clock));
        model.addAttribute("ending", ending == null ? null : Formats.date(ending));
        results.overview(ResultsRequest.LATEST, null, PASSER_BY).ifPresent(found -> {
            Staleness staleness = Staleness.of(found.results(), clock, deadlines.deadlines(), staleAfter);
            model.addAttribute("page", WallView.of(found.results(), staleness, wording));
        });
        return "wall/wall";
    }
}
