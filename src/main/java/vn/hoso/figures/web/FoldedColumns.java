package vn.hoso.figures.web;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hoso.fields.UnusedColumns;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;

/** The columns of the month's sheet that an office does not use: they stay in the form, out of sight while they are empty. */
@Component
class FoldedColumns {

    private final UnusedColumns unused;

    FoldedColumns(UnusedColumns unused) {
        this.unused = unused;
    }

    /** Those that a month folds: none that a return must have, none that holds a figure, typed or stored, of any unit. */
    Set<Measure> at(MonthSnapshot month, List<Measure> measures, UnsavedEdits typed) {
        Set<Measure> folded = new HashSet<>();
        for (String name : unused.names()) {
            List<Measure> together = measures.stream()
                    .filter(measure -> measure.field().equals(name)
                            || measure.group().field().equals(name))
                    .toList();
            if (together.stream().noneMatch(measure -> measure.required() || used(month, measure, typed))) {
                folded.addAll(together);
            }
        }
        return folded;
    }

    private static boolean used(MonthSnapshot month, Measure measure, UnsavedEdits typed) {
        boolean stored = month.units().stream()
                .map(unit -> month.of(unit.id()))
                .filter(Objects::nonNull)
                .map(each -> each.figures().cells().get(measure))
                .anyMatch(cell -> cell instanceof FigureValue.Number || cell instanceof FigureValue.NotApplicable);
        MonthForm form = typed.form();
        return stored
                || month.units().stream()
                        .flatMap(unit -> month.remarksOf(unit.id()).stream())
                        .anyMatch(remark -> measure.equals(remark.measure()))
                || form != null
                        && form.rows().values().stream()
                                .anyMatch(row -> !row.text().cell(measure).isBlank());
    }
}
