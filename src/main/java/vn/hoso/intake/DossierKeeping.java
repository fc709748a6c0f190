package vn.hoso.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;

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

    private final KeepingDecisions decisions;
    private final AuditTrail audit;
    private final Clock clock;

    DossierKeeping(KeepingDecisions decisions, AuditTrail audit, Clock clock) {
        this.decisions = decisions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A decision. */
    public record Decision(int months, String by, Instant at) {}

    /** The decisions, the latest first, which holds. */
    public List<Decision> decisions() {
        return decisions.findLatest();
    }

    /** For how long they are kept by the decision that holds. */
    public int months() {
        return months(decisions());
    }

    private static int months(List<Decision> latestFirst) {
        return latestFirst.stream().findFirst().map(Decision::months).orElse(USUAL_MONTHS);
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
        decisions.lockAll();
        List<Decision> decided = decisions();
        int now = months(decided);
        if (months < now && !confirmed) {
            return false;
        }
        if (months == now && !decided.isEmpty()) {
            return true;
        }
        decisions.save(new KeepingDecision(months, by, clock.instant()));
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
        int then = decisions.findMonthsBefore(dayBegan).orElse(USUAL_MONTHS);
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
        decisions.lockAll();
        YearMonth oldest = oldestOfTheNight();
        int dossiers = decisions.deleteDossiers(oldest.atDay(1));
        int explanations = decisions.forgetExplanations(oldest.atDay(1), clock.instant());
        if (dossiers > 0) {
            decisions.forgetLists(clock.instant());
        }
        if (dossiers > 0 || explanations > 0) {
            audit.recordOwn(TrailEntry.of("dossiers.forgotten", oldest.toString(), dossiers + ", " + explanations));
        }
        return dossiers;
    }
}
