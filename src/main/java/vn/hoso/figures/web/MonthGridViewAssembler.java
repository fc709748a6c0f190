package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.MonthGridQueries;
import vn.hoso.figures.MonthGridQueries.GridPage;
import vn.hoso.figures.MonthGridQueries.GridSnapshot;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.MonthTotals;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.MonthAddress;
import vn.hoso.units.Unit;

/** Lays a month out as a page. */
@Component
class MonthGridViewAssembler {

    private final MonthGridQueries reading;
    private final MonthAddress addresses;
    private final FiguresMessages words;
    private final UnitNoteQueries notes;
    private final AskedMeasures asked;
    private final FoldedColumns folded;

    MonthGridViewAssembler(
            MonthGridQueries reading,
            MonthAddress addresses,
            FiguresMessages words,
            UnitNoteQueries notes,
            AskedMeasures asked,
            FoldedColumns folded) {
        this.reading = reading;
        this.folded = folded;
        this.addresses = addresses;
        this.words = words;
        this.notes = notes;
        this.asked = asked;
    }

    /** Puts the month's grid on its page, with the number of notes beside each unit; the name of the page. */
    String show(YearMonth month, CurrentUser reader, UnsavedEdits overlay, MonthUnitsPage page, Model model) {
        return show(month, reader, overlay, SubmissionForm.NONE, page, model);
    }

    /** @param page which of the units; those whose typed text is not stored are shown besides */
    String show(
            YearMonth month,
            CurrentUser reader,
            UnsavedEdits overlay,
            SubmissionForm answers,
            MonthUnitsPage page,
            Model model) {
        MonthForm typed = overlay.form();
        Set<Long> always = typed == null ? Set.of() : typed.rows().keySet();
        List<Measure> measures = asked.at(month);
        GridPage<MonthUnitsPage.Shown> read = reading.read(month, measures, reader, units -> page.among(units, always));
        MonthUnitsPage.Shown shown = read.shown();
        model.addAttribute("page", page(read.month(), measures, shown, reader, overlay, answers));
        model.addAttribute(
                "notes",
                notes.counts(month, shown.units().stream().map(Unit::id).toList()));
        return "figures/month";
    }

    private MonthGridView page(
            GridSnapshot month,
            List<Measure> measures,
            MonthUnitsPage.Shown on,
            CurrentUser reader,
            UnsavedEdits overlay,
            SubmissionForm answers) {
        List<GridRowAssembler> rows = on.units().stream()
                .map(unit -> new GridRowAssembler(unit, month, measures, overlay, words))
                .toList();
        Set<Unit> onPage = Set.copyOf(on.units());
        MonthTotals.Part all = month.totals().all();
        List<MonthGridView.Row> shown =
                rows.stream().map(row -> row.page(reader)).toList();
        return new MonthGridView(
                Formats.month(month.days()),
                month.month().toString(),
                neighbour(month.month().minusMonths(1)),
                neighbour(month.month().plusMonths(1)),
                words.lock(month.lock()),
                shown.stream().anyMatch(MonthGridView.Row::editable),
                columns(measures, folded.at(month, measures, overlay)),
                shown,
                on.finder(),
                totals(all, measures),
                on.units().size() == month.units().size()
                        ? null
                        : rest(month.totals().rest(), measures),
                all.complete() + "/" + month.units().size(),
                shares(all),
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
                        Formats.count(month.lock() == null ? all.submittable() : 0),
                        reader.mayApprove(),
                        overlay.nothingTicked() ? words.text("figures.submit.nothing") : null),
                overlay.form() == null ? "" : overlay.form().reason());
    }

    /** What became of the save as a whole: how many units are stored, and which are not. */
    private @Nullable String alert(GridSnapshot month, UnsavedEdits overlay) {
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

    /** Of those shown, and of those that have to answer a remark first: whoever submits all answers all. */
    private List<MonthGridView.Ready> ready(
            GridSnapshot month, List<Unit> shown, CurrentUser reader, SubmissionForm answers) {
        return month.units().stream()
                .filter(unit -> submittable(month.of(unit.id())))
                .filter(unit -> month.lock() == null && reader.mayEnter(unit.id()))
                .filter(unit ->
                        shown.contains(unit) || !month.remarksOf(unit.id()).isEmpty())
                .map(unit -> ready(month, unit, answers))
                .toList();
    }

    private MonthGridView.Ready ready(GridSnapshot month, Unit unit, SubmissionForm answers) {
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
    private static List<String> shares(MonthTotals.Part all) {
        String online = all.complete() == 0 ? FiguresMessages.NOTHING : Formats.count(all.online());
        return List.of(
                total(all, Measure.FULL_PROCESS_ONLINE) + "/" + total(all, Measure.FULL_PROCESS_RECEIVED),
                total(all, Measure.PARTIAL_ONLINE) + "/" + total(all, Measure.PARTIAL_RECEIVED),
                online + "/" + total(all, Measure.DOSSIERS_RECEIVED));
    }

    /** The sum of each measure, in the order of the columns. */
    static List<String> totals(MonthTotals.Part all, List<Measure> measures) {
        return measures.stream().map(measure -> total(all, measure)).toList();
    }

    private static String total(MonthTotals.Part all, Measure measure) {
        Long sum = all.sum(measure);
        return sum == null ? FiguresMessages.NOTHING : Formats.count(sum);
    }

    /** What the units that are not on the page add to the totals while those on it are being typed. */
    private static MonthGridView.Rest rest(MonthTotals.Part rest, List<Measure> measures) {
        return new MonthGridView.Rest(
                measures.stream().<@Nullable Long>map(rest::sum).toList(), rest.online());
    }
}
