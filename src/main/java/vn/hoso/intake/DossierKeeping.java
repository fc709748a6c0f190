package vn.hoso.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
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

    private int months() {
        return decisions().stream().findFirst().map(Decision::months).orElse(USUAL_MONTHS);
    }

    /**
     * Decides for how long.
     *
     * @param months {@link #FEWEST} to {@link #MOST}
     */
    @Transactional
    public void decide(int months, CurrentUser by) {
        if (months == months()) {
            return;
        }
        jdbc.sql("insert into dossier_keeping (months, set_by, set_by_name, set_at) values (?, ?, ?, ?)")
                .param(months)
                .param(by.id())
                .param(by.displayName())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(by, TrailEntry.of("dossiers.keeping", String.valueOf(months), ""));
    }

    /** The first month whose dossiers are kept today. */
    public YearMonth oldest() {
        return YearMonth.now(clock).minusMonths(months());
    }

    /**
     * Deletes the dossiers of earlier months, and names, codes and words of what was explained of them. A list that is not counted
     * yet keeps its rows: it is counted from them, and left aside as a whole when nobody counts it.
     *
     * @return how many dossiers
     */
    @Transactional
    public int forget() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hoso.dossier_keeping'))")
                .query(row -> {});
        YearMonth oldest = oldest();
        List<Long> extracts = jdbc.sql("""
                        delete from extract_dossier d using dossier_extract f where f.id = d.extract_id and f.state <> 'READ'
                            and coalesce(d.month, d.received_on, cast(f.brought_at as date)) < :oldest
                        returning d.extract_id
                        """)
                .param("oldest", oldest.atDay(1))
                .query((row, n) -> row.getLong(1))
                .list();
        int explanations = jdbc.sql("""
                        update paper_explanation set forgotten_at = :now, received_by_key = null, received_by = null,
                            dossier_code = null, words = null, answer = null
                        where month < :oldest and forgotten_at is null
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("oldest", oldest.atDay(1))
                .update();
        if (!extracts.isEmpty()) {
            jdbc.sql("""
                            update dossier_extract f set forgotten_at = :now, answers = '{}' where f.id = any(:these) and f.forgotten_at is null
                                and not exists (select from extract_dossier d where d.extract_id = f.id)
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("these", extracts.stream().distinct().toArray(Long[]::new))
                    .update();
        }
        if (!extracts.isEmpty() || explanations > 0) {
            audit.recordOwn(
                    TrailEntry.of("dossiers.forgotten", oldest.toString(), extracts.size() + ", " + explanations));
        }
        return extracts.size();
    }
}
