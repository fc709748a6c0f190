package vn.hoso.units;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final UnitMonths months;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    UnitService(UnitQueries units, UnitMonths months, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.units = units;
        this.months = months;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a unit on a day; problems where its code or name is another's from then on. */
    @Transactional
    public List<UnitProblem> begin(LocalDate from, UnitWords words, CurrentUser by) {
        lockAll();
        List<UnitProblem> problems = clashes(0, from, null, words);
        if (problems.isEmpty()) {
            long id = jdbc.sql("insert into unit (version) values (0) returning id")
                    .query(Long.class)
                    .single();
            insert(id, from, null, words, by);
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
        lockAll();
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
        List<UnitProblem> problems = clashes(life.id(), from, before.end(), words);
        if (problems.isEmpty()) {
            span(before.id(), before.from(), from);
            insert(life.id(), from, before.end(), words, by);
            tell(
                    life,
                    by,
                    TrailEntry.of(
                            "unit.changed", Formats.date(from), before.words().told() + " → " + words.told()));
        }
        return problems;
    }

    private List<UnitProblem> correct(Life life, Version wrong, LocalDate from, UnitWords words, CurrentUser by) {
        if (wrong.words().equals(words) && from.equals(wrong.from())) {
            return List.of();
        }
        int at = life.versions().indexOf(wrong);
        Version before = at == 0 ? null : life.versions().get(at - 1);
        List<UnitProblem> problems = new ArrayList<>();
        if (wrong.end() != null && !from.isBefore(wrong.end())
                || before != null && before.from() != null && !from.isAfter(before.from())) {
            problems.add(UnitProblem.of("from", "register.problem.from.between"));
        } else if (before == null) {
            months.findByUnit(life.id()).stream()
                    .filter(month -> month.atDay(1).isBefore(from))
                    .findFirst()
                    .ifPresent(month -> problems.add(
                            UnitProblem.of("from", "register.problem.from.figures", Formats.month(month))));
        }
        if (problems.isEmpty()) {
            problems.addAll(clashes(life.id(), from, wrong.end(), words));
        }
        if (problems.isEmpty() && before != null && from.isAfter(wrong.from())) {
            problems.addAll(clashes(life.id(), wrong.from(), from, before.words()));
        }
        if (problems.isEmpty()) {
            // The days between two versions are one's or the other's: the one that loses them comes first.
            if (before != null && wrong.from() != null && from.isBefore(wrong.from())) {
                span(before.id(), before.from(), from);
            }
            written(words, by, """
                            update unit_version set code = :code, name = :name, kind = :kind, unit_group = :group,
                                valid = daterange(cast(:from as date), upper(valid)), changed_by_name = :by, changed_at = :now
                            where id = :id
                            """).param("id", wrong.id()).param("from", from).update();
            if (before != null && wrong.from() != null && from.isAfter(wrong.from())) {
                span(before.id(), before.from(), from);
            }
            tell(
                    life,
                    by,
                    TrailEntry.of(
                            "unit.corrected", Formats.date(from), wrong.words().told() + " → " + words.told()));
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
        lockAll();
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
            Optional<YearMonth> reported = months.findByUnit(id).stream()
                    .filter(month -> !month.atDay(1).isBefore(end))
                    .reduce((earlier, later) -> later);
            if (reported.isPresent()) {
                return List.of(UnitProblem.of("end", "register.problem.end.figures", Formats.month(reported.get())));
            }
        }
        LocalDate resumed = last.end();
        List<UnitProblem> problems = resumed == null || end != null && !end.isAfter(resumed)
                ? List.of()
                : clashes(id, resumed, end, last.words()).stream()
                        .map(each -> new UnitProblem("end", each.key(), each.args()))
                        .toList();
        if (problems.isEmpty()) {
            span(last.id(), last.from(), end);
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
     * @throws UserFacingException with 409 if it has figures, people or anything else, or has changed meanwhile
     */
    @Transactional
    public void remove(long id, int expected, CurrentUser by) {
        lockAll();
        Life life = units.life(id);
        if (life.version() != expected) {
            throw new UserFacingException(HttpStatus.CONFLICT, UnitProblem.MEANWHILE.key());
        }
        try {
            jdbc.sql("delete from unit_version where unit_id = ?").param(id).update();
            jdbc.sql("delete from unit where id = ?").param(id).update();
        } catch (DataIntegrityViolationException used) {
            throw new UserFacingException(HttpStatus.CONFLICT, "register.problem.used");
        }
        audit.record(
                by,
                TrailEntry.of("unit.removed", life.last().words().told(), "").units(List.of(id)));
    }

    /** Two people who change the register at once come one after the other, whichever units they mean. */
    void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hoso.units')) is null")
                .query(Boolean.class)
                .single();
    }

    /** What other units are called so during these days. */
    private List<UnitProblem> clashes(long id, LocalDate from, @Nullable LocalDate end, UnitWords words) {
        return units.findCalled(id, from, end, List.of(words)).stream()
                .map(other -> clash(words, other))
                .toList();
    }

    static UnitProblem clash(UnitWords words, Version other) {
        String days = other.from() == null ? "…" : Formats.date(other.from());
        return words.code().equals(other.words().code())
                ? UnitProblem.of(
                        "code", "register.problem.code.taken", other.words().name(), days)
                : UnitProblem.of(
                        "name", "register.problem.name.taken", other.words().code(), days);
    }

    private void insert(long id, LocalDate from, @Nullable LocalDate end, UnitWords words, CurrentUser by) {
        written(words, by, """
                        insert into unit_version (unit_id, kind, code, name, unit_group, valid, changed_by_name, changed_at)
                        values (:id, :kind, :code, :name, :group, daterange(cast(:from as date), cast(:end as date)), :by, :now)
                        """)
                .param("id", id)
                .param("from", from)
                .param("end", end)
                .update();
    }

    private JdbcClient.StatementSpec written(UnitWords words, CurrentUser by, String sql) {
        return jdbc.sql(sql)
                .param("code", words.code())
                .param("name", words.name())
                .param("kind", words.kind().code())
                .param("group", words.group())
                .param("by", by.displayName())
                .param("now", OffsetDateTime.now(clock));
    }

    private void span(long version, @Nullable LocalDate from, @Nullable LocalDate end) {
        jdbc.sql("update unit_version set valid = daterange(cast(:from as date), cast(:end as date)) where id = :id")
                .param("id", version)
                .param("from", from)
                .param("end", end)
                .update();
    }

    private void tell(Life life, CurrentUser by, TrailEntry entry) {
        jdbc.sql("update unit set version = version + 1 where id = ?")
                .param(life.id())
                .update();
        audit.record(by, entry.units(List.of(life.id())));
    }
}
