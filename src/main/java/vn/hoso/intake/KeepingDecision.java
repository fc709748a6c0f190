package vn.hoso.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;

/** For how long single dossiers are kept, as an administrator decided; the table takes further decisions and changes none. */
@Entity
@Table(name = "dossier_keeping")
class KeepingDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int months;
    private long setBy;
    private String setByName;
    private Instant setAt;

    protected KeepingDecision() {}

    KeepingDecision(int months, CurrentUser by, Instant at) {
        this.months = months;
        this.setBy = by.id();
        this.setByName = by.displayName();
        this.setAt = at;
    }
}
