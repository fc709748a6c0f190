package vn.hoso.fields;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.fields.FieldFigures.Months;
import vn.hoso.fields.ReturnFieldService.Problem;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;

/** Holds a field against the others, the columns of sheets and what returns hold already. */
@Component
class FieldChecks {

    /** More columns make no usable grid. */
    private static final int MOST = 12;

    private final FieldFigures figures;
    private final List<ReservedHeadings> reserved;
    private final List<FieldUses> uses;
    private final EntryWindows windows;

    FieldChecks(FieldFigures figures, List<ReservedHeadings> reserved, List<FieldUses> uses, EntryWindows windows) {
        this.figures = figures;
        this.reserved = reserved;
        this.uses = uses;
        this.windows = windows;
    }

    /** What does not fit the fields that are kept; empty where it could be one of them. */
    List<Problem> problems(ReturnField field, boolean added, List<ReturnField> kept) {
        Map<String, ReturnField> all = kept.stream().collect(Collectors.toMap(ReturnField::code, Function.identity()));
        List<Problem> found = new ArrayList<>();
        List<ReturnField> others = kept.stream()
                .filter(other -> !other.code().equals(field.code()))
                .toList();
        if (added
                && (all.containsKey(field.code())
                        || figures.own().containsKey(field.code())
                        || others.stream().anyMatch(other -> same(field.code(), other)))) {
            found.add(Problem.of("code", "fields.problem.code.taken", field.code()));
        }
        if (added && all.size() >= MOST) {
            found.add(Problem.of("code", "fields.problem.many", String.valueOf(MOST)));
        }
        if (others.stream().anyMatch(other -> same(field.name(), other))) {
            found.add(Problem.of("name", "fields.problem.name.taken", field.name()));
        }
        if (Stream.of(field.name(), field.code())
                .anyMatch(words -> reserved.stream().anyMatch(each -> each.means(words)))) {
            found.add(Problem.of("name", "fields.problem.name.reserved", field.name()));
        }
        found.addAll(wholes(field, all));
        found.addAll(months(field, added));
        if (found.isEmpty()) {
            List<ReturnField> after =
                    Stream.concat(others.stream(), Stream.of(field)).toList();
            for (FieldUses each : uses) {
                List<Problem> lost = new ArrayList<>(each.lost(after));
                lost.removeAll(each.lost(kept));
                found.addAll(lost);
            }
        }
        return found;
    }

    /** Whether these words would be taken for another field, in a list or over the column of a sheet. */
    private boolean same(String words, ReturnField other) {
        return reserved.stream().anyMatch(each -> each.same(words, other.name()) || each.same(words, other.code()));
    }

    private List<Problem> wholes(ReturnField field, Map<String, ReturnField> all) {
        if (field.notAbove() == null) {
            return List.of();
        }
        if (!figures.own().containsKey(field.notAbove()) && !all.containsKey(field.notAbove())) {
            return List.of(Problem.of("notAbove", "fields.problem.notAbove"));
        }
        for (ReturnField whole = all.get(field.notAbove()); whole != null; whole = next(whole, all)) {
            if (whole.code().equals(field.code())) {
                return List.of(Problem.of("notAbove", "fields.problem.circle"));
            }
        }
        int above = figures.above(field.code(), field.notAbove());
        return above == 0 ? List.of() : List.of(Problem.of("notAbove", "fields.problem.above", Formats.count(above)));
    }

    private static @Nullable ReturnField next(ReturnField field, Map<String, ReturnField> all) {
        return field.notAbove() == null ? null : all.get(field.notAbove());
    }

    private List<Problem> months(ReturnField field, boolean added) {
        YearMonth earliest = windows.today().earliest();
        YearMonth latest = windows.today().current().plusMonths(ReturnFields.AHEAD);
        YearMonth until = field.validUntil();
        if (field.validFrom().isBefore(earliest) || field.validFrom().isAfter(latest)) {
            return List.of(Problem.of("from", "fields.problem.from", Formats.month(earliest), Formats.month(latest)));
        }
        if (until != null && (!until.isAfter(field.validFrom()) || until.isAfter(latest.plusMonths(1)))) {
            return List.of(Problem.of("last", "fields.problem.last", Formats.month(latest)));
        }
        Months held = added ? null : figures.held().get(field.code());
        if (held != null && held.first().isBefore(field.validFrom())) {
            return List.of(Problem.of("from", "fields.problem.from.held", Formats.month(held.first())));
        }
        return held != null && until != null && !held.last().isBefore(until)
                ? List.of(Problem.of("last", "fields.problem.last.held", Formats.month(held.last())))
                : List.of();
    }
}
