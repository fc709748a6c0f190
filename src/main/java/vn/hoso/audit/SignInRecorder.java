package vn.hoso.audit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureDisabledEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.SecondFactorPassed;
import vn.hoso.security.SignInStep;
import vn.hoso.security.UserAccessLoader;

/** Writes down who signed in and out, and who did not get in. A password alone lets nobody in who owes a second factor. */
@Component
class SignInRecorder {

    private final AuditTrail trail;
    private final UserAccessLoader users;
    private final JdbcClient jdbc;

    SignInRecorder(AuditTrail trail, UserAccessLoader users, JdbcClient jdbc) {
        this.trail = trail;
        this.users = users;
        this.jdbc = jdbc;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof CurrentUser who) {
            String action = owesSecondFactor(who) ? "signin.password" : "signin.succeeded";
            trail.recordSignIn(who, TrailEntry.of(action, who.username(), ""));
        }
    }

    private boolean owesSecondFactor(CurrentUser who) {
        return users.byId(who.id())
                .flatMap(access -> access.next(false))
                .filter(step -> step == SignInStep.CODE || step == SignInStep.ENROLMENT)
                .isPresent();
    }

    @EventListener
    void signedInWithBoth(SecondFactorPassed event) {
        trail.recordSignIn(
                event.who(), TrailEntry.of("signin.succeeded", event.who().username(), ""));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof CurrentUser who) {
            trail.recordApart(who, TrailEntry.of("signin.ended", who.username(), ""));
        }
    }

    @EventListener
    void notLetIn(AbstractAuthenticationFailureEvent event) {
        String action = action(event);
        String subject =
                known(String.valueOf(event.getAuthentication().getName())).orElse("");
        trail.recordStranger(TrailEntry.of(action, subject, ""));
    }

    private static String action(AbstractAuthenticationFailureEvent event) {
        if (event instanceof AuthenticationFailureLockedEvent) {
            return "signin.locked";
        }
        return event instanceof AuthenticationFailureDisabledEvent ? "signin.disabled" : "signin.failed";
    }

    /** Only a name that exists is kept: anything else typed into that field may be a password. */
    private Optional<String> known(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        return name.indexOf('\0') >= 0
                ? Optional.empty()
                : jdbc.sql("select username from app_user where username = ?")
                        .param(name)
                        .query(String.class)
                        .optional();
    }
}
