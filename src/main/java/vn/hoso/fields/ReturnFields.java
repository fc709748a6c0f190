package vn.hoso.fields;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.hoso.shared.KnownRows;
import vn.hoso.shared.Rows;

/**
 * The fields that returns ask for beyond their own figures. Every page of figures and results needs them and they change once in
 * years, so they are read when this copy of the program starts and after each change: of its own at once, of another
 * copy's with the next request, whose first statement brings {@link #STATE}.
 */
@Component
public class ReturnFields implements SmartInitializingSingleton {

    /** SQL for what {@link #upTo} is told: a text that is another one after every change of a field; null without fields. */
    public static final String STATE =
            "(select cast(sum(hashtextextended(cast(field as text), 0)) as text) from return_field field)";

    /** How many months ahead a field may begin or end. */
    public static final int AHEAD = 24;

    private final JdbcClient jdbc;
    private final KnownRows<Known> known = new KnownRows<>(this::stored);

    ReturnFields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(List<ReturnField> fields, @Nullable String state) {
        static final Known NONE = new Known(List.of(), null);
    }

    /** Tells that this copy of the program changed a field. */
    record FieldsChanged() {}

    /** A few rows, which the first page need not wait for. */
    @Override
    public void afterSingletonsInstantiated() {
        all();
    }

    /** Every field there ever was, in the order of the columns. */
    public List<ReturnField> all() {
        return known.get().fields();
    }

    /** The fields that the returns of a month are asked for, in the order of the columns. */
    public List<ReturnField> at(YearMonth month) {
        return all().stream().filter(field -> field.validIn(month)).toList();
    }

    /** The field of a code. */
    public Optional<ReturnField> find(String code) {
        return all().stream().filter(field -> field.code().equals(code)).findFirst();
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
    void forget(FieldsChanged change) {
        known.forget();
    }

    private Known stored() {
        List<Known> rows = jdbc.sql("""
                        select code, name, not_above, required, place, valid_from, valid_until, %s as state
                        from return_field order by place, code
                        """.formatted(STATE))
                .query((row, n) -> {
                    LocalDate until = row.getObject("valid_until", LocalDate.class);
                    return new Known(
                            List.of(new ReturnField(
                                    row.getString("code"),
                                    row.getString("name"),
                                    row.getString("not_above"),
                                    row.getBoolean("required"),
                                    row.getInt("place"),
                                    Rows.month(row, "valid_from"),
                                    until == null ? null : YearMonth.from(until))),
                            row.getString("state"));
                })
                .list();
        return rows.isEmpty()
                ? Known.NONE
                : new Known(
                        rows.stream().flatMap(row -> row.fields().stream()).toList(),
                        rows.get(0).state());
    }
}
