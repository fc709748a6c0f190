package vn.hoso.targets;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import vn.hoso.indicators.Indicators;
import vn.hoso.rates.Rate;
import vn.hoso.shared.Rows;

/** Folds one row per target and instrument into targets, in the order of the rows. */
class TargetRowMapper implements ResultSetExtractor<List<TargetInForce>> {

    private final Indicators indicators;

    TargetRowMapper(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public List<TargetInForce> extractData(ResultSet rows) throws SQLException {
        Map<Long, TargetInForce> byId = new LinkedHashMap<>();
        while (rows.next()) {
            TargetInForce one = new TargetInForce(target(rows), decision(rows));
            byId.merge(one.target().id(), one, TargetRowMapper::withInstrumentsOf);
        }
        return List.copyOf(byId.values());
    }

    private static TargetInForce withInstrumentsOf(TargetInForce first, TargetInForce next) {
        Target target = first.target();
        List<LegalInstrument> instruments = new ArrayList<>(target.instruments());
        instruments.addAll(next.target().instruments());
        return new TargetInForce(target.restingOn(instruments), first.decision());
    }

    private Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getLong("id"),
                row.getString("code"),
                row.getString("label"),
                row.getString("clause"),
                indicators.find(row.getString("indicator")).orElseThrow(),
                TargetRule.valueOf(row.getString("rule")),
                row.getBigDecimal("threshold"),
                TargetScope.valueOf(row.getString("scope")),
                row.getBoolean("aspiration"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                instrument(row),
                steps(row),
                null);
    }

    private static List<TargetStep> steps(ResultSet row) throws SQLException {
        Object[] units = array(row, "step_units");
        Object[] percents = array(row, "step_percents");
        Object[] points = array(row, "step_points");
        List<TargetStep> steps = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            steps.add(new TargetStep((Long) units[i], (BigDecimal) percents[i], (BigDecimal) points[i]));
        }
        return steps;
    }

    private static Object[] array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? new Object[0] : (Object[]) array.getArray();
    }

    private static List<LegalInstrument> instrument(ResultSet row) throws SQLException {
        String number = row.getString("number");
        if (number == null) {
            return List.of();
        }
        return List.of(new LegalInstrument(
                number, row.getString("issuer"), row.getObject("issued_on", LocalDate.class), row.getString("title")));
    }

    private static @Nullable VerdictDecision decision(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        if (verdict == null) {
            return null;
        }
        return new VerdictDecision(
                VerdictStatus.valueOf(verdict),
                row.getString("note"),
                evidence(row),
                row.getObject("evidence_to", LocalDate.class),
                row.getString("decided_by_name"),
                Rows.instant(row, "decided_at"));
    }

    private static @Nullable Rate evidence(ResultSet row) throws SQLException {
        long numerator = row.getLong("evidence_numerator");
        return row.wasNull() ? null : new Rate(numerator, row.getLong("evidence_denominator"));
    }
}
