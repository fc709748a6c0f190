package vn.hoso.results;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.CacheManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.hoso.fields.ReturnFields;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.indicators.Indicators;
import vn.hoso.organisation.Organisations;
import vn.hoso.security.CurrentUser;

/** Counts the changes of what results are made of. The database counts them, whoever makes them. */
@Component
class ResultsRevision {

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final ReturnCalendarSettings calendars;
    private final Clock clock;
    private final ReturnFields fields;
    private final Indicators indicators;
    private final CacheManager caches;
    private final AtomicReference<Moment> latest = new AtomicReference<>(new Moment("", 0));

    ResultsRevision(
            JdbcClient jdbc,
            Organisations organisations,
            ReturnCalendarSettings calendars,
            ReturnFields fields,
            Indicators indicators,
            CacheManager caches,
            Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.calendars = calendars;
        this.fields = fields;
        this.indicators = indicators;
        this.caches = caches;
    }

    /**
     * Whether an answer may be kept and given to the next who asks. Inside a transaction nothing is, as it may have seen what
     * will be taken back; nor is what a correction that nobody confirmed would do.
     */
    public boolean keeps(ResultsRequest asked, CurrentUser reader) {
        return !(asked.asOf() instanceof FiguresAsOf.Corrected)
                && reader.seesAllUnits()
                && !TransactionSynchronizationManager.isActualTransactionActive();
    }

    /**
     * Whether what is gathered of a period may be kept: in a transaction that changes nothing and sees one moment, of which the
     * revision tells. What a correction that nobody confirmed would do is asked for once.
     */
    boolean mayKeep(ResultsRequest asked) {
        return !(asked.asOf() instanceof FiguresAsOf.Corrected) && mayKeep();
    }

    /** The same of what rests on figures that are in force. */
    boolean mayKeep() {
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                && Objects.equals(
                        TransactionSynchronizationManager.getCurrentTransactionIsolationLevel(),
                        TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** As {@link #count()}, where something may be kept: as it is of one moment, it is asked for once in a transaction. */
    long ofThisMoment() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Long known) {
            return known;
        }
        long counted = count();
        TransactionSynchronizationManager.bindResource(this, counted);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(ResultsRevision.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(ResultsRevision.this, counted);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(ResultsRevision.this);
            }
        });
        return counted;
    }

    /** On which it depends what has been reorganised until today. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * A state of the figures.
     *
     * @param database tells a database from another that stands in its place, and may have counted as far with other figures
     */
    private record Moment(String database, long changes) {

        private Moment orLater(Moment other) {
            return database.equals(other.database) && changes > other.changes ? this : other;
        }
    }

    private record Counted(
            String database,
            long changes,
            long organisation,
            int calendars,
            @Nullable String fields,
            @Nullable String indicators) {}

    /**
     * How many there were; as long as it stays the same, so does everything made of them. The same statement tells whether what
     * this copy of the program knows of the organisation, its calendar, the return's fields and indicators still holds.
     * Whatever was kept of another revision is forgotten: an earlier one is never asked for again, and a restored database
     * counts the same numbers once more. Who still sees an earlier moment tells nothing to those that see a later one.
     */
    public long count() {
        Counted counted = jdbc.sql("""
                        select coalesce(sum(changes), 0) as changes,
                            concat_ws(' ', (select oid from pg_database where datname = current_database()),
                                cast('results_revision' as regclass)::oid, pg_postmaster_start_time()) as database,
                            (select coalesce(sum(version + 1), 0) from organisation_version) as organisation,
                            (select count(*) from calendar_setting) as calendars,
                            %s as fields, %s as indicators
                        from results_revision
                        """.formatted(ReturnFields.STATE, Indicators.STATE))
                .query(Counted.class)
                .single();
        Moment now = new Moment(counted.database(), counted.changes());
        Moment before = latest.getAndUpdate(known -> known.orLater(now));
        if (!before.orLater(now).equals(now)) {
            return counted.changes();
        }
        organisations.upTo(counted.organisation());
        calendars.upTo(counted.calendars());
        fields.upTo(counted.fields());
        indicators.upTo(counted.indicators());
        if (!before.equals(now)) {
            caches.getCacheNames().forEach(name -> Objects.requireNonNull(caches.getCache(name))
                    .clear());
        }
        return counted.changes();
    }
}
