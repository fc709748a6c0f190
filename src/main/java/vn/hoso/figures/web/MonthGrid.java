package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.figures.Measure;
import vn.hoso.figures.MonthReading.MonthSnapshot;
import vn.hoso.figures.MonthReading.StoredReturn;
import vn.hoso.figures.ReturnFigures;
import vn.hoso.figures.ReturnStatus;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.units.Unit;

/** Lays a month out as a page. */
@Component
class MonthGrid {

    private final MonthAddress addresses;
    private final GridWords words;

    MonthGrid(MonthAddress addresses, GridWords words) {
        this.addresses = addresses;
        this.words = words;
    }

    MonthGridPage page(MonthSnapshot month, CurrentUser reader, Overlay overlay, TypedAnswers answers) {
        List<GridRow> rows = month.units().stream()
                .map(unit -> new GridRow(unit, month, overlay, words))
                .toList();
        List<MonthGridPage.Row> shown =
                rows.stream().map(row -> row.page(reader)).toList();
        return new MonthGridPage(
                Formats.month(month.month()),
                month.month().toString(),
                neighbour(month.month().minusMonths(1)),
                neighbour(month.month().plusMonths(1)),
                words.lock(month.lock()),
                shown.stream().anyMatch(MonthGridPage.Row::editable),
                Arrays.stream(Measure.values()).map(MonthGrid::column).toList(),
                shown,
                totals(month),
                reported(month),
                shares(month),
                words.ofRules(),
                reader.id(),
                rows.stream().flatMap(row -> row.problemLines().stream()).toList(),
                alert(month, overlay),
                words.reopened(month.reopening()),
                rows.stream().flatMap(row -> row.remarkLine().stream()).toList(),
                new MonthGridPage.Submission(
                        ready(month, reader, answers),
                        reader.is(Role.REVIEWER),
                        overlay.nothingTicked() ? words.text("figures.submit.nothing") : null));
    }

    /** What became of the save as a whole: how many units are stored, and which are not. */
    private @Nullable String alert(MonthSnapshot month, Overlay overlay) {
        if (overlay.alertKey() == null) {
            return null;
        }
        if (overlay.saved() == 0) {
            return words.text(overlay.alertKey());
        }
        List<String> left = month.units().stream()
                .filter(unit -> overlay.refused().contains(unit.id()))
                .map(Unit::name)
                .toList();
        return words.text(
                "figures.alert.partly",
                Formats.count(overlay.saved()),
                Formats.count(left.size()),
                String.join(", ", left));
    }

    /** The returns that their reader could submit now, as forms send them. */
    static List<String> submittable(MonthSnapshot month, CurrentUser reader) {
        return units(month, reader)
                .map(unit -> SeenReturns.value(unit.id(), month.of(unit.id())))
                .toList();
    }

    private List<MonthGridPage.Ready> ready(MonthSnapshot month, CurrentUser reader, TypedAnswers answers) {
        return units(month, reader).map(unit -> ready(month, unit, answers)).toList();
    }

    private MonthGridPage.Ready ready(MonthSnapshot month, Unit unit, TypedAnswers answers) {
        String value = SeenReturns.value(unit.id(), month.of(unit.id()));
        return new MonthGridPage.Ready(
                value,
                unit.name(),
                answers.chosen().contains(value),
                month.remarksOf(unit.id()).stream()
                        .map(remark -> new MonthGridPage.Asked(
                                "answer-" + remark.id(),
                                "answer." + remark.id(),
                                words.about(remark.measure(), remark.text()),
                                answers.to(remark),
                                answers.missing(remark, value)))
                        .toList());
    }

    private static Stream<Unit> units(MonthSnapshot month, CurrentUser reader) {
        return month.units().stream()
                .filter(unit -> month.lock() == null && reader.mayEnter(unit.id()))
                .filter(unit -> submittable(month.of(unit.id())));
    }

    private static boolean submittable(@Nullable StoredReturn stored) {
        return stored != null
                && stored.complete()
                && (stored.status() == ReturnStatus.DRAFT || stored.status() == ReturnStatus.RETURNED);
    }

    private @Nullable String neighbour(YearMonth month) {
        return addresses.holds(month) ? month.toString() : null;
    }

    private static MonthGridPage.Column column(Measure measure) {
        String key = GridWords.labelKey(measure);
        return new MonthGridPage.Column(measure.field(), key, key + ".short", !measure.required());
    }

    /** Fractions only: what they amount to in percent is for the results to say. */
    private static List<String> shares(MonthSnapshot month) {
        return List.of(
                share(month, Measure.FULL_PROCESS_ONLINE, Measure.FULL_PROCESS_RECEIVED),
                share(month, Measure.PARTIAL_ONLINE, Measure.PARTIAL_RECEIVED),
                Formats.count(complete(month)
                                .mapToLong(ReturnFigures::onlineTotal)
                                .sum()) + "/" + total(month, Measure.DOSSIERS_RECEIVED));
    }

    private static String share(MonthSnapshot month, Measure online, Measure received) {
        return total(month, online) + "/" + total(month, received);
    }

    private static Stream<ReturnFigures> complete(MonthSnapshot month) {
        return month.units().stream()
                .map(unit -> month.of(unit.id()))
                .filter(stored -> stored != null && stored.complete())
                .map(StoredReturn::figures);
    }

    /** The sum of each measure, in the order of the columns. */
    static List<String> totals(MonthSnapshot month) {
        return Arrays.stream(Measure.values())
                .map(measure -> total(month, measure))
                .toList();
    }

    /** Only complete returns are added, as everywhere; a measure that none of them reports has no total. */
    private static String total(MonthSnapshot month, Measure measure) {
        List<Integer> numbers = complete(month)
                .map(figures -> figures.number(measure))
                .filter(Objects::nonNull)
                .toList();
        return numbers.isEmpty()
                ? GridWords.NOTHING
                : Formats.count(numbers.stream().mapToLong(Integer::longValue).sum());
    }

    private static String reported(MonthSnapshot month) {
        return complete(month).count() + "/" + month.units().size();
    }
}
