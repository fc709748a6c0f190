package vn.hoso.figures;

import jakarta.persistence.Embeddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;

/**
 * The figures of a return as columns: returns, their revisions and proposals hold the same ones. Names and values are made
 * from {@link Measure}; the fields are here because JPA knows columns only by them, and one that is missing ends every save.
 */
@Embeddable
class FigureColumns {

    /** What is counted: a number for each measure, and for each class of procedures whether it applies. */
    private static final List<String> COUNTED = Arrays.stream(Measure.values())
            .flatMap(measure -> Stream.of(measure.group().notApplicableColumn(), measure.column()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();

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

    private static String each(Function<String, String> column) {
        return COUNTED.stream().map(column).collect(Collectors.joining(", "));
    }

    static ReturnFigures figures(ResultSet row) throws SQLException {
        return figures(row, "");
    }

    static ReturnFigures figures(ResultSet row, String prefix) throws SQLException {
        Map<Measure, FigureValue> cells = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            String notApplicable = measure.group().notApplicableColumn();
            boolean none = notApplicable != null && row.getBoolean(prefix + notApplicable);
            cells.put(measure, cell(row.getObject(prefix + measure.column(), Integer.class), none));
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

    protected FigureColumns() {}

    FigureColumns(ReturnFigures figures) {
        DirectFieldAccessor fields = new DirectFieldAccessor(this);
        for (Measure measure : Measure.values()) {
            fields.setPropertyValue(measure.field(), figures.number(measure));
            if (measure.mayNotApply()) {
                fields.setPropertyValue(notApplicable(measure), figures.notApplicable(measure));
            }
        }
        note = figures.note();
    }

    ReturnFigures figures() {
        DirectFieldAccessor fields = new DirectFieldAccessor(this);
        Map<Measure, FigureValue> cells = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            boolean none =
                    measure.mayNotApply() && Boolean.TRUE.equals(fields.getPropertyValue(notApplicable(measure)));
            cells.put(measure, cell((Integer) fields.getPropertyValue(measure.field()), none));
        }
        return new ReturnFigures(cells, note);
    }

    private static String notApplicable(Measure measure) {
        return measure.group().field() + "Na";
    }
}
