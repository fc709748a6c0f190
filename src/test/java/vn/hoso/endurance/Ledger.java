package vn.hoso.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What is stored beside what was acknowledged: how much is lost, and how much is there by half. */
final class Ledger {

    /** Each gives the number of things that are there by half. */
    private static final List<String> HALVES = List.of(
            // A return without the revision that it came from, or behind it.
            "select count(*) from monthly_return r where r.version <> coalesce("
                    + "(select max(v.version) from return_revision v where v.return_id = r.id), 0)",
            // A file with some of its rows, or with rows and no mark, or a mark and no rows.
            "select count(*) from import_file f where f.name = 'dài.csv' and (f.applied_at is null) <> not exists"
                    + " (select from return_revision v where v.import_file_id = f.id)"
                    + " and coalesce(f.units_changed, 0) > 0",
            "select count(*) from (select import_file_id from return_revision where import_file_id is not null"
                    + " group by import_file_id having count(*) <> " + Work.UNITS + ") partly",
            "select count(*) from import_file f where f.applied_at is not null"
                    + " and not exists (select from audit_event e where e.action = 'imports.applied' and e.subject = f.id::text)",
            "select count(*) from audit_event e where e.action = 'imports.applied'"
                    + " and not exists (select from import_file f where f.applied_at is not null and e.subject = f.id::text)",
            // A report without its files, or without its line.
            "select count(*) from issued_report i where (select count(*) from issued_report_file f where f.report_id = i.id) <> 3",
            "select abs((select count(*) from issued_report where issued_by is not null)"
                    + " - (select count(*) from audit_event where action = 'report.issued'))",
            // A month whose state is not what its last line says.
            "select count(*) from reporting_month m where month = '" + Work.LOCKED_MONTH
                    + "-01' and (state = 'LOCKED') <> coalesce("
                    + "(select action = 'figures.locked' from audit_event e where e.month = m.month and action in"
                    + " ('figures.locked', 'figures.reopened') order by sequence desc limit 1), false)",
            // The trail: a gap, or a line that does not follow the one before.
            "select count(*) from audit_event e join audit_event before on before.sequence = e.sequence - 1"
                    + " where e.previous_hash <> before.hash",
            "select max(sequence) - count(*) from audit_event");

    private Ledger() {}

    /** How many acknowledged acts are not there; each is named. */
    static List<String> lost(Connection database, Work work) throws SQLException {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
        List<String> lost = new ArrayList<>();
        for (int unit : Work.SAVED_UNITS) {
            Work.Tally saves = work.tallies.get("save " + unit);
            int stored = jdbc.sql("select coalesce(max(dossiers_received), 0) from monthly_return where unit_id = ?"
                            + " and month = cast(? as date)")
                    .params(unit, Work.SAVED_MONTH + "-01")
                    .query(Integer.class)
                    .single();
            if (saves != null && (stored < saves.last || stored > Math.max(saves.last, saves.lastSent))) {
                lost.add("unit " + unit + " holds " + stored + ", acknowledged " + saves.last + ", sent "
                        + saves.lastSent);
            }
            int lines = count(
                    jdbc,
                    "select count(*) from audit_event where action = 'figures.saved' and month = '" + Work.SAVED_MONTH
                            + "-01' and unit_ids = '{" + unit + "}'");
            int version = count(
                    jdbc,
                    "select coalesce(max(version), 0) from monthly_return where unit_id = " + unit + " and month = '"
                            + Work.SAVED_MONTH + "-01'");
            if (lines != version) {
                lost.add("unit " + unit + ": " + version + " versions and " + lines + " lines");
            }
        }
        between(
                lost,
                work.tallies.get("lock"),
                count(
                        jdbc,
                        "select count(*) from audit_event where action in ('figures.locked', 'figures.reopened') and month = '"
                                + Work.LOCKED_MONTH + "-01'"),
                "locks");
        between(lost, work.tallies.get("issue"), count(jdbc, "select count(*) from issued_report"), "reports");
        synchronized (work.applied) {
            for (String file : work.applied) {
                if (count(jdbc, "select count(*) from import_file where applied_at is not null and id = " + file)
                        != 1) {
                    lost.add("import " + file);
                }
            }
        }
        return lost;
    }

    private static void between(List<String> lost, Work.Tally tally, int stored, String what) {
        if (tally != null && (stored < tally.acknowledged.get() || stored > tally.sent.get())) {
            lost.add(what + ": " + stored + " stored, acknowledged " + tally.acknowledged + ", sent " + tally.sent);
        }
    }

    static void assertNothingByHalf(Connection database) throws SQLException {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
        for (String half : HALVES) {
            assertThat(count(jdbc, half)).as(half).isZero();
        }
    }

    private static int count(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }
}
