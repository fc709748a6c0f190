package vn.hoso.imports;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Sha256;

/** A file that somebody brought, with what they answered about it and what became of it. Pages read {@link ImportFile}. */
@Entity
@Table(name = "import_file")
class StoredImport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String sha256;
    private String name;

    /** Up to 10 MiB: written once, and never loaded with the rest ({@link ImportFileQueries#bytes}). */
    @Column(updatable = false)
    @ColumnTransformer(read = "null")
    @Mutability(Immutability.class)
    private byte @Nullable [] bytes;

    private long uploadedBy;
    private String uploadedByName;
    private Instant uploadedAt;

    /** The month that a person chose for the whole file. */
    private @Nullable LocalDate month;

    private @Nullable String sheet;
    private @Nullable Instant appliedAt;
    private @Nullable Integer unitsChanged;
    private @Nullable Instant applyingSince;
    private @Nullable UUID applyingKey;
    private @Nullable String outcome;

    @OneToMany(mappedBy = "file", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKey(name = "month")
    private Map<LocalDate, ImportFileMonth> months = new HashMap<>();

    @OneToMany(mappedBy = "file", cascade = CascadeType.ALL)
    @MapKey(name = "question")
    private Map<String, ImportAnswer> answers = new HashMap<>();

    protected StoredImport() {}

    /**
     * A file as it came.
     *
     * @param name a plain one
     * @param chosen the month that a person chose for all of it, null to go by what it says
     * @param said the months that it is of
     */
    StoredImport(
            String name,
            byte[] bytes,
            @Nullable YearMonth chosen,
            Collection<YearMonth> said,
            CurrentUser by,
            Instant at) {
        this.name = name;
        this.bytes = bytes;
        sha256 = Sha256.of(bytes);
        uploadedBy = by.id();
        uploadedByName = by.displayName();
        uploadedAt = at;
        month = chosen == null ? null : chosen.atDay(1);
        said.forEach(each -> months.put(each.atDay(1), new ImportFileMonth(this, each)));
    }

    /** Takes over the answer to a question, in place of an earlier one. */
    void answer(String question, String answer, CurrentUser by, Instant at) {
        answers.computeIfAbsent(question, each -> new ImportAnswer(this, each)).take(answer, by, at);
    }

    /** Says which month it is of, unless it is stored already. */
    void choose(YearMonth chosen) {
        if (appliedAt == null) {
            month = chosen.atDay(1);
        }
    }

    /** Whether this attempt still is the one that stores its figures: another one takes over once it was silent for too long. */
    boolean applying(UUID attempt) {
        return attempt.equals(applyingKey);
    }

    /** Whether nobody stored its figures since then; null for never. */
    boolean asLookedAt(@Nullable Instant seen) {
        return Objects.equals(appliedAt, seen);
    }

    /** Says that nothing was stored, and why. */
    void stopped(String why) {
        applyingSince = null;
        applyingKey = null;
        outcome = why;
    }

    /** Says how many units' figures of each month it changed; months that it turned out not to be of go. */
    void applied(Map<YearMonth, Integer> units, String sheets, Instant at) {
        sheet = sheets;
        appliedAt = at;
        unitsChanged = units.values().stream().reduce(Objects.requireNonNullElse(unitsChanged, 0), Integer::sum);
        applyingSince = null;
        applyingKey = null;
        outcome = null;
        months.values().removeIf(each -> !each.applied() && !units.containsKey(each.month()));
        units.forEach((each, changed) -> months.computeIfAbsent(each.atDay(1), day -> new ImportFileMonth(this, each))
                .add(changed));
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String sha256() {
        return sha256;
    }

    /** What a person answered about one file. */
    @Entity
    @Table(name = "import_answer")
    @IdClass(ImportAnswer.Key.class)
    static class ImportAnswer {

        record Key(Long file, String question) implements Serializable {}

        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        private StoredImport file;

        @Id
        private String question;

        private String answer;
        private long answeredBy;
        private Instant answeredAt;

        protected ImportAnswer() {}

        @SuppressWarnings("NullAway.Init") // take() follows before it is stored
        ImportAnswer(StoredImport file, String question) {
            this.file = file;
            this.question = question;
        }

        void take(String given, CurrentUser by, Instant at) {
            answer = given;
            answeredBy = by.id();
            answeredAt = at;
        }
    }

    /** A month that a file is of. */
    @Entity
    @Table(name = "import_file_month")
    @IdClass(ImportFileMonth.Key.class)
    static class ImportFileMonth {

        record Key(Long file, LocalDate month) implements Serializable {}

        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        private StoredImport file;

        @Id
        private LocalDate month;

        /** How many units' figures of the month it changed, null while it has changed none. */
        private @Nullable Integer units;

        protected ImportFileMonth() {}

        ImportFileMonth(StoredImport file, YearMonth month) {
            this.file = file;
            this.month = month.atDay(1);
        }

        YearMonth month() {
            return YearMonth.from(month);
        }

        boolean applied() {
            return units != null;
        }

        void add(int changed) {
            units = Objects.requireNonNullElse(units, 0) + changed;
        }
    }
}
