package vn.hoso.imports.layouts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.hoso.fields.ReturnField;
import vn.hoso.figures.domain.Measure;

/**
 * The columns of sheets that hold what the office added to its returns: known by their names or codes, as a whole and nothing but.
 * Words that mean one of the return's own figures never mean an added one.
 *
 * @param measures by the folded words
 */
public record AddedColumns(Map<String, Measure> measures) {

    public static final AddedColumns NONE = new AddedColumns(Map.of());

    public static AddedColumns of(Collection<ReturnField> fields) {
        Map<String, Measure> measures = new HashMap<>();
        fields.forEach(field -> {
            measures.put(ComparableText.of(field.code()), Measure.of(field));
            measures.put(ComparableText.of(field.name()), Measure.of(field));
        });
        return new AddedColumns(measures);
    }

    /** The measure, own or added, if the words mean exactly one. */
    Optional<Measure> measure(String headings) {
        return ColumnMeaning.measure(headings).or(() -> Optional.ofNullable(measures.get(ComparableText.of(headings))));
    }

    /** Whether a column with this heading would be taken for something else than an added figure, or for one without any. */
    public static boolean means(String heading) {
        return ComparableText.of(heading).isEmpty()
                || ColumnMeaning.measure(heading).isPresent()
                || ColumnMeaning.unit(heading)
                || ColumnMeaning.code(heading)
                || ColumnMeaning.month(heading)
                || ColumnMeaning.note(heading);
    }
}
