package vn.hoso.targets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.indicators.Indicators;

/** Reads the targets that legal instruments set, with users's confirmations of their verdicts. */
@Component
public class TargetCatalogue {

    private static final String TARGETS = """
            select target.id, target.code, target.label, target.clause, target.indicator, target.rule, target.threshold,
                   target.scope, target.aspiration, lower(target.valid) as valid_from, upper(target.valid) as valid_until,
                   instrument.number, instrument.issuer, instrument.issued_on, instrument.title,
                   step.units as step_units, step.percents as step_percents, step.points as step_points,
                   decision.verdict, decision.note, decision.evidence_numerator, decision.evidence_denominator,
                   decision.evidence_to, decision.decided_by_name, decision.decided_at
            from target
            left join target_instrument named on named.target_id = target.id
            left join legal_instrument instrument on instrument.id = named.instrument_id
            left join lateral (
                select array_agg(unit_id order by unit_id, percent) as units,
                    array_agg(percent order by unit_id, percent) as percents,
                    array_agg(points order by unit_id, percent) as points
                from target_step where target_step.target_id = target.id) step on true
            left join lateral (
                select * from target_decision
                where target_decision.target_id = target.id and target_decision.year = :year
                    and target_decision.decided_at < coalesce(cast(:before as timestamptz), 'infinity')
                order by target_decision.id desc limit 1) decision on true
            """;

    private final JdbcClient jdbc;
    private final Indicators indicators;

    TargetCatalogue(JdbcClient jdbc, Indicators indicators) {
        this.jdbc = jdbc;
        this.indicators = indicators;
    }

    /** The targets that hold on the last day of a period, with the latest decision on that day's year. */
    public List<TargetInForce> inForce(LocalDate lastDay) {
        return inForce(lastDay, lastDay, null);
    }

    /** Those that hold on any of these days, with the latest decision on the last day's year made before an instant; null for the latest of all. */
    public List<TargetInForce> inForce(LocalDate firstDay, LocalDate lastDay, @Nullable Instant before) {
        return jdbc.sql(
                        TARGETS
                                + " where target.valid && daterange(:first, :last, '[]') order by target.position, target.id, named.position")
                .param("year", lastDay.getYear())
                .param("first", firstDay)
                .param("last", lastDay)
                .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .query(new TargetRowMapper(indicators));
    }

    /** Every target there ever was, with the latest decision on the year. */
    public List<TargetInForce> all(int year) {
        return jdbc.sql(TARGETS + " order by target.position, target.id, named.position")
                .param("year", year)
                .param("before", null)
                .query(new TargetRowMapper(indicators));
    }
}
