package vn.hoso.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.hoso.accounts.UserQueries;
import vn.hoso.accounts.UserQueries.UserSummary;
import vn.hoso.security.Role;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.UnitMonths;
import vn.hoso.units.Units;
import vn.hoso.units.Units.Lasting;

/** What the forms for new and for known users share. */
@Component
class UserFormOptions {

    static final String FORM = "form";

    private final UserQueries users;
    private final Units units;
    private final UnitMonths months;
    private final Clock clock;
    private final PageMessages wording;

    UserFormOptions(UserQueries users, Units units, UnitMonths months, Clock clock, PageMessages wording) {
        this.wording = wording;
        this.months = months;
        this.users = users;
        this.units = units;
        this.clock = clock;
    }

    UserSummary user(long id) {
        return users.byId(id)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "accounts.refused.person"));
    }

    UserForm formOf(UserSummary user) {
        return UserForm.of(user, users.assignments(user.id()));
    }

    /** The page about a known user. */
    String known(UserSummary user, UserForm form, Model model) {
        model.addAttribute("row", UserRow.of(user));
        return page(form, model);
    }

    /** The page with its form, "form" in the model. */
    String page(UserForm form, Model model) {
        UnitOptions offered = offered(form);
        Set<Long> theirs = form.unitIds();
        model.addAttribute("typed", offered.typed());
        model.addAttribute("units", offered.listed());
        model.addAttribute(
                "kept",
                offered.all().stream()
                        .filter(unit -> theirs.contains(unit.id()))
                        .toList());
        model.addAttribute("added", form.added(offered));
        model.addAttribute("roles", Role.values());
        model.addAttribute("standIns", form.standIns());
        model.addAttribute("standInUnits", form.standInUnits(offered));
        return "accounts/user";
    }

    /** The form with the units that were typed; what is not clear is told at its field. */
    UserForm resolved(UserForm form, BindingResult errors) {
        return form.typed() ? form.resolved(offered(form), errors) : form;
    }

    /**
     * The units that are there or will be; those that are no more and have months to report or to put right, as whoever did so may be
     * gone; and those of the person that are no more: whoever reported for a unit that was merged still corrects its months, and what is
     * not offered would be taken from them by the next save.
     */
    private UnitOptions offered(UserForm form) {
        LocalDate today = LocalDate.now(clock);
        Set<String> theirs = Stream.concat(form.unitIds().stream().map(String::valueOf), form.standInUnit().stream())
                .collect(Collectors.toSet());
        List<Lasting> all = units.since(LocalDate.EPOCH);
        Set<Long> open = open(all, today);
        List<UnitOptions.Option> offered = all.stream()
                .filter(unit ->
                        !ended(unit, today) || open.contains(unit.id()) || theirs.contains(String.valueOf(unit.id())))
                .map(unit -> unit.option(last -> wording.of(
                        ended(unit, today) ? "accounts.unit.ended" : "accounts.unit.until", unit.name(), last)))
                .toList();
        return new UnitOptions(offered, today, null);
    }

    private static boolean ended(Lasting unit, LocalDate today) {
        return unit.lastDay() != null && unit.lastDay().isBefore(today);
    }

    /** The units that are no more and still have something to do. */
    private Set<Long> open(List<Lasting> all, LocalDate today) {
        List<Long> ended =
                all.stream().filter(unit -> ended(unit, today)).map(Lasting::id).toList();
        return ended.isEmpty()
                ? Set.of()
                : months.findByUnits(ended, today).entrySet().stream()
                        .filter(unit -> unit.getValue().open())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    /** The link is shown once, on the page after the redirect, and is nowhere to be found later. */
    static void handOver(String token, String username, HttpServletRequest request, RedirectAttributes after) {
        String link = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/links/{token}")
                .buildAndExpand(token)
                .toUriString();
        after.addFlashAttribute("link", link);
        after.addFlashAttribute("linkFor", username);
    }
}
