package vn.hoso.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Remembers in the session that its user gave a right code or passkey, under a session id of its own. */
@Component
public class SecondFactorSession {

    private static final String CODE = "FACTOR_CODE";

    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();

    SecondFactorSession(Clock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
        onward.setDefaultTargetUrl("/");
    }

    static boolean in(Authentication user) {
        return user.getAuthorities().stream().anyMatch(each -> CODE.equals(each.getAuthority()));
    }

    /** From now on this session counts as signed in with both factors. */
    public void remember(HttpServletRequest request, HttpServletResponse response) {
        Authentication before =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        List<GrantedAuthority> authorities = new ArrayList<>(before.getAuthorities());
        authorities.removeIf(each -> CODE.equals(each.getAuthority()));
        authorities.add(FactorGrantedAuthority.withAuthority(CODE)
                .issuedAt(clock.instant())
                .build());
        UsernamePasswordAuthenticationToken after = UsernamePasswordAuthenticationToken.authenticated(
                Objects.requireNonNull(before.getPrincipal()), null, authorities);
        after.setDetails(before.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(after);
        SecurityContextHolder.setContext(context);
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        sessions.saveContext(context, request, response);
        if (!complete(before) && before.getPrincipal() instanceof CurrentUser who) {
            events.publishEvent(new SecondFactorPassed(who));
        }
    }

    /** Whether nothing was owed any more: only then a user has the authorities of their role, see {@link RefreshUserFilter}. */
    private static boolean complete(Authentication user) {
        return !user.getAuthorities().stream().allMatch(FactorGrantedAuthority.class::isInstance);
    }

    /** The page that was asked for before the sign-in, or the dashboard. */
    public void goOn(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        onward.onAuthenticationSuccess(
                request,
                response,
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication()));
    }
}
