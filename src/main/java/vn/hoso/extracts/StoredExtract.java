package vn.hoso.extracts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.extracts.ExtractFile.Reading;
import vn.hoso.extracts.ExtractFile.State;
import vn.hoso.security.CurrentUser;

/** A list of dossiers from its reading to what became of it. Pages read {@link ExtractFile}. */
@Entity
@Table(name = "dossier_extract")
class StoredExtract {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private String sha256;
    private long size;
    private long broughtBy;
    private String broughtByName;
    private Instant broughtAt;
    private @Nullable Long unitId;

    @Enumerated(EnumType.STRING)
    private State state;

    private int rowsRead;

    @Column(updatable = false)
    private String reading;

    private String answers;
    private @Nullable Long appliedBy;
    private @Nullable String appliedByName;
    private @Nullable Instant appliedAt;
    private @Nullable Instant forgottenAt;

    @Version
    private int version;

    protected StoredExtract() {}

    /** A list that is to be looked at. */
    StoredExtract(
            String name,
            String sha256,
            long size,
            @Nullable Long unitId,
            int rows,
            Reading reading,
            ListAnswers answers,
            CurrentUser by,
            Instant at) {
        this.name = name;
        this.sha256 = sha256;
        this.size = size;
        this.unitId = unitId;
        this.rowsRead = rows;
        this.reading = JsonMapper.shared().writeValueAsString(reading);
        this.answers = JsonMapper.shared().writeValueAsString(answers);
        this.broughtBy = by.id();
        this.broughtByName = by.displayName();
        this.broughtAt = at;
        this.state = State.READ;
    }

    /** Whether it is still to be counted, as it was seen. */
    boolean waits(int seen) {
        return state == State.READ && version == seen;
    }

    void answer(ListAnswers said) {
        answers = JsonMapper.shared().writeValueAsString(said);
    }

    /** Leaves it aside. */
    void discard() {
        state = State.DISCARDED;
        answers = "{}";
    }

    /** Says that it was counted. */
    void applied(CurrentUser by, Instant at) {
        state = State.APPLIED;
        appliedBy = by.id();
        appliedByName = by.displayName();
        appliedAt = at;
    }

    long id() {
        return Objects.requireNonNull(id);
    }
}
