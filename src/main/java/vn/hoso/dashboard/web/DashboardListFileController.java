package vn.hoso.dashboard.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.presentation.ListSheet;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.rates.Indicator;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsRequest;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** The lists of units that pages show, as files with the same units in the same order. */
@Controller
class DashboardListFileController {

    private final Results results;
    private final DashboardPeriodPages pages;
    private final AuditTrail audit;
    private final PageMessages wording;

    DashboardListFileController(Results results, DashboardPeriodPages pages, AuditTrail audit, PageMessages wording) {
        this.results = results;
        this.pages = pages;
        this.audit = audit;
        this.wording = wording;
    }

    @GetMapping("/dashboard/details.{format:csv|xlsx}")
    @MayView
    ResponseEntity<byte[]> units(
            @PathVariable String format,
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute DashboardListChoice choice,
            @AuthenticationPrincipal CurrentUser reader) {
        return file(
                "don-vi",
                format,
                filter,
                results.of(asked(filter), reader)
                        .map(found -> new Taken(found, DashboardSheets.units(found, choice, wording))),
                reader);
    }

    @GetMapping("/dashboard/compare.{format:csv|xlsx}")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> ranking(
            @PathVariable String format,
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute DashboardListChoice choice,
            @RequestParam @Nullable Indicator indicator,
            @AuthenticationPrincipal CurrentUser reader) {
        return file(
                "xep-hang",
                format,
                filter,
                results.comparison(asked(filter), shown(indicator), reader)
                        .map(found -> new Taken(found.results(), DashboardSheets.ranking(found, choice, wording))),
                reader);
    }

    @GetMapping("/dashboard/map.{format:csv|xlsx}")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> months(
            @PathVariable String format,
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute DashboardListChoice choice,
            @RequestParam @Nullable Indicator indicator,
            @AuthenticationPrincipal CurrentUser reader) {
        return file(
                "cac-thang",
                format,
                filter,
                results.months(asked(filter), shown(indicator), reader)
                        .map(found -> new Taken(found.results(), DashboardSheets.months(found, choice, wording))),
                reader);
    }

    @GetMapping("/dashboard/paper.{format:csv|xlsx}")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> paper(
            @PathVariable String format,
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute DashboardListChoice choice,
            @AuthenticationPrincipal CurrentUser reader) {
        return file(
                "nop-truc-tiep",
                format,
                filter,
                results.paper(asked(filter), reader)
                        .map(found -> new Taken(found.results(), DashboardSheets.paper(found, choice, wording))),
                reader);
    }

    @GetMapping("/dashboard/contribution.{format:csv|xlsx}")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> gaps(
            @PathVariable String format,
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute DashboardListChoice choice,
            @RequestParam @Nullable Long target,
            @AuthenticationPrincipal CurrentUser reader) {
        return file(
                "phan-thieu",
                format,
                filter,
                results.gap(asked(filter), target, null, reader)
                        .filter(found -> found.contributions() != null)
                        .map(found -> new Taken(found.results(), DashboardSheets.gaps(found, choice, wording))),
                reader);
    }

    private ResultsRequest asked(PeriodFilter filter) {
        return pages.checked(filter, new ExtendedModelMap());
    }

    private static Indicator shown(@Nullable Indicator indicator) {
        return indicator == null ? Indicator.OVERALL : indicator;
    }

    /** A list and what it is made of. */
    private record Taken(YearResults results, ListSheet sheet) {

        /** Names the period, so that the list of a month is not taken for that of the year once it lies in a folder. */
        String name(String list, PeriodFilter filter) {
            return list + "-" + results.period().from() + "-den-"
                    + results.period().to()
                    + (filter.looksBack()
                            ? "-theo-ngay-"
                                    + Objects.requireNonNull(filter.known())
                                            .strip()
                                            .replace('/', '-')
                            : "")
                    + (filter.today() ? "-don-vi-hien-nay" : "")
                    + (results.demonstration() ? "-minh-hoa" : "");
        }
    }

    private ResponseEntity<byte[]> file(
            String list, String format, PeriodFilter filter, Optional<Taken> found, CurrentUser reader) {
        Taken taken =
                found.orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "dashboard.list.no-figures"));
        audit.recordApart(
                reader, TrailEntry.of("results.exported", String.valueOf(taken.results.year()), format + ", " + list));
        return taken.sheet.file(taken.name(list, filter), format);
    }
}
