package vn.hoso.accounts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;

/** Tells the trail of refused codes and passwords of people already known, and of locks. */
@Component
class FailedSignInRecorder {

    private final Users users;
    private final AuditTrail audit;

    FailedSignInRecorder(Users users, AuditTrail audit) {
        this.users = users;
        this.audit = audit;
    }

    @Transactional
    public void refused(CurrentUser person, String what) {
        audit.record(person, "account." + what + ".refused", person.username(), "");
    }

    /** Too many failed tries have locked somebody for a while. */
    @Transactional
    public void locked(long userId) {
        users.findById(userId)
                .ifPresent(person -> audit.record(person.asCurrentUser(), "account.locked", person.username(), ""));
    }
}
