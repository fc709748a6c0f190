package vn.hoso.figures;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.period.MonthDays;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingCalendars;
import vn.hoso.period.StoredMonth;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Installations;
import vn.hoso.shared.KnownRows;
import vn.hoso.shared.Rows;

/**
 * Knows and decides which days a reporting month spans, and from which month on units must report here. A stored month keeps its
 * days, so another calendar begins after the latest of them.
 */
@Component
public class ReturnCalendarSettings implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Installations installations;
    private final AuditTrail audit;
    private final EntryWindows windows;
    private final Clock clock;

    /** Before any month that figures may exist for: a calendar from then on holds for every month. */
    public static final YearMonth EVERY_MONTH = YearMonth.of(2000, 1);

    /** Asked for by every page of results and changed once in years. */
    private final KnownRows<ReportingCalendars> known = new KnownRows<>(this::stored);

    ReturnCalendarSettings(
            JdbcClient jdbc,
            EntityManager entities,
            Installations installations,
            AuditTrail audit,
            EntryWindows windows,
            Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.installations = installations;
        this.audit = audit;
        this.windows = windows;
        this.clock = clock;
    }

    /** A few rows, which the first page need not wait for. */
    @Override
    public void afterSingletonsInstantiated() {
        current();
    }

    /** What holds, as this copy of the program knows it. */
    public ReportingCalendars current() {
        return known.get();
    }

    /**
     * Reads again what was read before the latest decision.
     *
     * @param decisions how many there are by now
     */
    public void upTo(int decisions) {
        known.keepIf(last -> last.settings().size() == decisions);
    }

    /** What holds, whoever decided it. */
    public ReportingCalendars stored() {
        return new ReportingCalendars(jdbc.sql("select valid_from_month, calendar from calendar_setting order by id")
                .query((row, n) -> new ReportingCalendars.Setting(
                        Rows.month(row, "valid_from_month"), ReportingCalendar.valueOf(row.getString("calendar"))))
                .list());
    }

    /**
     * A decision on the calendar.
     *
     * @param from the first month it holds for
     * @param setAt null of the one that the program brings with it: nobody decided it at any time
     */
    public record Decision(
            YearMonth from,
            ReportingCalendar calendar,
            String setBy,
            @Nullable Instant setAt) {}

    /** Every decision, the latest first. */
    public List<Decision> decisions() {
        return jdbc.sql(
                        "select valid_from_month, calendar, set_by, set_by_name, set_at from calendar_setting order by valid_from_month desc, id desc")
                .query((row, n) -> new Decision(
                        Rows.month(row, "valid_from_month"),
                        ReportingCalendar.valueOf(row.getString("calendar")),
                        row.getString("set_by_name"),
                        row.getObject("set_by") == null ? null : Rows.instant(row, "set_at")))
                .list();
    }

    /** The latest month that has its days, and keeps them; none in a new installation. */
    public Optional<YearMonth> latestStored() {
        return jdbc.sql("select max(month) from reporting_month")
                .query(LocalDate.class)
                .optional()
                .map(YearMonth::from);
    }

    /** The days of one month as they are now. */
    public StoredMonth days(YearMonth month) {
        return jdbc.sql("select first_day, last_day from reporting_month where month = ?")
                .param(month.atDay(1))
                .query((row, n) -> new StoredMonth(
                        month, row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)))
                .optional()
                .orElseGet(() -> current().days(month));
    }

    /** The days of each month as they are now. */
    public MonthDays days() {
        Map<YearMonth, StoredMonth> stored = jdbc
                .sql("select month, first_day, last_day from reporting_month")
                .query((row, n) -> new StoredMonth(
                        Rows.month(row, "month"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(StoredMonth::month, each -> each));
        ReportingCalendars calendar = current();
        return month -> Objects.requireNonNullElseGet(stored.get(month), () -> calendar.days(month));
    }

    /** What became of a decision. */
    public enum Outcome {
        DECIDED,
        /** It holds already. */
        UNCHANGED,
        /** A month from then on has its days already, or the month is too far away. */
        NOT_THIS_MONTH,
        /** Somebody else decided meanwhile. */
        DECIDED_MEANWHILE
    }

    /**
     * Decides the calendar for a month and those after it.
     *
     * @param from after every month that is stored, at most twelve months ahead; {@link #EVERY_MONTH} where none is stored
     * @param seen how many decisions the person saw
     */
    @Transactional
    public Outcome decide(YearMonth from, ReportingCalendar calendar, int seen, CurrentUser by) {
        takeTurns();
        if (from.isAfter(windows.today().current().plusMonths(12))
                || latestStored().filter(month -> !from.isAfter(month)).isPresent()) {
            return Outcome.NOT_THIS_MONTH;
        }
        ReportingCalendars stored = stored();
        if (stored.settings().stream()
                .filter(each -> !each.from().isAfter(from))
                .reduce((earlier, later) -> later)
                .filter(each -> each.calendar() == calendar)
                .isPresent()) {
            return Outcome.UNCHANGED;
        }
        if (stored.settings().size() != seen) {
            return Outcome.DECIDED_MEANWHILE;
        }
        entities.persist(new ReturnCalendarSetting(from, calendar, by.id(), by.displayName(), clock.instant()));
        entities.flush();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known.forget();
            }
        });
        StoredMonth first =
                stored().days(from.equals(EVERY_MONTH) ? windows.today().current() : from);
        audit.record(
                by,
                TrailEntry.of(
                        "calendar.set",
                        Formats.month(from),
                        Formats.date(first.firstDay()) + " – " + Formats.date(first.lastDay())));
        return Outcome.DECIDED;
    }

    /**
     * Says from which month on units must report here.
     *
     * @param month a month that figures may exist for, or one of the next twelve
     * @param seen the version of the installation that the person saw
     */
    @Transactional
    public Outcome useSince(YearMonth month, int seen, CurrentUser by) {
        if (month.isBefore(windows.today().earliest())
                || month.isAfter(windows.today().current().plusMonths(12))) {
            return Outcome.NOT_THIS_MONTH;
        }
        @Nullable YearMonth before = installations.stored().inUseSince();
        if (month.equals(before)) {
            return Outcome.UNCHANGED;
        }
        if (!installations.useSince(month, seen)) {
            return Outcome.DECIDED_MEANWHILE;
        }
        audit.record(
                by, TrailEntry.of("calendar.used", Formats.month(month), before == null ? "" : Formats.month(before)));
        return Outcome.DECIDED;
    }

    /** Nobody begins a month, or decides, meanwhile. */
    private void takeTurns() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hoso.reporting_month'))")
                .query(row -> {});
    }
}
