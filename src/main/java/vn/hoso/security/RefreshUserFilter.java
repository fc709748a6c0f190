package vn.hoso.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.hoso.shared.Moments;

/**
 * Reads at each request who the signed-in user is now. A session only identifies its user: a disabled one is a stranger
 * from the next request on, a changed role or unit holds from the next request on, in every copy of the program. Leads to
 * the step that is owed before anything else opens, and ends sessions that have lasted too long.
 */
class RefreshUserFilter extends OncePerRequestFilter {

    /** Open whatever is owed: to leave, to be refused, to choose a language to be asked in. */
    private static final Set<String> OPEN = Set.of("/logout", "/error", "/language");

    private final UserAccessLoader users;
    private final Duration longest;
    private final RequestCache asked = new HttpSessionRequestCache();

    RefreshUserFilter(UserAccessLoader users, Duration longest) {
        this.users = users;
        this.longest = longest;
    }

    /** Pictures and styles are for everybody and need no session. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/assets/")
                || path.startsWith("/webjars/")
                || path.startsWith("/actuator/")
                || path.equals("/livez")
                || path.equals("/readyz");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication remembered = SecurityContextHolder.getContext().getAuthentication();
        if (remembered == null || !(remembered.getPrincipal() instanceof CurrentUser known)) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession session = request.getSession(false);
        Optional<UserAccess> user = tooOld(session) ? Optional.empty() : users.byId(known.id());
        if (user.isEmpty()) {
            forget(session);
            chain.doFilter(request, response);
            return;
        }
        Optional<SignInStep> owed = user.get().next(SecondFactorSession.in(remembered));
        put(user.get().user(), remembered, owed.isEmpty());
        if (owed.isPresent() && !open(path(request), owed.get())) {
            if (request.getMethod().equals("GET")) {
                asked.saveRequest(request, response);
            }
            response.sendRedirect(request.getContextPath() + owed.get().page());
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean open(String path, SignInStep owed) {
        return owed.holds(path) || OPEN.contains(path);
    }

    /** By the session's own two times, which one clock wrote: the program's stands at another day in a demonstration. */
    private boolean tooOld(@Nullable HttpSession session) {
        return session != null
                && Moments.apart(
                        Instant.ofEpochMilli(session.getCreationTime()),
                        Instant.ofEpochMilli(session.getLastAccessedTime()),
                        longest);
    }

    private static void forget(@Nullable HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }

    /** The role counts only once nothing is owed; the session itself is left as it is. */
    private static void put(CurrentUser user, Authentication remembered, boolean complete) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        remembered.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .forEach(authorities::add);
        if (complete) {
            authorities.addAll(user.getAuthorities());
        }
        UsernamePasswordAuthenticationToken now =
                UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
        now.setDetails(remembered.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now);
        SecurityContextHolder.setContext(context);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
