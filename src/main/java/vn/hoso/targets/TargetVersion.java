package vn.hoso.targets;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;

/** What a target says in some months, until a newer version replaces it or it ends. */
@Entity
@Table(name = "target")
class TargetVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code;
    private String label;
    private @Nullable String clause;

    private Indicator indicator;

    @Enumerated(EnumType.STRING)
    private TargetRule rule;

    private @Nullable BigDecimal threshold;

    @Enumerated(EnumType.STRING)
    private TargetScope scope;

    private boolean aspiration;
    private int position;
    private LocalDate validFrom;
    private @Nullable LocalDate validUntil;
    private @Nullable Long replaces;
    private @Nullable LocalDate replacedUntil;

    @ElementCollection
    @CollectionTable(name = "target_instrument", joinColumns = @JoinColumn(name = "target_id"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    @Column(name = "instrument_id")
    private List<Long> instrumentIds = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "target_step", joinColumns = @JoinColumn(name = "target_id"))
    private Set<Step> steps = new HashSet<>();

    @Version
    private int version;

    protected TargetVersion() {}

    /** A {@link TargetStep} as it is stored. */
    @Embeddable
    record Step(
            @Nullable Long unitId,
            BigDecimal percent,
            @Nullable BigDecimal points) {

        static Step of(TargetStep step) {
            return new Step(step.unitId(), step.percent(), step.points());
        }

        TargetStep read() {
            return new TargetStep(unitId, percent, points);
        }
    }

    TargetVersion(TargetDraft draft) {
        becomes(draft);
    }

    /** A version in place of another from its first day on. */
    TargetVersion(TargetDraft draft, TargetVersion before) {
        this(draft);
        replaces = before.id;
        replacedUntil = before.validUntil;
    }

    final void becomes(TargetDraft draft) {
        code = draft.code();
        label = draft.label();
        clause = draft.clause();
        indicator = draft.indicator();
        rule = draft.rule();
        threshold = draft.threshold();
        scope = draft.scope();
        aspiration = draft.aspiration();
        position = draft.position();
        validFrom = draft.from();
        validUntil = draft.until();
        // Put in place of the old ones as a whole: rows that change places one by one would meet on their key.
        instrumentIds = new ArrayList<>(draft.instrumentIds());
        steps = draft.steps().stream().map(Step::of).collect(Collectors.toCollection(HashSet::new));
    }

    /** Asks a unit what it asks of another. */
    void ask(long unit, List<TargetStep> asked) {
        asked.forEach(step -> steps.add(new Step(unit, step.percent(), step.points())));
    }

    /** Asks nothing of these units any more. */
    void askNoMore(Collection<Long> units) {
        steps.removeIf(step -> step.unitId() != null && units.contains(step.unitId()));
    }

    /** Lets it hold until the day before. */
    void endsBefore(@Nullable LocalDate day) {
        validUntil = day;
    }

    KeptTarget kept(boolean replaced, LocalDate today) {
        return new KeptTarget(id(), version, !validFrom.isAfter(today), replaced, replaces, draft());
    }

    TargetDraft draft() {
        return new TargetDraft(
                code,
                label,
                clause,
                indicator,
                rule,
                threshold,
                scope,
                aspiration,
                position,
                validFrom,
                validUntil,
                instrumentIds,
                steps.stream().map(Step::read).toList());
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    Long replaces() {
        return replaces;
    }

    @Nullable
    LocalDate replacedUntil() {
        return replacedUntil;
    }

    int version() {
        return version;
    }
}
