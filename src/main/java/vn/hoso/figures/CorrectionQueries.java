package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.CorrectionStatus;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;

/** Reads proposals to correct approved figures; each method is one statement unless it says otherwise. */
@Component
public class CorrectionQueries {

    private final JdbcClient jdbc;
    private final UnusualFigures unusual;

    CorrectionQueries(JdbcClient jdbc, UnusualFigures unusual) {
        this.jdbc = jdbc;
        this.unusual = unusual;
    }

    /**
     * A proposal with the figures it wants to replace.
     *
     * @param unit the unit's name in that month
     * @param expectedVersion the version whose figures it replaces
     * @param before these figures
     * @param after the proposed ones
     * @param decision how it ended, null while it waits
     * @param outdated whether the return has moved on since, so that it cannot be approved any more
     */
    public record Correction(
            long id,
            long returnId,
            long unitId,
            String unit,
            YearMonth month,
            int expectedVersion,
            ReturnFigures before,
            ReturnFigures after,
            String reason,
            CorrectionStatus state,
            long proposedBy,
            String proposedByName,
            Instant proposedAt,
            @Nullable Decided decision,
            boolean outdated) {

        public boolean pending() {
            return state == CorrectionStatus.PROPOSED;
        }
    }

    /** Who decided a proposal, when, and what they said. */
    public record Decided(String by, Instant at, @Nullable String remark) {}

    private static final String SELECT = """
            select c.id, c.return_id, r.unit_id, named.name as unit, r.month, c.base_version, c.reason, c.state,
                c.proposed_by, c.proposed_by_name, c.proposed_at, c.decided_by_name, c.decided_at, c.remark,
                r.version <> c.base_version as outdated,
            """ + FigureColumns.of("c", "") + ", " + FigureColumns.of("v", "base_") + """
             from return_correction c
            join monthly_return r on r.id = c.return_id
            join return_revision v on v.return_id = c.return_id and v.version = c.base_version
            join lateral unit_at(r.month) named on named.unit_id = r.unit_id
            """;

    /** The proposals about a unit's month, the latest first. */
    public List<Correction> findCorrections(YearMonth month, long unitId) {
        return list(jdbc.sql(SELECT + " where r.month = :month and r.unit_id = :unit order by c.id desc")
                .param("month", month.atDay(1))
                .param("unit", unitId));
    }

    /** One proposal; empty if there is none, or it is about a unit that is not the reader's to see. */
    public Optional<Correction> one(long id, CurrentUser reader) {
        return list(jdbc.sql(SELECT + " where c.id = :id").param("id", id)).stream()
                .filter(found -> reader.maySee(found.unitId()))
                .findFirst();
    }

    /** The proposals of a month that wait for a decision, by unit. */
    Map<Long, Correction> pending(YearMonth month, Collection<Long> unitIds) {
        return list(jdbc.sql(
                                SELECT
                                        + " where c.state = 'PROPOSED' and r.month = :month and r.unit_id = any(:units) order by c.id")
                        .param("month", month.atDay(1))
                        .param("units", unitIds.toArray(Long[]::new)))
                .stream()
                .collect(Collectors.toMap(Correction::unitId, Function.identity()));
    }

    /** What is unusual about the proposed figures, judged like typed ones. */
    public List<UnusualFinding> findings(Correction correction) {
        return unusual.find(correction.month(), correction.unitId(), correction.after());
    }

    private static List<Correction> list(StatementSpec statement) {
        return statement.query((row, n) -> correction(row)).list();
    }

    private static Correction correction(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Correction(
                row.getLong("id"),
                row.getLong("return_id"),
                row.getLong("unit_id"),
                row.getString("unit"),
                Rows.month(row, "month"),
                row.getInt("base_version"),
                FigureColumns.figures(row, "base_"),
                FigureColumns.figures(row),
                row.getString("reason"),
                CorrectionStatus.valueOf(row.getString("state")),
                row.getLong("proposed_by"),
                row.getString("proposed_by_name"),
                Rows.instant(row, "proposed_at"),
                decided == null
                        ? null
                        : new Decided(row.getString("decided_by_name"), decided.toInstant(), row.getString("remark")),
                row.getBoolean("outdated"));
    }
}
