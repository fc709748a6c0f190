package vn.hoso.figures;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;

/**
 * The figures of a return as columns: returns, their revisions and proposals hold the same ones. Names and values are made
 * from {@link Measure}, those of added measures stand together in one column; the fields are here because JPA knows columns only by them, and one that is missing ends every save.
 */
@Embeddable
class FigureColumns {

    /** What is counted: a number for each measure, and for each class of procedures whether it applies. */
    private static final List<String> COUNTED = Stream.concat(
                    Measure.OWN.stream()
                            .flatMap(measure -> Stream.of(measure.group().notApplicableColumn(), measure.column())),
                    Stream.of("extra"))
            .filter(Objects::nonNull)
            .distinct()
            .toList();

    private static final String NONE = "{}";

    /** The fields here, by name. */
    private static final Map<String, Field> FIELDS = Arrays.stream(FigureColumns.class.getDeclaredFields())
            .peek(ReflectionUtils::makeAccessible)
            .collect(Collectors.toMap(Field::getName, Function.identity()));

    /** The columns that {@link #figures} reads. */
    static final String ALL = String.join(", ", COUNTED) + ", note\n";

    /** The columns of a table for {@link #figures}, named with a prefix so that two tables fit into a row. */
    static String of(String table, String prefix) {
        return each(column -> table + "." + column + " as " + prefix + column) + ", " + table + ".note as " + prefix
                + "note\n";
    }

    /** The columns of a table that are counted; notes are none of them. */
    static String counted(String table) {
        return each(column -> table + "." + column);
    }

    /** The number of a measure in a row of a table; null where none is reported. */
    static String number(String table, Measure measure) {
        return measure.added()
                ? "cast(%s.extra ->> '%s' as integer)".formatted(table, measure.column())
                : table + "." + measure.column();
    }

    private static String each(Function<String, String> column) {
        return COUNTED.stream().map(column).collect(Collectors.joining(", "));
    }

    static ReturnFigures figures(ResultSet row) throws SQLException {
        return figures(row, "");
    }

    static ReturnFigures figures(ResultSet row, String prefix) throws SQLException {
        Map<Measure, FigureValue> cells = new TreeMap<>();
        for (Measure measure : Measure.OWN) {
            String notApplicable = measure.group().notApplicableColumn();
            boolean none = notApplicable != null && row.getBoolean(prefix + notApplicable);
            cells.put(measure, cell(row.getObject(prefix + measure.column(), Integer.class), none));
        }
        String extra = row.getString(prefix + "extra");
        if (extra != null && !extra.equals(NONE)) {
            JsonMapper.shared()
                    .readTree(extra)
                    .forEachEntry((code, number) ->
                            cells.put(Measure.added(code, false), new FigureValue.Number(number.intValue())));
        }
        return new ReturnFigures(cells, row.getString(prefix + "note"));
    }

    private static FigureValue cell(@Nullable Integer number, boolean notApplicable) {
        if (notApplicable) {
            return FigureValue.NOT_APPLICABLE;
        }
        return number == null ? FigureValue.NOT_REPORTED : new FigureValue.Number(number);
    }

    private @Nullable Integer fullProcessReceived;
    private @Nullable Integer fullProcessOnline;
    private boolean fullProcessNa;
    private @Nullable Integer partialReceived;
    private @Nullable Integer partialOnline;
    private boolean partialNa;
    private @Nullable Integer dossiersReceived;
    private @Nullable Integer onlineReported;
    private @Nullable Integer payable;
    private @Nullable Integer paidOnline;
    private @Nullable String note;

    /** Numbers of the added measures, by code. */
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Integer> extra = new TreeMap<>();

    /** Codes of the added measures that were required and are missing. */
    private String[] lacking = new String[0];

    /** What they say, once it was asked for; nothing changes them. */
    @Transient
    private @Nullable ReturnFigures read;

    protected FigureColumns() {}

    FigureColumns(ReturnFigures figures) {
        for (Measure measure : Measure.OWN) {
            set(measure.field(), figures.number(measure));
            if (measure.mayNotApply()) {
                set(notApplicable(measure), figures.notApplicable(measure));
            }
        }
        note = figures.note();
        figures.cells().forEach((measure, cell) -> {
            if (measure.added() && cell instanceof FigureValue.Number number) {
                extra.put(measure.column(), number.value());
            }
        });
        lacking = figures.cells().entrySet().stream()
                .filter(each -> each.getKey().added()
                        && each.getKey().required()
                        && each.getValue() instanceof FigureValue.NotReported)
                .map(each -> each.getKey().column())
                .sorted()
                .toArray(String[]::new);
    }

    ReturnFigures figures() {
        if (read == null) {
            read = read();
        }
        return read;
    }

    private ReturnFigures read() {
        Map<Measure, FigureValue> cells = new TreeMap<>();
        for (Measure measure : Measure.OWN) {
            boolean none = measure.mayNotApply() && Boolean.TRUE.equals(value(notApplicable(measure)));
            cells.put(measure, cell((Integer) value(measure.field()), none));
        }
        extra.forEach((code, number) -> cells.put(Measure.added(code, false), new FigureValue.Number(number)));
        for (String code : lacking) {
            cells.put(Measure.added(code, true), FigureValue.NOT_REPORTED);
        }
        return new ReturnFigures(cells, note);
    }

    private @Nullable Object value(String field) {
        return ReflectionUtils.getField(Objects.requireNonNull(FIELDS.get(field)), this);
    }

    private void set(String field, @Nullable Object value) {
        ReflectionUtils.setField(Objects.requireNonNull(FIELDS.get(field)), this, value);
    }

    private static String notApplicable(Measure measure) {
        return measure.group().field() + "Na";
    }
}
