package vn.hoso.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Installations;
import vn.hoso.shared.PageMessages;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/**
 * Leads an administrator through the first set-up: five pages, each saved on its own. Whoever comes to the dashboard of an
 * installation without an organisation or units begins there; every page then says which step is next, until people work.
 */
@Configuration(proxyBeanMethods = false)
class SetUpGuide implements HandlerInterceptor, WebMvcConfigurer, WorkSource {

    private final JdbcClient jdbc;
    private final Installations installations;
    private final PageMessages wording;

    /** Set-up ends once; then no page asks any more. */
    private volatile boolean over;

    private volatile boolean anybody;

    SetUpGuide(JdbcClient jdbc, Installations installations, PageMessages wording) {
        this.jdbc = jdbc;
        this.installations = installations;
        this.wording = wording;
    }

    /**
     * A page of the set-up.
     *
     * @param name the last part of the keys that name it
     * @param path where it is
     * @param done whether something is said there already
     * @param current whether it is the page shown
     */
    record Step(String name, String path, boolean done, boolean current) {}

    /** The five pages in their order. */
    record Guide(List<Step> steps) {

        /** The first page on which nothing is said yet. */
        public Optional<Step> next() {
            return steps.stream().filter(step -> !step.done()).findFirst();
        }

        public long done() {
            return steps.stream().filter(Step::done).count();
        }

        boolean hasBegun() {
            return steps.get(0).done() && steps.get(1).done();
        }
    }

    private record Said(
            boolean organisation,
            boolean units,
            boolean calendar,
            boolean targets,
            boolean staff,
            boolean reviewers,
            boolean returns) {}

    /** What is still to be set up, for an administrator; nothing once all is said, or figures have come. */
    Optional<Guide> guide(CurrentUser user, String path) {
        if (over || user.role() != Role.ADMINISTRATOR || installations.current().demonstration()) {
            return Optional.empty();
        }
        Said said = jdbc.sql("""
                        select exists (select from organisation_version) as organisation,
                            exists (select from unit) as units,
                            exists (select from installation where in_use_since is not null) as calendar,
                            exists (select from target) as targets,
                            exists (select from app_user where role = 'UNIT_STAFF') as staff,
                            exists (select from app_user where role = 'REVIEWER') as reviewers,
                            exists (select from monthly_return) as returns
                        """).query(Said.class).single();
        Guide guide = new Guide(List.of(
                step("organisation", "/settings/organisation", said.organisation(), path),
                step("units", said.units() ? "/units" : "/units/list", said.units(), path),
                step("calendar", "/settings/calendar", said.calendar(), path),
                step("targets", "/targets", said.targets(), path),
                step(
                        "accounts",
                        said.staff() ? "/accounts" : "/accounts/units",
                        said.staff() && said.reviewers(),
                        path)));
        over = said.returns() || guide.next().isEmpty();
        return over ? Optional.empty() : Optional.of(guide);
    }

    /** Whether there is no account yet. Once there is one, nobody asks any more. */
    boolean waitsForFirstAccount() {
        if (!anybody) {
            try {
                anybody = installations.current().demonstration()
                        || jdbc.sql("select exists (select from app_user)")
                                .query(Boolean.class)
                                .single();
            } catch (DataAccessException unreachable) {
                // The page stands without the database, too.
                return false;
            }
        }
        return !anybody;
    }

    /** One line for the administrator: the step that is next. */
    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        return guide(user, "").flatMap(guide -> guide.next().map(step -> setUp(guide, step))).stream()
                .toList();
    }

    private WorkItem setUp(Guide guide, Step next) {
        return new WorkItem(
                WorkKind.SET_UP,
                next.name(),
                List.of(
                        String.valueOf(guide.done()),
                        String.valueOf(guide.steps().size()),
                        wording.of("frame.set-up." + next.name())),
                null,
                null,
                next.path());
    }

    private static Step step(String name, String address, boolean done, String path) {
        return new Step(name, address, done, path.equals(address) || path.startsWith(address + "/"));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/", "/dashboard");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Principal signedIn = request.getUserPrincipal();
        boolean begun = !(signedIn instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof CurrentUser user)
                || guide(user, request.getRequestURI()).map(Guide::hasBegun).orElse(true);
        if (!begun) {
            response.sendRedirect(request.getContextPath() + "/settings");
        }
        return begun;
    }
}
