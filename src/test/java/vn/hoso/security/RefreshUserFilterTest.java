package vn.hoso.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** How long a session lasts, by its own two times: at whatever day a demonstration stands, and whichever way the clock was put. */
class RefreshUserFilterTest {

    private static final CurrentUser USER = new CurrentUser(1, "lan", "Trần Thị Lan", Role.LEADER, Set.of());
    private static final Instant SIGNED_IN = Instant.parse("2026-11-30T01:00:00Z");

    private final RefreshUserFilter filter = new RefreshUserFilter(
            new UserAccessLoader() {
                @Override
                public Optional<UserAccess> byId(long id) {
                    return Optional.of(new UserAccess(USER, List.of()));
                }

                @Override
                public Set<Long> reviewers() {
                    return Set.of();
                }
            },
            Duration.ofHours(12));

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT12H, true", "PT12H1S, false", "PT-12H, true", "PT-12H-1S, false"})
    void endsTwelveHoursAfterTheSignInAtTheLatest(Duration later, boolean stays) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/dashboard");
        request.setSession(new MockHttpSession() {
            @Override
            public long getCreationTime() {
                return SIGNED_IN.toEpochMilli();
            }

            @Override
            public long getLastAccessedTime() {
                return SIGNED_IN.plus(later).toEpochMilli();
            }
        });
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(USER, null, List.of()));

        filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

        assertThat(SecurityContextHolder.getContext().getAuthentication() != null)
                .isEqualTo(stays);
    }
}
