package vn.hoso.extracts;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person said last of a word or heading. Pages read {@link ExtractMemory.Remembered}. */
@Entity
@Table(name = "extract_memory")
class ExtractAnswer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private ExtractMemory.Kind kind;

    private String what;
    private String meaning;
    private long chosenBy;
    private Instant chosenAt;

    protected ExtractAnswer() {}
}
