package vn.hoso.extracts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dossier of a list, as far as it matters for its deletion: there are too many to load one by one. */
@Entity
@IdClass(ExtractDossier.Key.class)
class ExtractDossier {

    record Key(long extractId, int rowNumber) implements Serializable {}

    @Id
    private long extractId;

    @Id
    private int rowNumber;

    private @Nullable LocalDate receivedOn;
    private @Nullable LocalDate month;

    protected ExtractDossier() {}
}
