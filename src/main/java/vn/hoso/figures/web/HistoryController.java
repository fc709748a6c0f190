package vn.hoso.figures.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.figures.ReturnFigures;
import vn.hoso.figures.RevisionReading;
import vn.hoso.figures.RevisionReading.Revision;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.Formats;

/** Every state a unit's month ever had. */
@Controller
class HistoryController {

    private final UnitMonthPlace places;
    private final RevisionReading revisions;
    private final GridWords words;

    HistoryController(UnitMonthPlace places, RevisionReading revisions, GridWords words) {
        this.places = places;
        this.revisions = revisions;
        this.words = words;
    }

    /**
     * What the page shows.
     *
     * @param entries the latest state first
     */
    record HistoryPage(String month, String address, long unitId, String unit, List<Entry> entries) {}

    /**
     * One state.
     *
     * @param by who made the change, and who proposed it
     * @param changes what it changed
     */
    record Entry(
            int version,
            String at,
            String by,
            String statusKey,
            String sourceKey,
            @Nullable String reason,
            List<CorrectionPage.Change> changes) {}

    @MayView
    @GetMapping("/figures/{month}/{unitId}/history")
    String show(
            @PathVariable String month,
            @PathVariable long unitId,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        UnitMonthPlace.Found place = places.find(month, unitId, reader);
        model.addAttribute(
                "page",
                new HistoryPage(
                        Formats.month(place.month()),
                        place.month().toString(),
                        unitId,
                        place.unit().name(),
                        entries(revisions.of(place.month(), unitId))));
        return "figures/history";
    }

    private List<Entry> entries(List<Revision> found) {
        List<Entry> entries = new ArrayList<>();
        ReturnFigures before = ReturnFigures.BLANK;
        for (Revision each : found) {
            entries.add(new Entry(
                    each.version(),
                    Formats.time(each.at()),
                    each.proposedBy() == null
                            ? each.by()
                            : words.text("figures.history.two-people", each.proposedBy(), each.by()),
                    "figures.status." + GridWords.status(each.status(), each.complete()),
                    "figures.source." + each.source(),
                    each.reason(),
                    FigureChanges.between(before, each.figures())));
            before = each.figures();
        }
        Collections.reverse(entries);
        return entries;
    }
}
