package vn.hoso.followups;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsRequest;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/**
 * Holds the district's verdicts on the year to date against those last seen, and those of units on targets that name them and ask
 * nothing of all together; notes each difference as one notice. What
 * was last seen is held first and in the same snapshot as the figures: whoever looks later sees at least as much.
 */
@Component
class VerdictComparison {

    /** Nobody in person: somebody who reads the district's totals. */
    private static final CurrentUser PROGRAM = new CurrentUser(0, "notices", "", Role.LEADER, Set.of());

    private final SeenVerdicts verdicts;
    private final EntityManager entities;
    private final Results results;
    private final Clock clock;

    VerdictComparison(SeenVerdicts verdicts, EntityManager entities, Results results, Clock clock) {
        this.verdicts = verdicts;
        this.entities = entities;
        this.results = results;
        this.clock = clock;
    }

    /**
     * Compares, in a transaction of its own.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException if another comparison came in between: nothing was
     *     written, and comparing again is right
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.REPEATABLE_READ)
    public void compare() {
        Map<SeenVerdict.Key, SeenVerdict> seen =
                verdicts.lockAll().stream().collect(Collectors.toMap(SeenVerdict::key, Function.identity()));
        results.of(ResultsRequest.LATEST, PROGRAM).ifPresent(found -> {
            found.district().verdicts().forEach(verdict -> compare(verdict, SeenVerdict.Key.ALL, found, seen));
            found.units().forEach(unit -> unit.verdicts().stream()
                    .filter(verdict -> verdict.target().scope() == TargetScope.NAMED_UNITS)
                    .forEach(verdict -> compare(verdict, Objects.requireNonNull(unit.unitId()), found, seen)));
        });
    }

    private void compare(Verdict verdict, long unitId, YearResults results, Map<SeenVerdict.Key, SeenVerdict> seen) {
        SeenVerdict.Key key = new SeenVerdict.Key(verdict.target().id(), results.year(), unitId);
        SeenVerdict last = seen.get(key);
        if (last == null) {
            entities.persist(new SeenVerdict(key, verdict.status()));
        } else if (last.status() != verdict.status()) {
            VerdictStatus before = last.status();
            VerdictNotice notice = new VerdictNotice(
                    key,
                    last.become(verdict.status()),
                    before,
                    verdict,
                    results.period().lastDay(),
                    clock.instant());
            entities.persist(notice);
            entities.persist(new NoticeLetter(notice.id(), clock.instant()));
        }
    }
}
