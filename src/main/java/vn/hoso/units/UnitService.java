package vn.hoso.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.UnitQueries.Life;
import vn.hoso.units.UnitQueries.Version;

/**
 * Changes the register of units: from a day on, or where something was written wrongly. No figure ever loses its unit: one that
 * has figures is ended and never removed, and its days never leave a month out that has some.
 */
@Service
public class UnitService {

    private final UnitQueries units;
    private final UnitChecks checks;
    private final UnitVersions versions;
    private final ReorganisationQueries acts;
    private final AuditTrail audit;

    UnitService(
            UnitQueries units, UnitChecks checks, UnitVersions versions, ReorganisationQueries acts, AuditTrail audit) {
        this.units = units;
        this.checks = checks;
        this.versions = versions;
        this.acts = acts;
        this.audit = audit;
    }

    /** Begins a unit on a day; problems where its code or name is another's from then on. */
    @Transactional
    public List<UnitProblem> begin(LocalDate from, UnitWords words, CurrentUser by) {
        versions.lockAll();
        List<UnitProblem> problems = checks.clashes(0, from, null, words);
        if (problems.isEmpty()) {
            long id = versions.begin();
            versions.insert(id, from, null, words, by);
            audit.record(
                    by,
                    TrailEntry.of("unit.begun", Formats.date(from), words.told())
                            .units(List.of(id)));
        }
        return problems;
    }

    /**
     * Keeps a unit's words from a day on, or corrects those of a version together with its first day.
     *
     * @param corrected the version that was wrong, null for words that are new from the day on; a day on which a version begins
     *     corrects that version in any case
     * @param expected the unit's version that the person saw
     */
    @Transactional
    public List<UnitProblem> keep(
            long id, @Nullable Long corrected, LocalDate from, UnitWords words, int expected, CurrentUser by) {
        versions.lock(id);
        Life life = units.life(id);
        if (life.version() != expected) {
            return List.of(UnitProblem.MEANWHILE);
        }
        Optional<Version> begun = life.versions().stream()
                .filter(each -> corrected == null ? from.equals(each.from()) : each.id() == corrected)
                .findFirst();
        if (corrected != null && begun.isEmpty()) {
            return List.of(UnitProblem.MEANWHILE);
        }
        return begun.isPresent() ? correct(life, begun.get(), from, words, by) : change(life, from, words, by);
    }

    private List<UnitProblem> change(Life life, LocalDate from, UnitWords words, CurrentUser by) {
        Optional<Version> held =
                life.versions().stream().filter(each -> each.holdsOn(from)).findFirst();
        if (held.isEmpty()) {
            return List.of(UnitProblem.of("from", "register.problem.from.outside"));
        }
        Version before = held.get();
        if (before.words().equals(words)) {
            return List.of();
        }
        List<UnitProblem> problems = checks.clashes(life.id(), from, before.end(), words);
        if (problems.isEmpty()) {
            versions.span(before.id(), before.from(), from);
            versions.insert(life.id(), from, before.end(), words, by);
            tell(
                    life,
                    by,
                    TrailEntry.of(
                            "unit.changed", Formats.date(from), before.words().became(words)));
        }
        return problems;
    }

    private List<UnitProblem> correct(Life life, Version wrong, LocalDate from, UnitWords words, CurrentUser by) {
        if (wrong.words().equals(words) && from.equals(wrong.from())) {
            return List.of();
        }
        int at = life.versions().indexOf(wrong);
        Version before = at == 0 ? null : life.versions().get(at - 1);
        boolean given = before != null && before.words().equals(words) || !from.equals(wrong.from());
        List<UnitProblem> held = given ? checks.held(life.id(), "from", wrong.from()) : List.of();
        if (!held.isEmpty()) {
            return held;
        }
        if (before != null && before.words().equals(words)) {
            return takeBack(life, before, wrong, by);
        }
        List<UnitProblem> problems = new ArrayList<>();
        if (wrong.end() != null && !from.isBefore(wrong.end())
                || before != null && before.from() != null && !from.isAfter(before.from())) {
            problems.add(UnitProblem.of("from", "register.problem.from.between"));
        } else if (before == null) {
            problems.addAll(checks.figuresBefore(life.id(), from));
        }
        if (problems.isEmpty()) {
            problems.addAll(checks.clashes(life.id(), from, wrong.end(), words));
        }
        LocalDate began = wrong.from();
        if (problems.isEmpty() && before != null && began != null && from.isAfter(began)) {
            problems.addAll(checks.clashes(life.id(), began, from, before.words()));
        }
        if (problems.isEmpty()) {
            // The days between two versions are one's or the other's: the one that loses them comes first.
            if (before != null && began != null && from.isBefore(began)) {
                versions.span(before.id(), before.from(), from);
            }
            versions.correct(wrong.id(), from, words, by);
            if (before != null && began != null && from.isAfter(began)) {
                versions.span(before.id(), before.from(), from);
            }
            tell(
                    life,
                    by,
                    TrailEntry.of(
                            "unit.corrected", Formats.date(from), wrong.words().became(words)));
        }
        return problems;
    }

    /** What was said before goes on: the change was none. */
    private List<UnitProblem> takeBack(Life life, Version before, Version wrong, CurrentUser by) {
        LocalDate from = Objects.requireNonNull(wrong.from());
        List<UnitProblem> problems = checks.clashes(life.id(), from, wrong.end(), before.words());
        if (problems.isEmpty()) {
            versions.delete(wrong.id());
            versions.span(before.id(), before.from(), wrong.end());
            tell(
                    life,
                    by,
                    TrailEntry.of(
                            "unit.corrected", Formats.date(from), wrong.words().became(before.words())));
        }
        return problems;
    }

    /**
     * Ends a unit, or lets it go on.
     *
     * @param end the first day on which it is no more; null to take the end back
     */
    @Transactional
    public List<UnitProblem> end(long id, @Nullable LocalDate end, int expected, CurrentUser by) {
        versions.lock(id);
        Life life = units.life(id);
        if (life.version() != expected) {
            return List.of(UnitProblem.MEANWHILE);
        }
        Version last = life.last();
        if (end == null ? last.end() == null : end.equals(last.end())) {
            return List.of();
        }
        if (end != null) {
            if (last.from() != null && !end.isAfter(last.from())) {
                return List.of(UnitProblem.of("end", "register.problem.end.early", Formats.date(last.from())));
            }
            List<UnitProblem> reported = checks.figuresFrom(id, end);
            if (!reported.isEmpty()) {
                return reported;
            }
        }
        List<UnitProblem> held = checks.held(id, "end", last.end());
        if (!held.isEmpty()) {
            return held;
        }
        LocalDate resumed = last.end();
        List<UnitProblem> problems = resumed == null || end != null && !end.isAfter(resumed)
                ? List.of()
                : checks.clashes(id, resumed, end, last.words()).stream()
                        .map(each -> new UnitProblem("end", each.key(), each.args()))
                        .toList();
        if (problems.isEmpty()) {
            versions.span(last.id(), last.from(), end);
            tell(
                    life,
                    by,
                    end == null
                            ? TrailEntry.of("unit.resumed", last.words().told(), "")
                            : TrailEntry.of(
                                    "unit.ended",
                                    Formats.date(end),
                                    last.words().told()));
        }
        return problems;
    }

    /**
     * Removes a unit that was begun by mistake.
     *
     * @throws UserFacingException with 409 if it has figures, people or anything else, a reorganisation is about it, or it has changed
     *     meanwhile
     */
    @Transactional
    public void remove(long id, int expected, CurrentUser by) {
        versions.lock(id);
        Life life = units.life(id);
        if (life.version() != expected) {
            throw new UserFacingException(HttpStatus.CONFLICT, UnitProblem.MEANWHILE.key());
        }
        acts.findByUnit(id).stream().findFirst().ifPresent(act -> {
            throw new UserFacingException(HttpStatus.CONFLICT, "register.problem.removal.act", act.instrument());
        });
        try {
            versions.deleteUnit(id);
        } catch (DataIntegrityViolationException used) {
            throw new UserFacingException(HttpStatus.CONFLICT, "register.problem.used");
        }
        audit.record(
                by,
                TrailEntry.of("unit.removed", life.last().words().told(), "").units(List.of(id)));
    }

    private void tell(Life life, CurrentUser by, TrailEntry entry) {
        versions.count(life.id());
        audit.record(by, entry.units(List.of(life.id())));
    }
}
