package vn.hoso.imports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.ActSheet;
import vn.hoso.imports.CellQuestion;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.SheetName;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.layouts.OneUnitSheet;
import vn.hoso.imports.layouts.SheetLayout;
import vn.hoso.imports.web.PreviewForms.LayoutForm;
import vn.hoso.imports.web.PreviewForms.Typed;
import vn.hoso.imports.web.PreviewForms.UnitsForm;
import vn.hoso.imports.web.Questions.CellQuestionView;
import vn.hoso.period.EntryWindow;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UnitOptions;

/** Says what a preview still has to ask. */
@Component
class QuestionMessages {

    private static final int PLACES = 60;

    private final PageMessages messages;
    private final EntryWindows windows;
    private final PanelViewAssembler panel;
    private final AskedMeasures asked;

    QuestionMessages(PageMessages messages, EntryWindows windows, PanelViewAssembler panel, AskedMeasures asked) {
        this.messages = messages;
        this.windows = windows;
        this.panel = panel;
        this.asked = asked;
    }

    /**
     * The questions of a preview.
     *
     * @param typed an answer that was refused, null if there was none
     */
    Questions of(ImportPreview preview, @Nullable Typed typed) {
        UnitOptions units = Questions.options(preview);
        UnitsForm said = typed instanceof UnitsForm form ? form : null;
        boolean sheets = preview.severalSheets();
        boolean known = preview.sheets().stream().anyMatch(sheet -> sheet.layout() != null);
        Optional<ActSheet> described =
                preview.sheets().stream().filter(ActSheet::described).findFirst();
        return new Questions(
                preview.undated().stream().map(this::month).toList(),
                preview.cells().stream().map(each -> cells(each, sheets)).toList(),
                !known || described.isPresent()
                        ? mapping(
                                preview,
                                described.orElse(null),
                                known ? List.of() : ImportsView.Month.all(windows.today()),
                                typed instanceof LayoutForm form ? form : null)
                        : null,
                names(preview.unknown(), sheets, units, said),
                names(
                        preview.names().stream()
                                .filter(name -> name.chosen() != null)
                                .toList(),
                        sheets,
                        units,
                        said),
                units);
    }

    /** The questions that nobody has answered, one sentence for each. */
    List<PreviewView.Issue> open(ImportPreview preview) {
        List<PreviewView.Issue> open = new ArrayList<>();
        if (preview.sheets().stream().noneMatch(ActSheet::choosable)) {
            preview.sheets().stream()
                    .filter(sheet -> !sheet.sheet().readAsFirst())
                    .forEach(sheet -> open.add(new PreviewView.Issue(sheet.name(), panel.unusable(sheet))));
        } else if (preview.sheets().stream()
                .allMatch(sheet -> !sheet.used() && sheet.standing() != ActSheet.Standing.MONTH_ASKED)) {
            open.add(new PreviewView.Issue("", messages.of("imports.refused.no-sheet")));
        }
        preview.undated()
                .forEach(sheet -> open.add(
                        new PreviewView.Issue(sheet.name(), messages.of("imports.month.why." + sheet.reason()))));
        preview.cells().stream()
                .filter(CellQuestion::open)
                .forEach(question -> open.add(
                        new PreviewView.Issue("", cells(question, false).title())));
        preview.unknown()
                .forEach(name -> open.add(new PreviewView.Issue(name(name), messages.of("imports.names.open"))));
        return open;
    }

    private Questions.SheetMonth month(ActSheet sheet) {
        return new Questions.SheetMonth(
                sheet.index(),
                sheet.name(),
                messages.of("imports.month.why." + sheet.reason()),
                sheet.claims().stream()
                        .filter(claim -> windows.today().place(claim.month()) == EntryWindow.Place.INSIDE)
                        .map(claim -> new ImportsView.Month(
                                messages.of("imports.month.said", Formats.month(claim.month()), panel.where(claim)),
                                claim.month().toString()))
                        .toList(),
                sheet.yearAsked() ? ImportsView.Month.years(windows.today()) : ImportsView.Month.all(windows.today()),
                sheet.yearAsked());
    }

    /** @param sheets whether places name their sheets */
    private CellQuestionView cells(CellQuestion question, boolean sheets) {
        String key = "imports.cells." + question.kind().field();
        return new CellQuestionView(
                question.kind().field(),
                messages.of(key, Formats.count((long) question.places().size())),
                question.places().stream()
                        .limit(PLACES)
                        .map(each -> place(each, sheets))
                        .toList(),
                Math.max(0, question.places().size() - PLACES),
                question.kind().answers().stream()
                        .map(answer -> new CellQuestionView.Option(answer, messages.of(key + "." + answer)))
                        .toList(),
                question.answer());
    }

    private String place(CellQuestion.Place place, boolean sheets) {
        String where = where(place.at(), sheets);
        return place.at().cell()
                ? messages.of("imports.cells.cell", place.unit(), where, place.how())
                : messages.of(
                        "imports.cells.row", place.unit(), where, messages.of("imports.cells.row." + place.how()));
    }

    private String where(ImportPreview.Spot at, boolean sheets) {
        if (sheets) {
            return messages.of(at.cell() ? "imports.cell.of-sheet" : "imports.row.of-sheet", at.sheet(), at.address());
        }
        return messages.of(at.cell() ? "imports.cell.of" : "imports.row.of", at.address());
    }

    /** The measures that any month of the act is asked for. */
    List<Measure> measures(ImportPreview preview) {
        return asked.all().stream()
                .filter(measure -> !measure.added()
                        || preview.months().stream()
                                .anyMatch(month -> asked.at(month.month()).contains(measure)))
                .toList();
    }

    List<PreviewView.Column> columns(ImportPreview preview) {
        return columns(measures(preview));
    }

    private static List<PreviewView.Column> columns(List<Measure> measures) {
        return measures.stream()
                .map(measure -> new PreviewView.Column(measure.field(), "figures.measure." + measure.field()))
                .toList();
    }

    private List<Questions.Name> names(
            List<SheetName> names, boolean sheets, UnitOptions units, @Nullable UnitsForm said) {
        return IntStream.range(0, names.size())
                .mapToObj(at -> new Questions.Name(
                        at,
                        name(names.get(at)),
                        names.get(at).key(),
                        where(names.get(at).at(), sheets),
                        names.get(at).chosen(),
                        why(names.get(at).disagreement()),
                        Questions.field(at, names.get(at), units, said)))
                .toList();
    }

    private String name(SheetName name) {
        return name.ofWholeSheet() ? messages.of("imports.names.sheet", name.name()) : name.name();
    }

    private @Nullable String why(SheetName.@Nullable Disagreement disagreement) {
        if (disagreement == null) {
            return null;
        }
        return disagreement.byName() == null
                ? messages.of(
                        "imports.names.code-only",
                        disagreement.code(),
                        disagreement.byCode().name())
                : messages.of(
                        "imports.names.disagree",
                        disagreement.code(),
                        disagreement.byCode().name(),
                        disagreement.byName().name());
    }

    private Questions.Mapping mapping(
            ImportPreview preview,
            @Nullable ActSheet described,
            List<ImportsView.Month> months,
            @Nullable LayoutForm typed) {
        LayoutForm form = typed != null ? typed : described == null ? LayoutForm.EMPTY : form(described);
        return new Questions.Mapping(
                Questions.Sample.of(preview.sheets()),
                IntStream.rangeClosed(1, Questions.Sample.COLUMNS)
                        .mapToObj(Columns::letters)
                        .toList(),
                columns(asked.all()),
                form,
                described == null || typed != null,
                months);
    }

    private static LayoutForm form(ActSheet described) {
        SheetLayout layout = Objects.requireNonNull(described.layout());
        return new LayoutForm(
                String.valueOf(described.index()),
                String.valueOf(layout.headerRow()),
                String.valueOf(layout.ofOneUnit() ? OneUnitSheet.NO_COLUMN : layout.unitColumn()),
                null,
                layout.columns().entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey().field(), each -> String.valueOf(each.getValue()))));
    }
}
