package vn.hoso.imports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoso.figures.Finding;
import vn.hoso.figures.Measure;
import vn.hoso.imports.ImportArchive;
import vn.hoso.imports.ImportFile;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.Reasons;
import vn.hoso.imports.Unusual;
import vn.hoso.imports.layouts.Layout;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;

/** Puts a preview into words. */
@Component
class PreviewWords {

    static final int ROWS_SHOWN = 300;

    /** The field for the reason of one unit; its id follows. */
    static final String REASON = "reason-";

    private static final int ISSUES_SHOWN = 100;

    private final MessageSource messages;
    private final ImportMonths months;

    PreviewWords(MessageSource messages, ImportMonths months) {
        this.messages = messages;
        this.months = months;
    }

    String text(String key, Object... named) {
        return messages.getMessage(key, named, Language.ofReader());
    }

    /**
     * The page.
     *
     * @param alert what went wrong with the last press, null if nothing did
     * @param reasons the reasons typed so far
     * @param typed a description of the sheet that was refused, null if there was none
     */
    PreviewPage page(
            ImportPreview preview,
            List<ImportArchive.Written> written,
            @Nullable String alert,
            Reasons reasons,
            @Nullable Map<String, String> typed) {
        List<ImportPreview.Row> changed = preview.changed();
        return new PreviewPage(
                preview.file().id(),
                preview.file().name(),
                preview.month() == null ? null : Formats.month(preview.month()),
                preview.month() == null ? null : preview.month().toString(),
                facts(preview),
                alert,
                preview.issues().stream().limit(ISSUES_SHOWN).map(this::issue).toList(),
                Math.max(0, preview.issues().size() - ISSUES_SHOWN),
                warnings(preview),
                QuestionWords.of(preview, months.all(), typed),
                QuestionWords.columns(),
                changed.stream()
                        .limit(ROWS_SHOWN)
                        .map(row -> CellWords.of(row, wrong(preview, row)))
                        .toList(),
                changed.size(),
                preview.rows().size() - changed.size(),
                preview.rows().stream()
                        .map(row -> row.unit().id() + ":" + row.version())
                        .collect(Collectors.joining(",")),
                preview.unusual().stream()
                        .limit(ROWS_SHOWN)
                        .map(unusual -> reason(unusual, preview.file()))
                        .toList(),
                reasons.common(),
                written.stream().map(CellWords::of).toList(),
                preview.ready());
    }

    private static Set<Measure> wrong(ImportPreview preview, ImportPreview.Row row) {
        return preview.issues().stream()
                .filter(issue -> row.unit().equals(issue.unit()) && issue.measure() != null)
                .map(ImportPreview.Issue::measure)
                .collect(Collectors.toSet());
    }

    private List<String> facts(ImportPreview preview) {
        List<String> facts = new ArrayList<>();
        ImportFile file = preview.file();
        ImportPreview.Found found = preview.found();
        if (found != null) {
            boolean tall = found.layout().kind() == Layout.Kind.TALL;
            facts.add(text(
                    tall ? "imports.found.tall" : "imports.found.wide",
                    found.sheet(),
                    String.valueOf(found.layout().headerRow())));
        }
        facts.add(text("imports.brought", file.uploadedByName(), Formats.time(file.uploadedAt())));
        if (file.appliedAt() != null) {
            facts.add(state(file));
        }
        return facts;
    }

    /** What became of a file. */
    String state(ImportFile file) {
        if (file.appliedAt() == null) {
            return text(file.applyingSince() == null ? "imports.state.waiting" : "imports.state.applying");
        }
        return file.unitsChanged() == null || file.unitsChanged() == 0
                ? text("imports.state.applied-same", Formats.time(file.appliedAt()))
                : text(
                        "imports.state.applied",
                        Formats.time(file.appliedAt()),
                        Formats.count(file.unitsChanged().longValue()));
    }

    private PreviewPage.Issue issue(ImportPreview.Issue issue) {
        List<String> where = new ArrayList<>();
        ImportPreview.Spot at = issue.at();
        if (at != null) {
            where.add(text(at.cell() ? "imports.cell" : "imports.row", at.sheet(), at.address()));
        }
        if (issue.unit() != null) {
            where.add(issue.unit().name());
        }
        if (issue.measure() != null) {
            where.add(text("figures.measure." + issue.measure().field()));
        }
        return new PreviewPage.Issue(
                String.join(" – ", where),
                text(issue.messageKey(), issue.arguments().toArray()));
    }

    private List<String> warnings(ImportPreview preview) {
        List<String> warnings = new ArrayList<>();
        preview.totals()
                .forEach(total -> warnings.add(text(
                        "imports.total-mismatch",
                        text("figures.measure." + total.measure().field()),
                        total.address(),
                        total.stated(),
                        total.summed())));
        if (!preview.left().isEmpty()) {
            warnings.add(text("imports.left-out", String.join(", ", preview.left())));
        }
        return warnings;
    }

    /** What the source itself leaves unclassified has a usual answer; everything else needs a person's. */
    private PreviewPage.Reason reason(Unusual unusual, ImportFile file) {
        String suggested = unusual.ofTheSource() ? suggested(file) : "";
        String typed = unusual.typed().isEmpty() ? suggested : unusual.typed();
        return new PreviewPage.Reason(
                unusual.row().unit().name(),
                String.valueOf(unusual.row().row()),
                unusual.findings().stream().map(this::finding).toList(),
                unusual.asked() ? REASON + unusual.row().unit().id() : null,
                unusual.note() == null ? typed : unusual.note());
    }

    /** In Vietnamese for everybody: once confirmed, it is the unit's own note. */
    private String suggested(ImportFile file) {
        return messages.getMessage("imports.reason.suggested", new Object[] {file.name()}, Language.OFFICIAL);
    }

    private String finding(Finding finding) {
        String said =
                text("figures.finding." + finding.rule(), finding.arguments().toArray());
        Measure measure = finding.measure();
        return measure == null ? said : text("figures.measure." + measure.field()) + ": " + said;
    }
}
