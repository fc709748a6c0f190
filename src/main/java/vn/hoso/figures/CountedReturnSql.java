package vn.hoso.figures;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import vn.hoso.figures.domain.FiguresAsOf;

/** The rows of returns that a statement adds up, seen from a {@link FiguresAsOf}; all have the same columns. */
public final class CountedReturnSql {

    private static final String KNOWN = """
            (select held.id, held.unit_id, held.month, v.version, v.status, v.changed_by_name, v.changed_at, v.complete,
            """ + FigureColumns.of("v", "") + """
             from monthly_return held
             join lateral (
                select * from return_revision v
                where v.return_id = held.id and v.changed_at < :known order by v.version desc limit 1) v on true)
            """;

    private static final String CORRECTED = """
            (select held.id, held.unit_id, held.month, held.version, held.status, held.changed_by_name, held.changed_at,
                held.complete,
            """ + FigureColumns.of("held", "") + """
             from monthly_return held
             where held.id <> (select return_id from return_correction where id = :correction)
             union all
             select held.id, held.unit_id, held.month, held.version, 'APPROVED', c.proposed_by_name, c.proposed_at, true,
            """ + FigureColumns.of("c", "") + """
             from return_correction c join monthly_return held on held.id = c.return_id where c.id = :correction)
            """;

    private CountedReturnSql() {}

    /** The statement with the rows seen from there where it says %s. */
    public static StatementSpec statement(JdbcClient jdbc, FiguresAsOf viewpoint, String sql) {
        return bind(jdbc.sql(sql.formatted(of(viewpoint))), viewpoint);
    }

    /** What stands where a statement would name the table. */
    static String of(FiguresAsOf viewpoint) {
        if (viewpoint instanceof FiguresAsOf.KnownBefore) {
            return KNOWN;
        }
        return viewpoint instanceof FiguresAsOf.Corrected ? CORRECTED : "monthly_return";
    }

    /** Hands the statement what its rows ask for. */
    static StatementSpec bind(StatementSpec statement, FiguresAsOf viewpoint) {
        if (viewpoint instanceof FiguresAsOf.KnownBefore known) {
            return statement.param("known", known.instant().atOffset(ZoneOffset.UTC));
        }
        return viewpoint instanceof FiguresAsOf.Corrected corrected
                ? statement.param("correction", corrected.correctionId())
                : statement;
    }
}
