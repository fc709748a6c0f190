package vn.hoso.reconciliation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.ListSheet;
import vn.hoso.reconciliation.CountedDays;
import vn.hoso.reconciliation.Difference;
import vn.hoso.reconciliation.Difference.State;
import vn.hoso.reconciliation.ValueSource;

/** Differences as a file: a column for each source of values. */
final class DifferenceSheet {

    private DifferenceSheet() {}

    static ListSheet of(List<Difference> differences, CountedDays days, DifferenceMessages words) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<@Nullable Object> headings = new ArrayList<>(List.of(
                words.say("reconciliation.unit"),
                words.say("reconciliation.period"),
                words.say("reconciliation.measure")));
        Stream.of(ValueSource.values()).forEach(each -> headings.add(words.source(each)));
        headings.addAll(List.of(
                words.say("reconciliation.difference"),
                words.say("reconciliation.owner"),
                words.say("reconciliation.state"),
                words.say("reconciliation.explanation"),
                words.say("reconciliation.explanation.earlier")));
        rows.add(headings);
        for (Difference each : differences) {
            String unit = words.unit(each.figure(), each.unit(), days);
            Map<ValueSource, Long> values = each.values();
            String counted = words.days(each, days);
            String period = words.period(each.figure()) + (counted == null ? "" : " (" + counted + ")");
            List<@Nullable Object> row = new ArrayList<>(List.of(unit, period, words.measure(each.figure())));
            Stream.of(ValueSource.values())
                    .forEach(source -> row.add(
                            Difference.notApplicable(each.seen(), source)
                                    ? words.say("reconciliation.not-applicable")
                                    : values.get(source)));
            row.add(each.state() == State.INCOMPARABLE ? null : each.size());
            row.addAll(List.of(words.owner(each, unit), words.say("reconciliation.state." + each.state())));
            String said = each.last() == null ? null : each.last().words();
            row.add(each.moved() ? null : said);
            row.add(each.moved() ? said : null);
            rows.add(row);
        }
        return new ListSheet(words.say("reconciliation.title"), 0, rows);
    }
}
