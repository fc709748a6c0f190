package vn.hoso.indicators;

import jakarta.persistence.AttributeConverter;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.format.Formatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Indicator;
import vn.hoso.shared.KnownRows;
import vn.hoso.shared.Rows;

/**
 * Knows every indicator: the program's own and those that the administrator defined. They are asked for by every page of results
 * and change a few times a year, so that each copy of the program keeps them, until the first statement of a request brings another
 * {@link #STATE}. In addresses and forms an indicator goes by its name.
 */
@Component
public class Indicators implements Formatter<Indicator>, SmartInitializingSingleton {

    /** SQL for what {@link #upTo} is told: another text after every change of what is defined; null where nothing is. */
    public static final String STATE = """
            (select cast(sum(hashtextextended(cast(indicator as text), 0)) as text) || ' '
                || (select cast(sum(hashtextextended(cast(field as text), 0)) as text) from return_field field)
             from indicator)""";

    private final JdbcClient jdbc;

    private final KnownRows<Known> known = new KnownRows<>(this::stored);

    Indicators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(@Nullable String state, List<Measured> defined) {}

    /** Tells that this copy of the program changes what is measured. */
    record IndicatorsChanged() {}

    /**
     * An indicator that the administrator defined.
     *
     * @param from the first month that it measures
     * @param until the first month that it no longer does, null while open
     */
    public record Measured(
            Indicator indicator, YearMonth from, @Nullable YearMonth until) {

        /** Whether it measures the month. */
        public boolean measures(YearMonth month) {
            return !month.isBefore(from) && (until == null || month.isBefore(until));
        }

        /** Whether it measures some month of the period. */
        public boolean measures(ReportingPeriod period) {
            return !period.to().isBefore(from)
                    && (until == null || period.from().isBefore(until));
        }
    }

    /** A few rows, which the first page need not wait for. */
    @Override
    public void afterSingletonsInstantiated() {
        defined();
    }

    /** The defined ones in their order, as this copy of the program knows them. */
    public List<Measured> defined() {
        return known.get().defined();
    }

    /** The program's own, then the defined ones. */
    public List<Indicator> all() {
        return Stream.concat(Indicator.own().stream(), defined().stream().map(Measured::indicator))
                .toList();
    }

    /** The program's own, then those that measure some month of the period. */
    public List<Indicator> of(ReportingPeriod period) {
        return Stream.concat(
                        Indicator.own().stream(),
                        defined().stream().filter(each -> each.measures(period)).map(Measured::indicator))
                .toList();
    }

    /** Whether it measures the month; the program's own measure every month. */
    public boolean measures(Indicator indicator, YearMonth month) {
        return definitions(indicator).allMatch(each -> each.measures(month));
    }

    /** Whether it measures some month of the period. */
    public boolean measures(Indicator indicator, ReportingPeriod period) {
        return definitions(indicator).allMatch(each -> each.measures(period));
    }

    private Stream<Measured> definitions(Indicator indicator) {
        return defined().stream().filter(each -> each.indicator().equals(indicator));
    }

    /** The indicator of this name; asks the database for one that this copy does not know yet. */
    public Optional<Indicator> find(String name) {
        return Indicator.own(name)
                .or(() -> named(defined(), name))
                .or(() -> name.matches("[a-z][a-z0-9_]{1,39}") ? named(stored().defined(), name) : Optional.empty());
    }

    /** The indicator of this word in an address. */
    public Optional<Indicator> findByWord(String word) {
        return all().stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .or(() -> find(word.replace('-', '_')));
    }

    private static Optional<Indicator> named(List<Measured> defined, String name) {
        return defined.stream()
                .map(Measured::indicator)
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /**
     * Reads again what was read before the latest change.
     *
     * @param state what {@link #STATE} says now
     */
    public void upTo(@Nullable String state) {
        known.keepIf(last -> Objects.equals(last.state(), state));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void forget(IndicatorsChanged change) {
        known.forget();
    }

    private Known stored() {
        List<Row> rows = jdbc.sql("select " + STATE + """
                         as state, i.code, i.name, i.numerator, i.denominator, i.valid_from, i.valid_until,
                            array(select f.name from unnest(i.numerator) with ordinality u (code, place)
                                left join return_field f on f.code = u.code order by u.place) as counted,
                            array(select f.name from unnest(i.denominator) with ordinality u (code, place)
                                left join return_field f on f.code = u.code order by u.place) as among
                        from (select) one left join indicator i on true order by i.place, i.code
                        """)
                .query((row, n) ->
                        new Row(row.getString("state"), row.getString("code") == null ? null : measured(row)))
                .list();
        return new Known(
                rows.get(0).state(),
                rows.stream().map(Row::measured).flatMap(Stream::ofNullable).toList());
    }

    private record Row(@Nullable String state, @Nullable Measured measured) {}

    private static Measured measured(ResultSet row) throws SQLException {
        return new Measured(
                Indicator.defined(
                        row.getString("code"),
                        new Indicator.Definition(
                                row.getString("name"),
                                fields(row, "numerator", "counted"),
                                fields(row, "denominator", "among"))),
                Rows.month(row, "valid_from"),
                row.getObject("valid_until") == null ? null : Rows.month(row, "valid_until"));
    }

    private static List<Indicator.Field> fields(ResultSet row, String codes, String names) throws SQLException {
        String[] code = texts(row.getArray(codes));
        String[] name = texts(row.getArray(names));
        List<Indicator.Field> fields = new ArrayList<>();
        for (int i = 0; i < code.length; i++) {
            fields.add(new Indicator.Field(code[i], name[i]));
        }
        return fields;
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    @Override
    public Indicator parse(String text, Locale language) {
        return find(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    @Override
    public String print(Indicator indicator, Locale language) {
        return indicator.name();
    }

    /** How the database keeps which indicator a row is about: by name. */
    @jakarta.persistence.Converter(autoApply = true)
    static class ByName implements AttributeConverter<Indicator, String> {

        private final Indicators indicators;

        ByName(Indicators indicators) {
            this.indicators = indicators;
        }

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Indicator indicator) {
            return indicator == null ? null : indicator.name();
        }

        @Override
        public @Nullable Indicator convertToEntityAttribute(@Nullable String name) {
            return name == null ? null : indicators.find(name).orElseThrow();
        }
    }
}
