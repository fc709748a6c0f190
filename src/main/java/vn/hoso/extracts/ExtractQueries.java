package vn.hoso.extracts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.extracts.ExtractCounts.Withdrawal;
import vn.hoso.extracts.ExtractFile.Reading;
import vn.hoso.extracts.ExtractFile.State;
import vn.hoso.period.StoredMonth;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Rows;
import vn.hoso.shared.UserFacingException;

/** Reads lists of dossiers and what was counted of them: the Office all, units' staff those that they brought. */
@Component
public class ExtractQueries {

    private static final int MOST = 100;
    private static final String FILES = "select * from dossier_extract file ";
    private static final String OWN = " (:office or file.brought_by = :reader) ";

    private final JdbcClient jdbc;

    ExtractQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lists that were brought.
     *
     * @param all how many there are, those that are not among these included
     */
    public record Shown(List<ExtractFile> files, int all) {}

    /** Those that wait to be counted first, then the latest; those left aside are not among them. */
    public Shown latest(CurrentUser reader) {
        int[] all = {0};
        List<ExtractFile> files = jdbc.sql("select file.*, count(*) over () as number from dossier_extract file where"
                        + OWN + "and state <> 'DISCARDED' order by state = 'READ' desc, brought_at desc, id desc limit "
                        + MOST)
                .param("office", reader.is(Role.REVIEWER))
                .param("reader", reader.id())
                .query((row, n) -> {
                    all[0] = row.getInt("number");
                    return file(row);
                })
                .list();
        return new Shown(files, all[0]);
    }

    /**
     * One of them.
     *
     * @throws UserFacingException with 404 if there is none for the reader
     */
    public ExtractFile find(long id, CurrentUser reader) {
        return jdbc.sql(FILES + "where" + OWN + "and id = :id")
                .param("office", reader.is(Role.REVIEWER))
                .param("reader", reader.id())
                .param("id", id)
                .query((row, n) -> file(row))
                .optional()
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "extracts.refused.unknown"));
    }

    private static ExtractFile file(ResultSet row) throws SQLException {
        return new ExtractFile(
                row.getLong("id"),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getLong("brought_by"),
                row.getString("brought_by_name"),
                Rows.instant(row, "brought_at"),
                row.getObject("unit_id", Long.class),
                State.valueOf(row.getString("state")),
                row.getInt("rows_read"),
                JsonMapper.shared().readValue(row.getString("reading"), Reading.class),
                JsonMapper.shared().readValue(row.getString("answers"), ListAnswers.class),
                row.getInt("version"),
                row.getString("applied_by_name"),
                Rows.instantOrNull(row, "applied_at"),
                row.getObject("forgotten_at") != null);
    }

    /**
     * A list that a unit's month was counted from.
     *
     * @param withdrawn who took it out of use for that month, null if nobody did
     */
    public record NamedList(String name, @Nullable Withdrawal withdrawn) {}

    /** The lists by id, as far as they are of a unit's month: known to everybody who may see its figures. */
    public Map<Long, NamedList> named(Collection<Long> ids, long unitId, YearMonth month) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                                select e.id, e.name, c.withdrawn_by_name, c.withdrawn_at, c.withdrawn_reason from dossier_extract e
                                left join extract_count c on c.extract_id = e.id and c.unit_id = :unit and c.month = :month
                                where e.id = any(:ids)
                                """)
                        .param("ids", ids.toArray(Long[]::new))
                        .param("unit", unitId)
                        .param("month", month.atDay(1))
                        .query((row, n) -> Map.entry(
                                row.getLong("id"), new NamedList(row.getString("name"), ExtractCounts.withdrawal(row))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The dossiers that have a day, each once, in groups. */
    List<DossierGroup> groups(long id) {
        return jdbc.sql("select " + DossierGroup.COLUMNS.replace("fee_due > 0", "fee_due > 0 as with_fee")
                        + ", count(*) as number from extract_dossier"
                        + " where extract_id = :id and repeats_row is null and received_on is not null"
                        + " group by " + DossierGroup.COLUMNS)
                .param("id", id)
                .query((row, n) -> DossierGroup.of(row, row.getInt("number")))
                .list();
    }

    /** A dossier that is named on the page: its code, its row, and the earlier row that it repeats or its day. */
    public record Named(
            @Nullable String code,
            int row,
            @Nullable Integer repeats,
            @Nullable LocalDate day) {}

    /** Dossiers that stand in the list again, the first of them. */
    List<Named> repeated(long id, int most) {
        return named(id, "repeats_row is not null", most);
    }

    /** Dossiers received on days outside these spans, the first of them. */
    List<Named> outside(long id, List<StoredMonth> spans, int most) {
        String days = spans.stream()
                .map(span -> " and received_on not between '" + span.firstDay() + "' and '" + span.lastDay() + "'")
                .collect(Collectors.joining());
        return named(id, "received_on is not null and repeats_row is null" + days, most);
    }

    private List<Named> named(long id, String which, int most) {
        return jdbc.sql(
                        "select code, row_number, repeats_row, received_on from extract_dossier where extract_id = :id and "
                                + which + " order by row_number limit " + most)
                .param("id", id)
                .query((row, n) -> new Named(
                        row.getString("code"),
                        row.getInt("row_number"),
                        row.getObject("repeats_row", Integer.class),
                        row.getObject("received_on", LocalDate.class)))
                .list();
    }

    int repeatedCount(long id) {
        return jdbc.sql("select count(*) from extract_dossier where extract_id = :id and repeats_row is not null")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** How many dossiers of an applied list count nowhere: of months that were not counted, and of names that are no unit. */
    public record Uncounted(int otherMonth, int noUnit) {}

    public Uncounted uncounted(long id) {
        return jdbc.sql("""
                        with counted as materialized (
                            select distinct m.first_day, m.last_day from extract_count c join reporting_month m on m.month = c.month
                            where c.extract_id = :id)
                        select count(*) filter (where not inside) as other_month, count(*) filter (where inside) as no_unit
                        from (select exists (select from counted m where d.received_on between m.first_day and m.last_day) as inside
                            from extract_dossier d where d.extract_id = :id and d.repeats_row is null
                                and d.received_on is not null and d.unit_id is null) dossier
                        """)
                .param("id", id)
                .query((row, n) -> new Uncounted(row.getInt("other_month"), row.getInt("no_unit")))
                .single();
    }
}
