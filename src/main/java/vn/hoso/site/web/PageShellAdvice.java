package vn.hoso.site.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import org.thymeleaf.context.LazyContextVariable;
import vn.hoso.organisation.Organisation;
import vn.hoso.organisation.Organisations;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Installations;
import vn.hoso.site.AdministratorNotice;
import vn.hoso.site.HelpChapters;
import vn.hoso.worklist.WorkList;

/** Hands every page its frame, error pages and the sign-in page included; what answers without a page asks for nobody's session. */
@ControllerAdvice(annotations = Controller.class)
class PageShellAdvice {

    private static final String FRAME = "frame";

    private static final Logger LOG = LoggerFactory.getLogger(PageShellAdvice.class);

    private final Installations installations;
    private final Organisations organisations;
    private final SetUpGuide setUp;
    private final ObjectProvider<AdministratorNotice> notices;
    private final ObjectProvider<WorkList> work;
    private final Clock clock;

    PageShellAdvice(
            Installations installations,
            Organisations organisations,
            SetUpGuide setUp,
            ObjectProvider<AdministratorNotice> notices,
            ObjectProvider<WorkList> work,
            Clock clock) {
        this.notices = notices;
        this.work = work;
        this.installations = installations;
        this.organisations = organisations;
        this.setUp = setUp;
        this.clock = clock;
    }

    /** Made when a template first asks for it: what answers with another address or a file has no frame to pay for. */
    @ModelAttribute(FRAME)
    LazyContextVariable<PageShell> frame(
            @AuthenticationPrincipal @Nullable CurrentUser user, HttpServletRequest request) {
        String path = path(request);
        String here = here(request);
        String help = help(request);
        LazyContextVariable<PageShell> frame = new LazyContextVariable<>() {
            @Override
            protected PageShell loadValue() {
                return shell(user, path, here, help);
            }
        };
        if (user != null && request.getMethod().equals("POST")) {
            // Whoever has just sent a form sees the number in the menu as it is after it.
            work.ifAvailable(list -> list.forget(user));
        }
        // An exception handler gets a model of its own: the page that refuses finds its frame here.
        request.setAttribute(FRAME, frame);
        return frame;
    }

    private PageShell shell(@Nullable CurrentUser user, String path, String here, String help) {
        return new PageShell(
                new PageShell.Menu(
                        unlessBroken(() ->
                                        organisations.find(LocalDate.now(clock)).map(Organisation::agency))
                                .orElse(null),
                        user == null ? List.of() : entries(user, path)),
                unlessBroken(() -> Optional.of(installations.current().demonstration()))
                        .orElse(false),
                user == null ? null : new PageShell.User(user.displayName(), "frame.role." + user.role()),
                user == null
                        ? null
                        : unlessBroken(() -> setUp.guide(user, path)).orElse(null),
                user == null || user.role() != Role.ADMINISTRATOR ? List.of() : noticesNow(),
                here,
                help);
    }

    private static <T> Optional<T> unlessBroken(Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (DataAccessException e) {
            LOG.warn("The frame is shown without the agency's name", e);
            return Optional.empty();
        }
    }

    private List<AdministratorNotice.Notice> noticesNow() {
        return notices.orderedStream()
                .flatMap(each -> unlessBroken(each::notice).stream())
                .toList();
    }

    private List<PageShell.Entry> entries(CurrentUser user, String path) {
        return Stream.of(Place.values())
                .filter(place -> place.roles.contains(user.role()) || (place == Place.FIGURES && user.mayApprove()))
                .map(place -> new PageShell.Entry(
                        place.path,
                        place.labelKey,
                        place.holds(path),
                        place == Place.WORK && !path.equals(place.path) ? waiting(user) : 0))
                .toList();
    }

    /** The work list itself shows its lines; other pages say how many there are. */
    private int waiting(CurrentUser user) {
        return unlessBroken(() -> Optional.ofNullable(work.getIfAvailable()).map(list -> list.count(user)))
                .orElse(0);
    }

    /** A form's address opens as a page too; only an error page has no address of its own. */
    private static String here(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return "/";
        }
        String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        return query == null ? path(request) : path(request) + "?" + query;
    }

    private static String help(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String chapter = pattern == null ? null : HelpChapters.of(pattern.toString());
        return chapter == null ? "/help" : "/help/" + chapter;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private enum Place {
        WORK("/", "frame.nav.work", EnumSet.allOf(Role.class)),
        DASHBOARD("/dashboard", "frame.nav.dashboard", EnumSet.allOf(Role.class)),
        FIGURES("/figures", "frame.nav.figures", EnumSet.of(Role.REVIEWER, Role.UNIT_STAFF)),
        IMPORTS("/imports", "frame.nav.imports", EnumSet.of(Role.REVIEWER, Role.UNIT_STAFF)),
        TARGETS("/targets", "frame.nav.targets", EnumSet.allOf(Role.class)),
        FOLLOW_UPS("/follow-ups", "frame.nav.follow-ups", EnumSet.allOf(Role.class)),
        REPORTS("/reports", "frame.nav.reports", EnumSet.complementOf(EnumSet.of(Role.UNIT_STAFF))),
        ACCOUNTS("/accounts", "frame.nav.accounts", EnumSet.of(Role.ADMINISTRATOR)),
        SETTINGS("/settings", "frame.nav.settings", EnumSet.of(Role.ADMINISTRATOR)),
        AUDIT("/audit", "frame.nav.audit", EnumSet.of(Role.REVIEWER, Role.ADMINISTRATOR));

        private final String path;
        private final String labelKey;
        private final Set<Role> roles;

        Place(String path, String labelKey, Set<Role> roles) {
            this.path = path;
            this.labelKey = labelKey;
            this.roles = roles;
        }

        boolean holds(String requested) {
            return requested.equals(path) || (this != WORK && requested.startsWith(path + "/"));
        }
    }
}
