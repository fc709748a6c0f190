package vn.hoso.notes;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads what units and the Office say of units' months. Each method is one statement; who may read is for who asks. */
@Component
public class UnitNoteQueries {

    private static final String VERSIONS = """
            select n.*, coalesce(v.name, '') as unit
            from unit_note n
            left join lateral unit_at(n.month) v on v.unit_id = n.unit_id
            """;

    private static final String IN_FORCE = """
             and not n.withdrawn
                and not exists (select from unit_note later where later.id = n.id and later.version > n.version)
            """;

    private final JdbcClient jdbc;

    UnitNoteQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every version of every note on the unit's month, withdrawn ones too: notes in their order, each latest first. */
    public List<UnitNote> findVersions(YearMonth month, long unitId) {
        return list(jdbc.sql(VERSIONS + " where n.unit_id = :unit and n.month = :month order by n.id, n.version desc")
                .param("unit", unitId)
                .param("month", month.atDay(1)));
    }

    /** The notes in force on a unit's months of a year, in order. */
    public List<UnitNote> ofYear(long unitId, int year) {
        return list(jdbc.sql(VERSIONS + """
                         where n.unit_id = :unit and n.month between make_date(:year, 1, 1) and make_date(:year, 12, 1)
                        """ + IN_FORCE + " order by n.month, n.id")
                .param("unit", unitId)
                .param("year", year));
    }

    /** What a unit says of its month, wherever it said so: in a note offered to the report, or beside the figures. */
    public record Explained(String unit, YearMonth month, String text) {}

    /**
     * What the report on a year is offered: the notes in force that
     * their authors offer and the reasons given beside counted figures, each
     * text of a unit's month once. By unit as in documents, then by month.
     */
    public List<Explained> explained(int year) {
        return jdbc.sql("""
                        select v.name, said.month, said.text
                        from (select distinct on (unit_id, month, text) unit_id, month, text, id
                              from (select n.unit_id, n.month, n.text, n.id from unit_note n where n.for_report
                        """ + IN_FORCE + """
                                    union all
                                    select r.unit_id, r.month, r.note, 0 from monthly_return r
                                    where r.note is not null and r.complete) every
                              where month between make_date(:year, 1, 1) and make_date(:year, 12, 1)
                              order by unit_id, month, text, id) said
                        join lateral unit_at(said.month) v on v.unit_id = said.unit_id
                        order by v.place, v.code, said.month, said.id
                        """)
                .param("year", year)
                .query((row, n) -> new Explained(
                        row.getString("name"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("text")))
                .list();
    }

    /** How many notes are in force on each of these units' month; units without any are left out. */
    public Map<Long, Integer> counts(YearMonth month, Collection<Long> unitIds) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql("select n.unit_id, count(*) from unit_note n where n.month = :month and n.unit_id = any(:units)"
                        + IN_FORCE
                        + " group by n.unit_id")
                .param("month", month.atDay(1))
                .param("units", unitIds.toArray(Long[]::new))
                .query(row -> {
                    counts.put(row.getLong(1), row.getInt(2));
                });
        return counts;
    }

    private static List<UnitNote> list(StatementSpec statement) {
        return statement
                .query((row, n) -> new UnitNote(
                        row.getLong("id"),
                        row.getInt("version"),
                        row.getLong("unit_id"),
                        row.getString("unit"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        NoteKind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getBoolean("for_report"),
                        row.getBoolean("withdrawn"),
                        row.getLong("written_by"),
                        row.getString("written_by_name"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
