package vn.hoso.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;

/**
 * For how long single dossiers of extracts are kept, and with them what names an official: so many whole months after the end
 * of the month they belong to. What was counted of a unit's month stays.
 */
@Component
public class DossierKeeping {

    /** Until an administrator decides. */
    public static final int USUAL_MONTHS = 24;

    public static final int FEWEST = 3;

    public static final int MOST = 120;

    /** When a night's deletion begins. */
    private static final LocalTime NIGHT = LocalTime.of(1, 35);

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    DossierKeeping(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A decision. */
    public record Decision(int months, String by, Instant at) {}

    /** The decisions, the latest first, which holds. */
    public List<Decision> decisions() {
        return jdbc.sql("select months, set_by_name, set_at from dossier_keeping order by id desc limit 50")
                .query((row, n) ->
                        new Decision(row.getInt("months"), row.getString("set_by_name"), Rows.instant(row, "set_at")))
                .list();
    }

    /** For how long they are kept by the decision that holds. */
    public int months() {
        return months(decisions());
    }

    private static int months(List<Decision> latestFirst) {
        return latestFirst.stream().findFirst().map(Decision::months).orElse(USUAL_MONTHS);
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hoso.dossier_keeping'))")
                .query(row -> {});
    }

    /**
     * Decides for how long. What falls due by it is deleted in the night after that day at the earliest.
     *
     * @param months {@link #FEWEST} to {@link #MOST}
     * @param confirmed whether the person knows that fewer months delete more
     * @return whether it holds: fewer months do only where that was confirmed
     */
    @Transactional
    public boolean decide(int months, boolean confirmed, CurrentUser by) {
        lock();
        List<Decision> decided = decisions();
        int now = months(decided);
        if (months < now && !confirmed) {
            return false;
        }
        if (months == now && !decided.isEmpty()) {
            return true;
        }
        jdbc.sql("insert into dossier_keeping (months, set_by, set_by_name, set_at) values (?, ?, ?, ?)")
                .param(months)
                .param(by.id())
                .param(by.displayName())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(by, TrailEntry.of("dossiers.keeping", String.valueOf(months), ""));
        return true;
    }

    /** The first month whose dossiers are kept today. */
    public YearMonth oldest() {
        return YearMonth.now(clock).minusMonths(months());
    }

    /** The first month whose dossiers the night after today leaves, by a number of months: that night may be the next month's. */
    public YearMonth oldestAfterTheNight(int months) {
        return YearMonth.from(LocalDate.now(clock.withZone(ZONE)).plusDays(1)).minusMonths(months);
    }

    /**
     * The first month that nothing is deleted of: by the decision that held when the day of the last night began, so that a wrong
     * one can be taken back until then, or by a longer one since.
     */
    private YearMonth oldestOfTheNight() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZONE);
        LocalDate night = now.toLocalTime().isBefore(NIGHT) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        Instant dayBegan = night.atStartOfDay(ZONE).toInstant();
        int then = jdbc.sql("select months from dossier_keeping where set_at < :began order by id desc limit 1")
                .param("began", dayBegan.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .orElse(USUAL_MONTHS);
        return YearMonth.from(night).minusMonths(Math.max(then, months()));
    }

    /**
     * Deletes the dossiers of months that were over last night, and names, codes and words of what was explained of them. A list that is not counted
     * yet keeps its rows: it is counted from them, and left aside as a whole when nobody counts it.
     *
     * @return how many dossiers
     */
    @Transactional
    public int forget() {
        lock();
        YearMonth oldest = oldestOfTheNight();
        Map<Long, Integer> gone = new TreeMap<>();
        jdbc.sql("""
                        with gone as (
                            delete from extract_dossier d using dossier_extract f where f.id = d.extract_id and f.state <> 'READ'
                                and coalesce(d.month, d.received_on, cast(f.brought_at as date)) < :oldest
                            returning d.extract_id)
                        select extract_id, count(*) as dossiers from gone group by extract_id
                        """).param("oldest", oldest.atDay(1)).query(row -> {
            gone.put(row.getLong("extract_id"), row.getInt("dossiers"));
        });
        int dossiers = gone.values().stream().mapToInt(Integer::intValue).sum();
        int explanations = jdbc.sql("""
                        update paper_explanation set forgotten_at = :now, received_by_key = null, received_by = null,
                            dossier_code = null, words = null, answer = null
                        where month < :oldest and forgotten_at is null
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("oldest", oldest.atDay(1))
                .update();
        if (!gone.isEmpty()) {
            jdbc.sql("""
                            update dossier_extract f set forgotten_at = :now, answers = '{}' where f.id = any(:these) and f.forgotten_at is null
                                and not exists (select from extract_dossier d where d.extract_id = f.id)
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("these", gone.keySet().toArray(Long[]::new))
                    .update();
        }
        if (!gone.isEmpty() || explanations > 0) {
            audit.recordOwn(TrailEntry.of("dossiers.forgotten", oldest.toString(), dossiers + ", " + explanations));
        }
        return dossiers;
    }
}
