package vn.hoso.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.context.LazyContextVariable;
import vn.hoso.followups.FollowUpQueries;
import vn.hoso.followups.VerdictNotices;
import vn.hoso.presentation.NumberInput;
import vn.hoso.presentation.OutlookView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.rates.Indicator;
import vn.hoso.reconciliation.DifferenceQueries;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.Results;
import vn.hoso.results.ScopeResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.security.Role;
import vn.hoso.shared.CachedFragmentDialect;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.units.ContactPerson;

@Controller
class DashboardController {

    static final String PATH = "/dashboard";
    static final String DETAILS = "/dashboard/details";

    private static final int MOST_LISTED = 100;

    private final Results results;
    private final DashboardPeriodPages pages;
    private final FollowUpQueries followUps;
    private final VerdictNotices notices;
    private final DifferenceQueries differences;
    private final PageMessages wording;

    DashboardController(
            Results results,
            DashboardPeriodPages pages,
            FollowUpQueries followUps,
            VerdictNotices notices,
            DifferenceQueries differences,
            PageMessages wording) {
        this.results = results;
        this.pages = pages;
        this.followUps = followUps;
        this.notices = notices;
        this.differences = differences;
        this.wording = wording;
    }

    /** What a leader reads in ten seconds; everything else is on {@link #details}. */
    @GetMapping(PATH)
    @MayView
    String dashboard(@ModelAttribute PeriodFilter filter, @AuthenticationPrincipal CurrentUser reader, Model model) {
        DashboardListChoice whole = new DashboardListChoice(null, null, null, null);
        return show(PATH, filter, whole, NumberInput.count(null), reader, model, "dashboard/overview");
    }

    /** A rest that is no number is said so beside its field, and the page stands on the program's own. */
    @GetMapping(DETAILS)
    @MayView
    String details(
            @ModelAttribute PeriodFilter filter,
            @ModelAttribute DashboardListChoice choice,
            @RequestParam @Nullable String rest,
            @AuthenticationPrincipal CurrentUser reader,
            Model model,
            HttpServletResponse response) {
        NumberInput typed = NumberInput.count(rest);
        if (typed.wrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return show(DETAILS, filter, choice, typed, reader, model, "dashboard/details");
    }

    private String show(
            String path,
            PeriodFilter filter,
            DashboardListChoice choice,
            NumberInput rest,
            CurrentUser reader,
            Model model,
            String view) {
        Long given = rest.number() == null ? null : rest.number().longValueExact();
        return results.overview(pages.checked(filter, model), given, reader)
                .map(found -> {
                    fill(found, path, filter, choice, rest, reader, model);
                    return view;
                })
                .orElseGet(() -> pages.empty(filter, path, model));
    }

    /** What only parts of the page say that are mostly drawn already. */
    private static <T> LazyContextVariable<T> whenAsked(Supplier<T> view) {
        return new LazyContextVariable<>() {
            @Override
            protected T loadValue() {
                return view.get();
            }
        };
    }

    private void fill(
            LeaderResults found,
            String path,
            PeriodFilter filter,
            DashboardListChoice choice,
            NumberInput rest,
            CurrentUser reader,
            Model model) {
        List<ScopeResults> all = found.results().units();
        List<ScopeResults> chosen = choice.of(all, unit -> unit, Indicator.OVERALL);
        // The first page names a user's own units; whoever sees all of them has their table on the page of details.
        boolean leavesUnitsOut = path.equals(PATH) && reader.seesAllUnits();
        List<ScopeResults> listed =
                choice.plain() ? found.unitsListed() : chosen.subList(0, Math.min(MOST_LISTED, chosen.size()));
        LazyContextVariable<DashboardView> page = whenAsked(() -> DashboardView.of(
                found.results(),
                leavesUnitsOut ? List.of() : listed,
                found.years(),
                OutlookView.of(found, wording),
                filter,
                reader,
                wording));
        model.addAttribute("page", page);
        model.addAttribute("shown", found.results().year());
        model.addAttribute("seesUnits", reader.seesAllUnits());
        if (!found.toDate()) {
            model.addAttribute("slice", true);
        }
        if (choice.plain()) {
            model.addAttribute(CachedFragmentDialect.ANSWER, found);
        }
        model.addAttribute(
                "leader", whenAsked(() -> LeaderView.of(found, page.getValue(), path, filter, rest, reader, wording)));
        if (path.equals(PATH)) {
            Map<Long, ContactPerson> contacts = new HashMap<>();
            found.ask().forEach((unit, asked) -> {
                if (asked.contact().known()) {
                    contacts.put(unit, asked.contact());
                }
            });
            model.addAttribute("contacts", contacts);
            model.addAttribute("entersContacts", reader.is(Role.ADMINISTRATOR));
            model.addAttribute("notices", notices.unread(found.results().year(), reader, found));
        } else {
            model.addAttribute(
                    "list",
                    choice.controls(
                            DETAILS,
                            filter.kept(found.results().period()),
                            Math.min(MOST_LISTED, chosen.size()),
                            all.size(),
                            wording));
            model.addAttribute("followUps", followUps.summary(reader));
            if (!reader.is(Role.ADMINISTRATOR)) {
                model.addAttribute(
                        "differences",
                        Formats.count(differences
                                .unsettled(found.results().year(), reader)
                                .size()));
            }
        }
    }
}
