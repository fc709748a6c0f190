package vn.hoso.followups;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.UnitCarriage.Ways;

/** A task about a missed target, from its making to its closing; the database lets nothing else of it change. */
@Entity
@Table(name = "follow_up")
class StoredFollowUp {

    private enum State {
        OPEN,
        CLOSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long targetId;
    private LocalDate month;
    private @Nullable Long unitId;
    private String task;
    private String responsible;
    private LocalDate due;
    private long madeBy;
    private String madeByName;
    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String result;
    private @Nullable Long closedBy;
    private @Nullable String closedByName;
    private @Nullable Instant closedAt;

    /** The units that carry it on for one that ended. */
    @ElementCollection
    @CollectionTable(name = "follow_up_carried", joinColumns = @JoinColumn(name = "follow_up_id"))
    @Column(name = "unit_id")
    private Set<Long> carriers = new HashSet<>();

    protected StoredFollowUp() {}

    StoredFollowUp(FollowUpService.Draft draft, CurrentUser by, Instant at) {
        targetId = draft.targetId();
        month = draft.month().atDay(1);
        unitId = draft.unitId();
        task = draft.task();
        responsible = draft.responsible();
        due = draft.due();
        madeBy = by.id();
        madeByName = by.displayName();
        madeAt = at;
        state = State.OPEN;
    }

    /** Closes it; false if it was closed before, by this very press or by another. */
    boolean close(String how, CurrentUser by, Instant at) {
        if (state == State.CLOSED) {
            return false;
        }
        state = State.CLOSED;
        result = how;
        closedBy = by.id();
        closedByName = by.displayName();
        closedAt = at;
        return true;
    }

    /** Whether this person has closed it with this result. */
    boolean closedBy(CurrentUser by, String how) {
        return closedBy != null && closedBy == by.id() && how.equals(result);
    }

    /** Lets whoever comes of units that end carry it on, where it is theirs to do. */
    void carryOn(Ways ways) {
        Set<Long> before =
                Stream.concat(carriers.stream(), Stream.ofNullable(unitId)).collect(Collectors.toSet());
        ways.predecessors().forEach((successor, units) -> {
            if (units.stream().anyMatch(before::contains)) {
                carriers.add(successor);
            }
        });
    }

    /** Takes it from units that are there no more. */
    void carryOnNoMore(Collection<Long> units) {
        carriers.removeAll(units);
    }

    String task() {
        return task;
    }

    /** The unit it is about; none where it is the whole organisation. */
    List<Long> units() {
        return unitId == null ? List.of() : List.of(unitId);
    }
}
