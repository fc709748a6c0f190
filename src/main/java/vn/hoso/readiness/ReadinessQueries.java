package vn.hoso.readiness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.rates.Rate;
import vn.hoso.readiness.UnitReadiness.State;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;
import vn.hoso.units.Units;

/** Reads what the one-stop shops have. Each method is one statement; a unit's staff see their own units alone. */
@Component
public class ReadinessQueries {

    /** A unit's latest form at or before the quarter: of an earlier one it only says whether the unit has a shop at all. */
    static final String SAID = """
            left join lateral (
                select * from unit_readiness r where r.unit_id = v.unit_id and r.quarter <= q.quarter
                order by r.quarter desc, r.version desc limit 1) said on true
            """;

    /** The latest quarter between two in which any unit's latest form tells of a shop. */
    private static final String LATEST = """
            select max(r.quarter) as quarter from unit_readiness r
            where r.quarter between :from and :to and r.has_shop and not exists (
                select from unit_readiness later
                where later.unit_id = r.unit_id and later.quarter = r.quarter and later.version > r.version)
            """;

    private final JdbcClient jdbc;

    ReadinessQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A stored form.
     *
     * @param version counted from 1
     * @param by who wrote it
     */
    public record Form(Quarter quarter, int version, Equipment equipment, String by, Instant at) {}

    /** The reader's units of the quarter in the order of documents. */
    public List<UnitReadiness> findUnits(Quarter quarter, CurrentUser reader) {
        return jdbc.sql("""
                        select v.unit_id as id, v.code, v.name, %s, said.*
                        from (select cast(:quarter as date) as quarter) q
                        join lateral unit_at(cast(:last as date)) v on :every or v.unit_id = any(:mine)
                        join unit_kind kind on kind.code = v.kind
                        """.formatted(Units.KIND) + SAID + " order by kind.place, v.code, v.unit_id")
                .params(of(reader))
                .param("quarter", quarter.firstDay())
                .param("last", quarter.last().atDay(1))
                .query((row, n) -> unit(row, quarter))
                .list();
    }

    /** The latest quarter between two of which any unit said what it has, with every unit of it; empty where none did. */
    public Optional<QuarterUnits> findLatestUnits(Quarter from, Quarter to) {
        if (to.compareTo(from) < 0) {
            return Optional.empty();
        }
        List<QuarterUnits> found = new ArrayList<>();
        jdbc.sql("""
                        select q.quarter as asked, v.unit_id as id, v.code, v.name, %s, said.*
                        from (%s) q
                        join lateral unit_at(cast(q.quarter + interval '2 months' as date)) v on true
                        join unit_kind kind on kind.code = v.kind
                        """.formatted(Units.KIND, LATEST) + SAID + " order by kind.place, v.code, v.unit_id")
                .param("from", from.firstDay())
                .param("to", to.firstDay())
                .query(row -> {
                    Quarter quarter = new Quarter(Rows.month(row, "asked"));
                    if (found.isEmpty()) {
                        found.add(new QuarterUnits(quarter, new ArrayList<>()));
                    }
                    found.get(0).units().add(unit(row, quarter));
                });
        return found.stream().findFirst();
    }

    /** A quarter and its units in the order of documents. */
    public record QuarterUnits(Quarter quarter, List<UnitReadiness> units) {}

    private static UnitReadiness unit(ResultSet row, Quarter quarter) throws SQLException {
        boolean known = row.getObject("version") != null;
        State state = known && !row.getBoolean("has_shop")
                ? State.NO_SHOP
                : known && new Quarter(Rows.month(row, "quarter")).equals(quarter) ? State.REPORTED : State.OWED;
        return new UnitReadiness(Units.unit(row), state, state == State.REPORTED ? equipment(row) : null);
    }

    private static Equipment equipment(ResultSet row) throws SQLException {
        return new Equipment(
                row.getBoolean("has_shop"),
                number(row, "officials"),
                number(row, "with_computer"),
                number(row, "with_signature"),
                number(row, "line_mbps"),
                number(row, "scanners"),
                row.getString("lacking"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    /** The reader's units together, quarter by quarter; of those before the first form nothing. */
    public List<QuarterTotals> findTotals(Quarter from, Quarter to, CurrentUser reader) {
        return jdbc.sql("""
                        select q.quarter,
                            count(*) filter (where told) as reported,
                            count(*) filter (where said.unit_id is null or (said.has_shop and not told)) as owed,
                            count(*) filter (where not said.has_shop) as without,
                            count(*) filter (where told and least(with_computer, with_signature) < officials) as lacking,
                            coalesce(sum(officials) filter (where told), 0) as officials,
                            coalesce(sum(with_computer) filter (where told), 0) as with_computer,
                            coalesce(sum(with_signature) filter (where told), 0) as with_signature
                        from (select cast(m as date) as quarter from generate_series(
                                cast(:from as date), cast(:to as date), interval '3 months') m
                            where m >= (select min(quarter) from unit_readiness)) q
                        join lateral unit_at(cast(q.quarter + interval '2 months' as date)) v on :every or v.unit_id = any(:mine)
                        """ + SAID + """
                        cross join lateral (select coalesce(said.has_shop and said.quarter = q.quarter, false) as told) form
                        group by q.quarter order by q.quarter
                        """)
                .params(of(reader))
                .param("from", from.firstDay())
                .param("to", to.firstDay())
                .query((row, n) -> new QuarterTotals(
                        new Quarter(Rows.month(row, "quarter")),
                        row.getInt("reported"),
                        row.getInt("owed"),
                        row.getInt("without"),
                        row.getInt("lacking"),
                        new Rate(row.getLong("with_computer"), row.getLong("officials")),
                        new Rate(row.getLong("with_signature"), row.getLong("officials"))))
                .list();
    }

    /** The latest quarter between two of which any unit said what it has. */
    public Optional<Quarter> findLatest(Quarter from, Quarter to) {
        return jdbc.sql(LATEST)
                .param("from", from.firstDay())
                .param("to", to.firstDay())
                .query((row, n) -> row.getObject("quarter") == null
                        ? Optional.<Quarter>empty()
                        : Optional.of(new Quarter(Rows.month(row, "quarter"))))
                .single();
    }

    /**
     * What is known of a unit's form: every version of the quarter, the latest first, and behind them the latest of the quarter
     * before it that has one.
     */
    public List<Form> findForms(long unitId, Quarter quarter) {
        return jdbc.sql("""
                        select r.* from unit_readiness r
                        where r.unit_id = :unit and (r.quarter = :quarter or (r.quarter, r.version) = (
                            select earlier.quarter, earlier.version from unit_readiness earlier
                            where earlier.unit_id = :unit and earlier.quarter < :quarter
                            order by earlier.quarter desc, earlier.version desc limit 1))
                        order by r.quarter desc, r.version desc
                        """)
                .param("unit", unitId)
                .param("quarter", quarter.firstDay())
                .query((row, n) -> new Form(
                        new Quarter(Rows.month(row, "quarter")),
                        row.getInt("version"),
                        equipment(row),
                        row.getString("written_by_name"),
                        Rows.instant(row, "written_at")))
                .list();
    }

    private static Map<String, Object> of(CurrentUser reader) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("every", reader.seesAllUnits());
        parameters.put("mine", reader.unitIds().toArray(Long[]::new));
        return parameters;
    }
}
