package vn.hoso.figures.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hoso.fields.UnusedColumns;
import vn.hoso.figures.MonthGridQueries.GridSnapshot;
import vn.hoso.figures.domain.Measure;

/** The columns of the month's sheet that an office does not use: they stay in the form, out of sight while they are empty. */
@Component
class FoldedColumns {

    private final UnusedColumns unused;

    FoldedColumns(UnusedColumns unused) {
        this.unused = unused;
    }

    /** Those that a month folds: none that a return must have, none that holds a figure, typed or stored, of any unit. */
    Set<Measure> at(GridSnapshot month, List<Measure> measures, UnsavedEdits typed) {
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

    private static boolean used(GridSnapshot month, Measure measure, UnsavedEdits typed) {
        MonthForm form = typed.form();
        return month.totals().all().used().contains(measure)
                || month.remarks().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(remark -> measure.equals(remark.measure()))
                || form != null
                        && form.rows().values().stream()
                                .anyMatch(row -> !row.text().cell(measure).isBlank());
    }
}
