package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.MonthAddress;
import vn.hoso.units.Unit;

/** Lays a month out as a page. */
@Component
class MonthGridViewAssembler {

    private final MonthAddress addresses;
    private final FiguresMessages words;
    private final UnitNoteQueries notes;
    private final AskedMeasures asked;
    private final FoldedColumns folded;

    MonthGridViewAssembler(
            MonthAddress addresses,
            FiguresMessages words,
            UnitNoteQueries notes,
            AskedMeasures asked,
            FoldedColumns folded) {
        this.folded = folded;
        this.addresses = addresses;
        this.words = words;
        this.notes = notes;
        this.asked = asked;
    }

    /** Puts the month's grid on its page, with the number of notes beside each unit; the name of the page. */
    String show(MonthSnapshot snapshot, CurrentUser reader, UnsavedEdits overlay, UnitPage asked, Model model) {
        return show(snapshot, reader, overlay, SubmissionForm.NONE, asked, model);
    }

    /** @param asked which of the units; those whose typed text is not stored are shown besides */
    String show(
            MonthSnapshot snapshot,
            CurrentUser reader,
            UnsavedEdits overlay,
            SubmissionForm answers,
            UnitPage asked,
            Model model) {
        MonthForm typed = overlay.form();
        UnitPage.Shown<Unit> shown = asked.among(
                snapshot.units(),
                Function.identity(),
                typed == null ? Set.of() : typed.rows().keySet());
        model.addAttribute("page", page(snapshot, shown, reader, overlay, answers));
        model.addAttribute(
                "notes",
                notes.counts(
                        snapshot.month(), shown.units().stream().map(Unit::id).toList()));
        return "figures/month";
    }

    private MonthGridView page(
            MonthSnapshot month,
            UnitPage.Shown<Unit> on,
            CurrentUser reader,
            UnsavedEdits overlay,
            SubmissionForm answers) {
        List<Measure> measures = asked.at(month.month());
        List<GridRowAssembler> rows = on.units().stream()
                .map(unit -> new GridRowAssembler(unit, month, measures, overlay, words))
                .toList();
        Set<Unit> onPage = Set.copyOf(on.units());
        List<Unit> others =
                month.units().stream().filter(unit -> !onPage.contains(unit)).toList();
        List<MonthGridView.Row> shown =
                rows.stream().map(row -> row.page(reader)).toList();
        return new MonthGridView(
                Formats.month(month.month()),
                month.month().toString(),
                neighbour(month.month().minusMonths(1)),
                neighbour(month.month().plusMonths(1)),
                words.lock(month.lock()),
                shown.stream().anyMatch(MonthGridView.Row::editable),
                columns(measures, folded.at(month, measures, overlay)),
                shown,
                on.finder(),
                totals(month, measures),
                rest(month, others, measures),
                complete(month, month.units()).count() + "/" + month.units().size(),
                shares(month),
                words.ofRules(measures.stream().anyMatch(Measure::added)),
                reader.id(),
                rows.stream().flatMap(row -> row.problemLines().stream()).toList(),
                alert(month, overlay),
                words.reopened(month.reopening()),
                month.units().stream()
                        .filter(unit -> !month.remarksOf(unit.id()).isEmpty())
                        .map(unit -> new GridRowAssembler(unit, month, measures, overlay, words))
                        .flatMap(row -> row.remarkLine(onPage.contains(row.unit())).stream())
                        .toList(),
                new MonthGridView.Submission(
                        ready(month, on.units(), reader, answers),
                        Formats.count(units(month, reader).count()),
                        reader.mayApprove(),
                        overlay.nothingTicked() ? words.text("figures.submit.nothing") : null),
                overlay.form() == null ? "" : overlay.form().reason());
    }

    /** What became of the save as a whole: how many units are stored, and which are not. */
    private @Nullable String alert(MonthSnapshot month, UnsavedEdits overlay) {
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
                .map(unit -> ReturnRef.value(unit.id(), month.of(unit.id())))
                .toList();
    }

    /** Of those shown, and of those that have to answer a remark first: whoever submits all answers all. */
    private List<MonthGridView.Ready> ready(
            MonthSnapshot month, List<Unit> shown, CurrentUser reader, SubmissionForm answers) {
        return units(month, reader)
                .filter(unit ->
                        shown.contains(unit) || !month.remarksOf(unit.id()).isEmpty())
                .map(unit -> ready(month, unit, answers))
                .toList();
    }

    private MonthGridView.Ready ready(MonthSnapshot month, Unit unit, SubmissionForm answers) {
        String value = ReturnRef.value(unit.id(), month.of(unit.id()));
        return new MonthGridView.Ready(
                value,
                unit.name(),
                answers.chosen().contains(value),
                month.remarksOf(unit.id()).stream()
                        .map(remark -> new MonthGridView.Asked(
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

    private static List<MonthGridView.Column> columns(List<Measure> measures, Set<Measure> folded) {
        return measures.stream()
                .map(measure -> new MonthGridView.Column(
                        measure.field(),
                        FiguresMessages.labelKey(measure),
                        FiguresMessages.labelKey(measure) + ".short",
                        !measure.required(),
                        measure.group(),
                        folded.contains(measure)))
                .toList();
    }

    /** Fractions only: what they amount to in percent is for the results to say. */
    private static List<String> shares(MonthSnapshot month) {
        return List.of(
                total(month, Measure.FULL_PROCESS_ONLINE) + "/" + total(month, Measure.FULL_PROCESS_RECEIVED),
                total(month, Measure.PARTIAL_ONLINE) + "/" + total(month, Measure.PARTIAL_RECEIVED),
                Formats.count(complete(month, month.units())
                                .mapToLong(ReturnFigures::onlineTotal)
                                .sum()) + "/" + total(month, Measure.DOSSIERS_RECEIVED));
    }

    private static Stream<ReturnFigures> complete(MonthSnapshot month, List<Unit> units) {
        return units.stream()
                .map(unit -> month.of(unit.id()))
                .filter(stored -> stored != null && stored.complete())
                .map(StoredReturn::figures);
    }

    /** The sum of each measure, in the order of the columns. */
    static List<String> totals(MonthSnapshot month, List<Measure> measures) {
        return measures.stream().map(measure -> total(month, measure)).toList();
    }

    /** Only complete returns are added, as everywhere; a measure that none of them reports has no total. */
    private static String total(MonthSnapshot month, Measure measure) {
        List<Integer> numbers = complete(month, month.units())
                .map(figures -> figures.number(measure))
                .filter(Objects::nonNull)
                .toList();
        return numbers.isEmpty()
                ? FiguresMessages.NOTHING
                : Formats.count(numbers.stream().mapToLong(Integer::longValue).sum());
    }

    /** What these units add to the totals while the others are being typed; null where there are none. */
    private static MonthGridView.@Nullable Rest rest(MonthSnapshot month, List<Unit> units, List<Measure> measures) {
        if (units.isEmpty()) {
            return null;
        }
        List<ReturnFigures> complete = complete(month, units).toList();
        return new MonthGridView.Rest(
                measures.stream()
                        .<@Nullable Long>map(measure -> complete.stream()
                                .map(figures -> figures.number(measure))
                                .filter(Objects::nonNull)
                                .map(Integer::longValue)
                                .reduce(Long::sum)
                                .orElse(null))
                        .toList(),
                complete.stream().mapToLong(ReturnFigures::onlineTotal).sum());
    }
}
