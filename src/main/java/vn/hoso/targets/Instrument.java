package vn.hoso.targets;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A document that targets rest on. */
@Entity
@Table(name = "legal_instrument")
class Instrument {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String number;
    private String issuer;
    private @Nullable LocalDate issuedOn;
    private String title;
    private @Nullable String link;
    private @Nullable Long replacedBy;

    @Version
    private int version;

    protected Instrument() {}

    Instrument(InstrumentDraft draft) {
        becomes(draft);
    }

    final void becomes(InstrumentDraft draft) {
        number = draft.number();
        issuer = draft.issuer();
        issuedOn = draft.issuedOn();
        title = draft.title();
        link = draft.link();
        replacedBy = draft.replacedBy();
    }

    InstrumentDraft draft() {
        return new InstrumentDraft(number, issuer, issuedOn, title, link, replacedBy);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String number() {
        return number;
    }

    int version() {
        return version;
    }
}
