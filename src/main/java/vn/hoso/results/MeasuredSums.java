package vn.hoso.results;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.hoso.indicators.Indicators.Measured;
import vn.hoso.rates.Count;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.MeasuredCounts;
import vn.hoso.rates.PaymentCounts;
import vn.hoso.rates.Rate;

/**
 * The sums of returns, for one statement: of the program's own figures, and of the indicators that the administrator defined. A
 * return is added to an indicator if its month is one that the indicator measures and it holds all the fields: so numerator and
 * denominator speak of the same dossiers, and a field that was not reported is never a zero.
 *
 * @param measured the defined indicators to add up, in their order
 */
record MeasuredSums(List<Measured> measured) {

    /** Sums of complete returns {@code r}, in the order of {@link #counts}. */
    private static final String SUMS = """
            coalesce(sum(r.full_process_received), 0) as full_process_received,
            coalesce(sum(r.full_process_online), 0) as full_process_online,
            coalesce(sum(r.partial_received), 0) as partial_received,
            coalesce(sum(r.partial_online), 0) as partial_online,
            coalesce(sum(r.dossiers_received), 0) as dossiers_received,
            coalesce(sum(coalesce(r.online_reported,
                coalesce(r.full_process_online, 0) + coalesce(r.partial_online, 0))), 0) as online_total,
            sum(r.payable) as payable,
            sum(r.paid_online) as paid_online,
            count(r.payable) as payment_returns
            """;

    /** Of published totals, which hold the program's own figures only. */
    static final MeasuredSums OWN = new MeasuredSums(List.of());

    /**
     * How many returns of a period should hold a defined indicator's figures.
     *
     * @param unapproved how many returns of the months that it measures are there and not approved
     */
    record Due(Indicator indicator, long returns, long unapproved) {

        /** Of several units together. */
        static List<Due> sum(Stream<Due> each) {
            Map<Indicator, Due> sums = new LinkedHashMap<>();
            each.forEach(one -> sums.merge(one.indicator, one, Due::plus));
            return List.copyOf(sums.values());
        }

        private Due plus(Due other) {
            return new Due(
                    indicator, Math.addExact(returns, other.returns), Math.addExact(unapproved, other.unapproved));
        }
    }

    /** What a statement selects from returns {@code r}. */
    String sql() {
        return measured.isEmpty()
                ? SUMS
                : SUMS + ", cast(array["
                        + measured.stream().map(MeasuredSums::sums).collect(Collectors.joining(", "))
                        + "] as bigint[]) as measured\n";
    }

    private static String sums(Measured each) {
        Indicator.Definition definition = definition(each);
        String numerator = sum(definition.numerator());
        String denominator = sum(definition.denominator());
        String held = " filter (where r.id is not null and " + held(each) + ")";
        return "sum(" + numerator + ")" + held + ", sum(" + denominator + ")" + held + ", count(*)" + held;
    }

    /** Whether a return {@code r} is added to the indicator. */
    private static String held(Measured each) {
        Indicator.Definition definition = definition(each);
        return "(" + sum(definition.numerator()) + " + " + sum(definition.denominator()) + ") is not null and "
                + months(each, "r.month");
    }

    /** Whether a complete return {@code r} is one of those that the indicator's rate rests on. */
    String held(Indicator indicator) {
        if (indicator.definition() == null) {
            return indicator.optional() ? "r.payable is not null" : "true";
        }
        return measured.stream()
                .filter(each -> each.indicator().equals(indicator))
                .findFirst()
                .map(MeasuredSums::held)
                .orElse("false");
    }

    private static Indicator.Definition definition(Measured each) {
        Indicator.Definition definition = each.indicator().definition();
        if (definition == null) {
            throw new IllegalArgumentException(each + " is not defined");
        }
        return definition;
    }

    private static String sum(List<Indicator.Field> fields) {
        return fields.stream().map(field -> number(field.code())).collect(Collectors.joining(" + "));
    }

    /** A number of a return: null where a complete return may lack it and does. */
    private static String number(String code) {
        return Count.find(code).map(MeasuredSums::column).orElseGet(() -> {
            if (!code.matches("[a-z][a-z0-9_]{1,39}")) {
                throw new IllegalArgumentException(code);
            }
            return "cast(r.extra ->> '" + code + "' as bigint)";
        });
    }

    private static String column(Count count) {
        return switch (count) {
            case ONLINE_TOTAL ->
                "coalesce(r.online_reported, coalesce(r.full_process_online, 0) + coalesce(r.partial_online, 0))";
            case PAYABLE, PAID_ONLINE -> "r." + count.field();
            default -> "coalesce(r." + count.field() + ", 0)";
        };
    }

    /** The months that an indicator measures. */
    private static String months(Measured each, String month) {
        return month + " >= date '" + each.from().atDay(1) + "'"
                + (each.until() == null
                        ? ""
                        : " and " + month + " < date '" + each.until().atDay(1) + "'");
    }

    /**
     * How many of a unit's months should hold the figures.
     *
     * @param months a statement that counts the unit's months {@code m}, to which a condition can be added
     */
    String due(String months) {
        return measured.isEmpty()
                ? ""
                : ", cast(array["
                        + measured.stream()
                                .map(each -> months.formatted(" where " + months(each, "cast(m as date)")))
                                .collect(Collectors.joining(", "))
                        + "] as bigint[]) as measured_due\n";
    }

    /** Of returns {@code r}, how many in the months of each indicator are not approved. */
    String unapproved() {
        return measured.isEmpty()
                ? ""
                : ", cast(array["
                        + measured.stream()
                                .map(each -> "count(*) filter (where r.status <> 'APPROVED' and "
                                        + months(each, "r.month") + ")")
                                .collect(Collectors.joining(", "))
                        + "] as bigint[]) as measured_unapproved\n";
    }

    /** The indicators that measure a month; its return alone is no question of how many. */
    List<Due> of(YearMonth month) {
        return measured.stream()
                .filter(each -> each.measures(month))
                .map(each -> new Due(each.indicator(), 1, 0))
                .toList();
    }

    /** Whether an indicator measures a month; the program's own measure every one. */
    boolean measures(Indicator indicator, YearMonth month) {
        return indicator.definition() == null
                || of(month).stream().anyMatch(each -> each.indicator().equals(indicator));
    }

    List<Due> due(ResultSet row) throws SQLException {
        if (measured.isEmpty()) {
            return List.of();
        }
        Long[] due = numbers(row.getArray("measured_due"));
        Array open = row.getArray("measured_unapproved");
        Long[] unapproved = open == null ? null : numbers(open);
        return IntStream.range(0, due.length)
                .mapToObj(i -> new Due(measured.get(i).indicator(), due[i], unapproved == null ? 0 : unapproved[i]))
                .toList();
    }

    Counts counts(ResultSet row) throws SQLException {
        long payable = row.getLong("payable");
        PaymentCounts payment = row.wasNull()
                ? null
                : new PaymentCounts(payable, row.getLong("paid_online"), row.getInt("payment_returns"));
        return new Counts(
                        row.getLong("full_process_received"),
                        row.getLong("full_process_online"),
                        row.getLong("partial_received"),
                        row.getLong("partial_online"),
                        row.getLong("dossiers_received"),
                        row.getLong("online_total"),
                        payment)
                .measuring(measured(row));
    }

    private List<MeasuredCounts> measured(ResultSet row) throws SQLException {
        List<MeasuredCounts> found = new ArrayList<>();
        if (!measured.isEmpty()) {
            Long[] sums = numbers(row.getArray("measured"));
            for (int i = 0; i < measured.size(); i++) {
                int returns = Math.toIntExact(sums[3 * i + 2]);
                if (returns > 0) {
                    found.add(new MeasuredCounts(
                            measured.get(i).indicator(), new Rate(sums[3 * i], sums[3 * i + 1]), returns));
                }
            }
        }
        return found;
    }

    private static Long[] numbers(Array array) throws SQLException {
        return (Long[]) array.getArray();
    }
}
