package vn.hoso.imports.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.imports.ImportFile;
import vn.hoso.imports.ImportFileQueries;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.ImportPreview.UnusualRow;
import vn.hoso.imports.ImportReasons;
import vn.hoso.imports.SuggestedNote;
import vn.hoso.imports.web.PreviewForms.Typed;
import vn.hoso.imports.web.PreviewView.CellMessages;
import vn.hoso.imports.web.PreviewView.MemoryView;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;
import vn.hoso.shared.PageMessages;

/** Puts a preview into words. */
@Component
class PreviewMessages {

    static final int ROWS_SHOWN = 300;

    private static final int ISSUES_SHOWN = 100;

    private final MessageSource messages;
    private final QuestionMessages questions;
    private final PanelViewAssembler panel;
    private final PageMessages sentences;
    private final SuggestedNote suggestedNote;

    PreviewMessages(
            MessageSource messages,
            QuestionMessages questions,
            PanelViewAssembler panel,
            PageMessages sentences,
            SuggestedNote suggestedNote) {
        this.messages = messages;
        this.questions = questions;
        this.panel = panel;
        this.sentences = sentences;
        this.suggestedNote = suggestedNote;
    }

    String text(String key, Object... named) {
        return messages.getMessage(key, named, Language.ofReader());
    }

    /**
     * The page.
     *
     * @param alert what went wrong with the last press, null if nothing did
     * @param reasons the reasons typed so far
     * @param typed an answer that was refused, null if there was none
     * @param reader whose page it is
     */
    PreviewView page(
            ImportPreview preview,
            List<ImportFileQueries.Written> written,
            @Nullable String alert,
            ImportReasons reasons,
            @Nullable Typed typed,
            CurrentUser reader) {
        List<ImportPreview.Row> changed = preview.changed();
        List<Measure> measures = questions.measures(preview);
        boolean sheets = preview.severalSheets();
        return new PreviewView(
                preview.file().id(),
                preview.file().name(),
                preview.months().stream()
                        .map(month -> new ImportsView.Month(
                                Formats.month(month.days()), month.month().toString()))
                        .toList(),
                facts(preview.file()),
                panel.of(preview),
                MemoryView.of(preview, reader, sentences),
                alert,
                issues(preview, alert != null),
                Math.max(0, preview.issues().size() - ISSUES_SHOWN),
                new SumWarnings(this).of(preview),
                questions.of(preview, typed),
                questions.columns(preview),
                changed.stream()
                        .limit(ROWS_SHOWN)
                        .map(row -> CellMessages.of(row, measures, place(row.place(), sheets), wrong(preview, row)))
                        .toList(),
                preview.months().size() > 1,
                changed.size(),
                preview.rows().size() - changed.size(),
                preview.rows().stream()
                        .map(row -> row.key().text() + ":" + row.version())
                        .collect(Collectors.joining(",")),
                preview.mark(),
                preview.unusual().stream()
                        .map(unusual -> reason(unusual, preview))
                        .toList(),
                reasons.common(),
                written.stream()
                        .map(each -> CellMessages.of(each, measures, place(each.place(), severalSheets(written))))
                        .toList(),
                preview.ready());
    }

    private static boolean severalSheets(List<ImportFileQueries.Written> written) {
        return written.stream().map(each -> each.place().sheet()).distinct().count() > 1;
    }

    /** Where a row stands; the sheet is named where there are several. */
    private String place(MonthEdit.Place place, boolean sheets) {
        if (place.sheet().isEmpty()) {
            return text("imports.row.dossiers", Formats.count((long) place.row()));
        }
        String row = String.valueOf(place.row());
        return sheets ? text("imports.row.of-sheet", place.sheet(), row) : text("imports.row.of", row);
    }

    private static Set<Measure> wrong(ImportPreview preview, ImportPreview.Row row) {
        return preview.issues().stream()
                .filter(issue -> row.unit().equals(issue.unit()) && issue.measure() != null)
                .map(ImportPreview.Issue::measure)
                .collect(Collectors.toSet());
    }

    private List<String> facts(ImportFile file) {
        List<String> facts = new ArrayList<>();
        facts.add(text("imports.brought", file.uploadedByName(), Formats.time(file.uploadedAt())));
        if (file.appliedAt() != null) {
            facts.add(state(file));
        }
        return facts;
    }

    /** The months of a file, null while they are not known. */
    @Nullable
    String months(ImportFile file) {
        List<YearMonth> months = file.months();
        if (months.isEmpty()) {
            return null;
        }
        String first = Formats.month(months.get(0));
        return months.size() == 1
                ? first
                : text(
                        "imports.list.months",
                        first,
                        Formats.month(months.get(months.size() - 1)),
                        String.valueOf(months.size()));
    }

    /** What became of a file. */
    String state(ImportFile file) {
        if (file.appliedAt() == null) {
            String begun = file.cutOff() ? "imports.state.cut-off" : "imports.state.waiting";
            return text(file.applyingSince() == null ? begun : "imports.state.applying");
        }
        return file.unitsChanged() == null || file.unitsChanged() == 0
                ? text("imports.state.applied-same", Formats.time(file.appliedAt()))
                : text(
                        file.months().size() == 1 ? "imports.state.applied" : "imports.state.applied-months",
                        Formats.time(file.appliedAt()),
                        Formats.count(file.unitsChanged().longValue()),
                        Formats.count(file.months().size()));
    }

    /** What keeps the file from being applied; once a person tried, or where nothing can be read, what is
     * open too. */
    private List<PreviewView.Issue> issues(ImportPreview preview, boolean tried) {
        List<PreviewView.Issue> issues = new ArrayList<>();
        boolean nothing = preview.sheets().stream().noneMatch(sheet -> sheet.choosable() || sheet.layout() == null);
        if ((tried || nothing) && !preview.ready()) {
            issues.addAll(questions.open(preview));
        }
        preview.issues().stream().limit(ISSUES_SHOWN).map(this::issue).forEach(issues::add);
        return issues;
    }

    private PreviewView.Issue issue(ImportPreview.Issue issue) {
        List<String> where = new ArrayList<>();
        ImportPreview.Spot at = issue.at();
        if (at != null && !at.sheet().isEmpty()) {
            where.add(text(at.cell() ? "imports.cell" : "imports.row", at.sheet(), at.address()));
        }
        if (issue.unit() != null) {
            where.add(issue.unit().name());
        }
        if (issue.measure() != null) {
            where.add(text("figures.measure." + issue.measure().field()));
        }
        return new PreviewView.Issue(
                String.join(" – ", where),
                text(issue.messageKey(), arguments(issue).toArray()));
    }

    private List<String> arguments(ImportPreview.Issue issue) {
        String rule = issue.messageKey().substring(issue.messageKey().lastIndexOf('.') + 1);
        return new RuleViolation(issue.measure(), rule, issue.arguments())
                .arguments(field -> text("figures.measure." + field));
    }

    /**
     * What the source itself leaves unclassified has a usual answer; everything else needs a person's. A note that is the usual
     * answer of another file, which the figures no longer come from, makes room for this one's.
     */
    private PreviewView.Reason reason(UnusualRow unusual, ImportPreview preview) {
        ImportPreview.Row row = unusual.row();
        String note = unusual.note();
        String suggested =
                unusual.ofTheSource() ? suggestedNote.of(preview.file().name()) : "";
        boolean another = !suggested.isEmpty() && note != null && !note.equals(suggested) && suggestedNote.is(note);
        String typed = unusual.typed().isEmpty() && !unusual.ticked() ? suggested : unusual.typed();
        return new PreviewView.Reason(
                row.key().text(),
                row.unit().name(),
                text("imports.reason.at", Formats.month(row.month()), place(row.place(), preview.severalSheets())),
                unusual.findings().stream().map(this::finding).toList(),
                unusual.ticked(),
                another || unusual.asked(),
                note == null || another ? typed : note);
    }

    private String finding(UnusualFinding finding) {
        String said =
                text("figures.finding." + finding.rule(), finding.arguments().toArray());
        Measure measure = finding.measure();
        return measure == null ? said : text("figures.measure." + measure.field()) + ": " + said;
    }
}
