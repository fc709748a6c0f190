package vn.hoso.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.Measure;
import vn.hoso.reconciliation.Difference.Kind;
import vn.hoso.reconciliation.Difference.Owner;
import vn.hoso.reconciliation.Difference.Statement;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;

/**
 * Compares what was typed with what was counted and what others state. A value of several units or months is compared where none
 * of them is missing: a missing return is never a zero. Each method is one statement; a unit's staff see their units alone.
 */
@Component
public class DifferenceQueries {

    private static final Comparator<Difference> LARGEST = Comparator.comparingLong(Difference::size)
            .reversed()
            .thenComparing(each -> each.figure().period())
            .thenComparing(each -> each.figure().address());

    private final JdbcClient jdbc;

    DifferenceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The differences of some years, and those that were talked about and are none any more; the largest first.
     *
     * @param first the first year
     * @param last the last year
     */
    public List<Difference> find(int first, int last, CurrentUser reader) {
        return find(first, last, reader.seesAllUnits(), reader.unitIds());
    }

    private List<Difference> find(int first, int last, boolean every, Set<Long> mine) {
        return ask(ComparedValuesSql.DIFFERENCES, first, last, every, mine)
                .query((row, n) -> difference(row))
                .list()
                .stream()
                .sorted(LARGEST)
                .toList();
    }

    /** The difference of a figure; empty where its values agree and nobody ever spoke about it, or the reader may not see it. */
    public Optional<Difference> find(ComparedFigure figure, CurrentUser reader) {
        return find(figure.year(), figure.year(), reader).stream()
                .filter(each -> each.figure().equals(figure))
                .findFirst();
    }

    /** Those of a year that somebody still has to do something about. */
    public List<Difference> unsettled(int year, CurrentUser reader) {
        return find(year, year, reader).stream()
                .filter(each -> each.state().unsettled())
                .toList();
    }

    /** The same of every unit, for a document. */
    public List<Difference> unsettled(int year) {
        return find(year, year, true, Set.of()).stream()
                .filter(each -> each.state().unsettled())
                .toList();
    }

    /** What is beside each figure of a year that others state, as {@link Difference#values(String)} reads it: it may be nothing. */
    public Map<ComparedFigure, String> stated(int year, CurrentUser reader) {
        return ask(ComparedValuesSql.STATED, year, year, reader.seesAllUnits(), reader.unitIds())
                .query((row, n) -> Map.entry(figure(row), row.getString("seen")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * How much of a year is compared at all.
     *
     * @param compared figures with two values or more
     * @param uncompared figures that others state and that have no other value: where a return is missing, nothing says whether they agree
     */
    public record Extent(long compared, long uncompared) {}

    public Extent extent(int year, CurrentUser reader) {
        return ask(ComparedValuesSql.EXTENT, year, year, reader.seesAllUnits(), reader.unitIds())
                .query(Extent.class)
                .single();
    }

    private JdbcClient.StatementSpec ask(String sql, int first, int last, boolean every, Set<Long> mine) {
        return jdbc.sql(sql)
                .param("first", first)
                .param("last", last)
                .param("every", every)
                .param("mine", mine.toArray(Long[]::new));
    }

    /** Everything that was said about a figure, the latest first. */
    public List<Statement> statements(ComparedFigure figure) {
        return jdbc
                .sql("""
                        select kind as s_kind, words as s_words, owner as s_owner, person as s_person, seen_values as s_seen,
                            said_by_name as s_by, said_at as s_at
                        from difference_statement
                        where unit_id is not distinct from cast(:unit as bigint) and year = :year
                            and month is not distinct from cast(:month as date) and measure = :measure
                        order by id desc
                        """)
                .param("unit", figure.unitId())
                .param("year", figure.year())
                .param("month", figure.firstDay())
                .param("measure", figure.measure().name())
                .query((row, n) -> statement(row, "s_"))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                figure(row),
                row.getString("unit"),
                row.getString("seen"),
                row.getString("beginning"),
                row.getString("published"),
                statement(row, "a_").orElse(null),
                statement(row, "j_").orElse(null),
                row.getObject("last_statement", Long.class));
    }

    /** The figure of a row with its columns. */
    static ComparedFigure figure(ResultSet row) throws SQLException {
        LocalDate month = row.getObject("month", LocalDate.class);
        return new ComparedFigure(
                row.getObject("unit_id", Long.class),
                row.getInt("year"),
                month == null ? null : YearMonth.from(month),
                Measure.named(row.getString("measure")));
    }

    private static Optional<Statement> statement(ResultSet row, String of) throws SQLException {
        @Nullable String kind = row.getString(of + "kind");
        @Nullable String owner = row.getString(of + "owner");
        return kind == null
                ? Optional.empty()
                : Optional.of(new Statement(
                        Kind.valueOf(kind),
                        row.getString(of + "words"),
                        owner == null ? null : Owner.valueOf(owner),
                        row.getString(of + "person"),
                        row.getString(of + "seen"),
                        row.getString(of + "by"),
                        Rows.instant(row, of + "at")));
    }
}
