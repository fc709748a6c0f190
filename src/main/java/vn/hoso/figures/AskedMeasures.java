package vn.hoso.figures;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hoso.fields.ReturnField;
import vn.hoso.fields.ReturnFields;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;

/** The measures that returns are asked for: their own and those that the office added. No statement. */
@Component
public class AskedMeasures {

    private final ReturnFields fields;

    AskedMeasures(ReturnFields fields) {
        this.fields = fields;
    }

    /** What a month's returns are asked for, in the order of the columns. */
    public List<Measure> at(YearMonth month) {
        return withOwn(fields.at(month));
    }

    /** What returns of any month were or are asked for. */
    public List<Measure> all() {
        return withOwn(fields.all());
    }

    /** The same figures, whose added measures know their names. */
    ReturnFigures named(ReturnFigures figures) {
        Map<Measure, FigureValue> cells = new HashMap<>(figures.cells());
        all().stream().filter(Measure::added).filter(cells::containsKey).forEach(measure -> {
            FigureValue cell = Objects.requireNonNull(cells.remove(measure));
            cells.put(measure, cell);
        });
        return new ReturnFigures(cells, figures.note());
    }

    private static List<Measure> withOwn(List<ReturnField> added) {
        return Stream.concat(Measure.OWN.stream(), added.stream().map(Measure::of))
                .toList();
    }
}
