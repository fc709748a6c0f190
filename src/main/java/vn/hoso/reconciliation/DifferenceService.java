package vn.hoso.reconciliation;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.reconciliation.Difference.Kind;
import vn.hoso.reconciliation.Difference.Owner;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserFacingException;

/** Records what people say about differences, with the values they saw. */
@Service
public class DifferenceService {

    private final DifferenceQueries differences;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final PageMessages wording;
    private final Clock clock;

    DifferenceService(
            DifferenceQueries differences,
            EntityManager entities,
            JdbcClient jdbc,
            AuditTrail audit,
            PageMessages wording,
            Clock clock) {
        this.differences = differences;
        this.entities = entities;
        this.jdbc = jdbc;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Something to be said; texts are composed Unicode.
     *
     * @param words the explanation or reason, null only where somebody is asked to explain
     * @param owner who is asked, null unless somebody is
     * @param person who there, null for nobody in particular
     */
    public record Word(
            Kind kind,
            @Nullable String words,
            @Nullable Owner owner,
            @Nullable String person) {

        /** An explanation, an acceptance or a reopening. */
        public static Word of(Kind kind, String words) {
            return new Word(kind, words, null, null);
        }
    }

    /** What became of it. */
    public enum Outcome {
        SAID,
        /** A value is another one than the person saw; nothing is recorded. */
        MOVED,
        /** Something was said that the person has not read; nothing is recorded. */
        SPOKEN,
        /** The difference is closed, or there is none; nothing is recorded. */
        SETTLED
    }

    /**
     * Says something about a difference.
     *
     * @param seen the values that the person saw
     * @param last the number of the last statement that the person saw, null for none
     * @throws UserFacingException with 404 if they may not see it
     */
    @Transactional
    public Outcome say(ComparedFigure figure, Word word, String seen, @Nullable Long last, CurrentUser by) {
        // Those who speak about one figure come one after the other.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hoso.difference ' || ?)) is null")
                .param(figure.address())
                .query(Boolean.class)
                .single();
        Difference difference = differences
                .find(figure, by)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "reconciliation.refused.unknown"));
        if (!difference.seen().equals(seen)) {
            return Outcome.MOVED;
        }
        if (!difference.takes(word.kind())) {
            return Outcome.SETTLED;
        }
        if (!Objects.equals(difference.lastStatement(), last)) {
            return Outcome.SPOKEN;
        }
        entities.persist(new StoredStatement(figure, word, seen, by, clock.instant()));
        Long unit = figure.unitId();
        audit.record(
                by,
                TrailEntry.of(action(word.kind()), figure.period(), detail(difference, word))
                        .inMonth(figure.month())
                        .units(unit == null ? List.of() : List.of(unit))
                        .because(word.words()));
        return Outcome.SAID;
    }

    /** The figure with its values, and who is asked to explain it. */
    private String detail(Difference difference, Word word) {
        PageMessages words = wording.official();
        String figure =
                words.of("figures.measure." + difference.figure().measure().field());
        String detail = figure + " – " + values(difference.seen());
        if (word.owner() == null) {
            return detail;
        }
        String owner = word.owner() == Owner.UNIT && difference.unit() != null
                ? difference.unit()
                : words.of("reconciliation.owner.OFFICE");
        String asked = word.person() == null ? owner : words.of("reconciliation.owner.person", owner, word.person());
        return words.of("reconciliation.trail.asked", detail, asked);
    }

    private String values(String seen) {
        return Difference.values(seen).entrySet().stream()
                .map(each -> wording.official().of("reconciliation.source." + each.getKey()) + ": "
                        + (Difference.notApplicable(seen, each.getKey())
                                ? wording.official().of("reconciliation.not-applicable")
                                : Formats.count(each.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String action(Kind kind) {
        return switch (kind) {
            case ASSIGNED -> "difference.assigned";
            case EXPLAINED -> "difference.explained";
            case ACCEPTED -> "difference.accepted";
            case REOPENED -> "difference.reopened";
        };
    }
}
