package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.CurrentDatabase;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.organisation.Organisations;
import vn.hoso.period.PeriodSpan;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultsCoverage.MissingMonth;
import vn.hoso.security.CurrentUser;

/** The leaders' page's answers are given again exactly as long as they are right. Has its own database to change. */
@ProgramTest(world = OWN)
class ResultsCacheTest {

    private static final ResultsRequest SEPTEMBER = new ResultsRequest(2024, PeriodSpan.YEAR_TO_DATE, 9);

    @Autowired
    private Results results;

    @Autowired
    private ResultsRevision changes;

    @Autowired
    private Organisations organisations;

    @Autowired
    private CurrentDatabase database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private People people;

    private LeaderResults ask() {
        return results.overview(SEPTEMBER, null, people.reviewer()).orElseThrow();
    }

    private static long received(LeaderResults answer) {
        return answer.results().district().counts().dossiersReceived();
    }

    private void change(String sql) {
        assertThat(jdbc.sql(sql).update()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update monthly_return set note = 'xem lại' where unit_id = 2 and month = '2024-09-01'",
                "update unit_version set name = name where unit_id = 2",
                "update target set label = label",
                "update unit set contact_phone = '0256 3831 042' where id = 2",
                "insert into deadline_setting (valid_from_month, day, set_by_name, set_at)"
                        + " values ('2030-01-01', 7, 'Trần Văn Phòng', now())"
            })
    void computesOnceUntilAnythingBehindItChanges(String sql) {
        LeaderResults answer = ask();
        assertThat(ask()).isSameAs(answer);
        change(sql);
        LeaderResults anew = ask();
        assertThat(anew).isNotSameAs(answer);
        assertThat(ask()).isSameAs(anew);
    }

    private Map<String, Supplier<Object>> answers() {
        CurrentUser reader = people.reviewer();
        ResultsRequest known = SEPTEMBER.at(new FiguresAsOf.KnownBefore(Instant.parse("2100-01-01T00:00:00Z")));
        return Map.of(
                "as known", () -> results.overview(known, null, reader).orElseThrow(),
                "period", () -> results.of(SEPTEMBER, reader).orElseThrow(),
                "period as known", () -> results.of(known, reader).orElseThrow(),
                "gap", () -> results.gap(SEPTEMBER, null, null, reader).orElseThrow(),
                "paper", () -> results.paper(SEPTEMBER, reader).orElseThrow(),
                "comparison",
                        () -> results.comparison(SEPTEMBER, Indicator.OVERALL, reader)
                                .orElseThrow(),
                "months",
                        () -> results.months(SEPTEMBER, Indicator.OVERALL, reader)
                                .orElseThrow());
    }

    @Test
    void computesEveryAnswerOnceUntilAnythingBehindItChanges() {
        answers().forEach((what, asked) -> {
            Object answer = asked.get();
            assertThat(asked.get()).as(what).isSameAs(answer);
            change("update monthly_return set dossiers_received = dossiers_received + 1"
                    + " where unit_id = 2 and month = '2024-09-01'");
            Object anew = asked.get();
            assertThat(anew).as(what).isNotSameAs(answer);
            assertThat(asked.get()).as(what).isSameAs(anew);
        });
    }

    @Test
    void tellsEachReaderWhatIsTheirsOfTheSamePeriod() {
        change("update monthly_return set dossiers_received = null where month = '2024-08-01' and unit_id in (2, "
                + people.staff().unitIds().iterator().next() + ")");
        ResultsRequest whole = ResultsRequest.fixed(PeriodSpan.NINE_MONTHS, YearMonth.of(2024, 9));
        YearResults all = results.of(whole, people.reviewer()).orElseThrow();
        YearResults own = results.of(whole, people.staff()).orElseThrow();
        assertThat(own.district()).isEqualTo(all.district());
        assertThat(own.units())
                .isEqualTo(all.units().stream()
                        .filter(unit -> people.staff().maySee(unit.unitId()))
                        .toList());
        for (int i = 0; i < all.coverage().missing().size(); i++) {
            MissingMonth every = all.coverage().missing().get(i);
            MissingMonth theirs = own.coverage().missing().get(i);
            assertThat(theirs.count()).isEqualTo(every.count());
            assertThat(theirs.unitNames())
                    .isEqualTo(every.unitNames().stream()
                            .filter(own.units().get(0).name()::equals)
                            .toList());
        }
        assertThat(own.coverage().missing())
                .anySatisfy(month -> assertThat(month.unitNames()).hasSize(1));
        assertThat(results.of(whole, people.reviewer()).orElseThrow()).isSameAs(all);
    }

    @Test
    void keepsNoPeriodOfWhatWasTakenBack() {
        YearResults before = results.of(SEPTEMBER, people.reviewer()).orElseThrow();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            change("update monthly_return set dossiers_received = dossiers_received + 5"
                    + " where unit_id = 2 and month = '2024-09-01'");
            assertThat(results.of(SEPTEMBER, people.reviewer()).orElseThrow().district())
                    .isNotEqualTo(before.district());
        });
        change("update monthly_return set note = 'khác' where unit_id = 2 and month = '2024-09-01'");
        assertThat(results.of(SEPTEMBER, people.reviewer()).orElseThrow().district())
                .isEqualTo(before.district());
    }

    private void rename(String name) {
        change("update organisation_version set name = '" + name + "', version = version + 1");
    }

    /** Runs it as somebody else would meanwhile. */
    private static void meanwhile(Runnable what) {
        CompletableFuture.runAsync(what).join();
    }

    @Test
    void whoeverSeesAnEarlierMomentTellsNobodyOfIt() {
        LeaderResults answer = ask();
        TransactionTemplate looking = new TransactionTemplate(transaction.getTransactionManager());
        looking.setReadOnly(true);
        looking.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        looking.executeWithoutResult(status -> {
            results.of(SEPTEMBER, people.reviewer());
            meanwhile(() -> {
                rename("Sông Hà");
                assertThat(ask()).isNotSameAs(answer);
            });
            results.of(ResultsRequest.year(2023), people.reviewer());
        });
        assertThat(organisations.current().name()).isEqualTo("Sông Hà");
        assertThat(ask().results().organisation().name()).isEqualTo("Sông Hà");
    }

    @Test
    void whatIsReadInATransactionStaysThere() {
        String name = organisations.current().name();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            rename("Sông Trà");
            changes.count();
            assertThat(organisations.current().name()).isEqualTo("Sông Trà");
            meanwhile(() -> assertThat(organisations.current().name()).isEqualTo(name));
        });
        assertThat(organisations.current().name()).isEqualTo(name);
    }

    private long storedNow() {
        return jdbc.sql("select sum(dossiers_received) from monthly_return"
                        + " where month between '2024-01-01' and '2024-09-01' and complete")
                .query(Long.class)
                .single();
    }

    /** What one of the answers says while others save: no older than the look, and of one moment. */
    private YearResults look(int which) {
        CurrentUser reader = people.reviewer();
        return switch (which % 5) {
            case 0 -> ask().results();
            case 1 -> results.gap(SEPTEMBER, null, null, reader).orElseThrow().results();
            case 2 ->
                results.months(SEPTEMBER, Indicator.OVERALL, reader)
                        .orElseThrow()
                        .results();
            case 3 ->
                results.comparison(SEPTEMBER, Indicator.OVERALL, reader)
                        .orElseThrow()
                        .results();
            default -> results.of(SEPTEMBER, reader).orElseThrow();
        };
    }

    @Test
    void everyLookIsOfOneMomentAndNoOlderThanItBegan() {
        AtomicBoolean saved = new AtomicBoolean();
        List<CompletableFuture<Void>> looking = IntStream.range(0, 4)
                .mapToObj(first -> CompletableFuture.runAsync(() -> {
                    for (int which = first; !saved.get(); which++) {
                        long before = storedNow();
                        YearResults found = look(which);
                        long shown = found.district().counts().dossiersReceived();
                        assertThat(shown).isBetween(before, storedNow());
                        assertThat(found.units().stream()
                                        .filter(unit -> unit.counts() != null)
                                        .mapToLong(unit -> unit.counts().dossiersReceived())
                                        .sum())
                                .isEqualTo(shown);
                    }
                }))
                .toList();
        for (int i = 0; i < 60; i++) {
            boolean takenBack = i % 3 == 0;
            transaction.executeWithoutResult(status -> {
                change("update monthly_return set dossiers_received = dossiers_received + " + (takenBack ? 90_000 : 1)
                        + " where unit_id = 2 and month = '2024-09-01'");
                look(4);
                if (takenBack) {
                    status.setRollbackOnly();
                }
            });
        }
        saved.set(true);
        looking.forEach(CompletableFuture::join);
        for (int which = 0; which < 5; which++) {
            assertThat(look(which).district().counts().dossiersReceived()).isEqualTo(storedNow());
        }
    }

    @Test
    void leavesRoomForEverythingElseInTheMemoryOfTheService() {
        long memory = 512L << 20;
        long taken = Stream.of(ResultsCacheConfiguration.PERIODS_KEPT, ResultsCacheConfiguration.ANSWERS_KEPT)
                .mapToLong(bound -> bound.within(memory) * bound.bytes())
                .sum();
        assertThat(taken).isBetween(memory / 4, memory / 3);
        // 88 kB of 23 units, 35 kB of one: what stands around the units needs room as well.
        assertThat(ask().weight()).isEqualTo(ask().results().units().size() + 10);
    }

    @Test
    void forgetsTheDatabaseThatAnotherTookThePlaceOf() {
        long before = received(ask());
        long counted = changes.count();
        FlywayConnectionDetails owner = database.owner();
        JdbcClient.create(new DriverManagerDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()))
                .sql("""
                        alter table monthly_return disable trigger monthly_return_counts_change;
                        update monthly_return set dossiers_received = dossiers_received + 9
                            where unit_id = 2 and month = '2024-09-01';
                        alter table monthly_return enable trigger monthly_return_counts_change;
                        create table restored (like results_revision including all);
                        insert into restored (changes) select sum(changes) from results_revision;
                        alter table results_revision rename to lost;
                        alter table restored rename to results_revision;
                        grant all on results_revision to public;
                        """)
                .update();
        assertThat(changes.count()).isEqualTo(counted);
        assertThat(received(ask())).isEqualTo(before + 9);
    }

    @Test
    void showsAChangeThatSomebodyMadeBesideTheProgram() {
        long before = received(ask());
        change("update monthly_return set dossiers_received = dossiers_received + 7"
                + " where unit_id = 2 and month = '2024-09-01'");
        assertThat(received(ask())).isEqualTo(before + 7);
    }

    @Test
    void keepsNothingOfWhatWasTakenBack() {
        long before = received(ask());
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            change("update monthly_return set dossiers_received = dossiers_received + 5"
                    + " where unit_id = 2 and month = '2024-09-01'");
            assertThat(received(ask())).isEqualTo(before + 5);
        });
        change("update monthly_return set note = 'khác' where unit_id = 2 and month = '2024-09-01'");
        assertThat(received(ask())).isEqualTo(before);
    }

    @Test
    void keepsApartWhatDiffersByReaderOrAssumption() {
        LeaderResults shared = ask();
        assertThat(results.overview(SEPTEMBER, 5_000L, people.reviewer()).orElseThrow())
                .isNotSameAs(shared);
        assertThat(results.overview(SEPTEMBER, null, people.staff())
                        .orElseThrow()
                        .results()
                        .units())
                .hasSize(1);
        ResultsRequest past = SEPTEMBER.at(new FiguresAsOf.KnownBefore(Instant.parse("2024-10-01T00:00:00Z")));
        assertThat(results.overview(past, null, people.reviewer())).isNotEqualTo(Optional.of(shared));
        assertThat(ask()).isSameAs(shared);
    }

    /** A month's save changes a row of every unit: whoever reads sees all of them or none. */
    @Test
    void countsATransactionOnceAndNothingOfAPartThatWasTakenBack() {
        long before = changes.count();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("savepoint part").update();
            change("update target set label = label where id = 1");
            jdbc.sql("rollback to savepoint part").update();
            change("update target set label = label where id = 1");
            change("update monthly_return set note = note where unit_id = 2 and month = '2024-09-01'");
        });
        assertThat(changes.count()).isEqualTo(before + 1);
        transaction.executeWithoutResult(status -> {
            change("update target set label = label where id = 1");
            jdbc.sql("savepoint part").update();
            change("update target set label = label where id = 1");
            jdbc.sql("rollback to savepoint part").update();
        });
        assertThat(changes.count()).isEqualTo(before + 2);
    }

    @Test
    void countsOnWhileLinesBecomeOne() {
        long before = changes.count();
        for (int i = 0; i < 1_100; i++) {
            change("update target set label = label where id = 1");
        }
        assertThat(changes.count()).isEqualTo(before + 1_100);
        assertThat(jdbc.sql("select count(*) from results_revision")
                        .query(Long.class)
                        .single())
                .isLessThan(600);
    }
}
