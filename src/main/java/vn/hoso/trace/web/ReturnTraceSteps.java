package vn.hoso.trace.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.extracts.ExtractCounts.Withdrawal;
import vn.hoso.extracts.ExtractQueries.NamedList;
import vn.hoso.figures.ReturnTraceQueries.Revision;
import vn.hoso.figures.ReturnTraceQueries.Turn;
import vn.hoso.figures.ReviewRemarkQueries.Answer;
import vn.hoso.figures.ReviewRemarkQueries.ReturnRemark;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.imports.ImportFileQueries.NamedFile;
import vn.hoso.presentation.RateView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.trace.web.ReturnTraceView.Asked;
import vn.hoso.trace.web.ReturnTraceView.CellChange;
import vn.hoso.trace.web.ReturnTraceView.FilePlace;
import vn.hoso.trace.web.ReturnTraceView.Step;

/** Puts what was done with a return into words. */
final class ReturnTraceSteps {

    private final PageMessages wording;
    private final Map<Long, NamedFile> files;
    private final Map<Long, NamedList> extracts;
    private final String place;
    private final List<ReturnRemark> remarks;

    /**
     * Makes it.
     *
     * @param files the imported files that revisions name, by id
     * @param extracts the lists of dossiers that revisions name, by id
     * @param place the unit and month as the end of an address
     * @param remarks what the unit was asked to look at, the return as a whole before its cells
     */
    ReturnTraceSteps(
            PageMessages wording,
            Map<Long, NamedFile> files,
            Map<Long, NamedList> extracts,
            String place,
            List<ReturnRemark> remarks) {
        this.wording = wording;
        this.files = files;
        this.extracts = extracts;
        this.place = place;
        this.remarks = remarks;
    }

    private record Timed(Instant at, Step step) {}

    /** The return's own steps and those of the month, the latest first. */
    List<Step> of(List<Revision> revisions, List<Turn> turns) {
        List<Timed> steps = new ArrayList<>();
        Revision before = null;
        for (Revision each : revisions) {
            steps.add(new Timed(each.at(), step(each, before)));
            before = each;
        }
        for (Turn each : turns) {
            steps.add(new Timed(each.at(), step(each)));
        }
        // Those of one moment, as an import and its submission may be, stay in the order in which they were made.
        List<Timed> inOrder =
                steps.stream().sorted(Comparator.comparing(Timed::at)).toList();
        List<Step> latestFirst = new ArrayList<>();
        for (Timed each : inOrder) {
            latestFirst.add(0, each.step());
        }
        return latestFirst;
    }

    private Step step(Revision revision, @Nullable Revision before) {
        List<CellChange> changes = changes(before == null ? ReturnFigures.BLANK : before.figures(), revision.figures());
        String proposedBy = revision.proposedBy();
        return new Step(
                revision.version(),
                Formats.time(revision.at()),
                proposedBy == null
                        ? wording.author(revision.by())
                        : wording.of("trace.two-people", proposedBy, revision.by()),
                "trace.step." + verb(revision, before),
                null,
                changes,
                changes.isEmpty() ? null : wording.of("trace.source." + revision.source()),
                file(revision),
                revision.reason(),
                remarks.stream()
                        .filter(each -> each.version() == revision.version())
                        .map(this::asked)
                        .filter(each -> each.remark() != null || each.answer() != null)
                        .toList());
    }

    private Step step(Turn turn) {
        return new Step(
                null,
                Formats.time(turn.at()),
                wording.author(turn.by()),
                "trace.step." + (turn.until() == null ? "locked" : "reopened"),
                turn.until() == null ? null : Formats.date(turn.until()),
                List.of(),
                null,
                null,
                turn.reason(),
                List.of());
    }

    private Asked asked(ReturnRemark remark) {
        Measure measure = remark.measure();
        Answer answer = remark.answer();
        return new Asked(
                measure == null ? null : "figures.measure." + measure.field(),
                measure == null ? null : remark.text(),
                answer == null
                        ? null
                        : wording.of("trace.answer", answer.text(), answer.by(), Formats.time(answer.at())));
    }

    private static String verb(Revision revision, @Nullable Revision before) {
        boolean moved = before != null && before.status() != revision.status();
        if (revision.source() == ReturnSource.CORRECTION && !moved) {
            return "corrected";
        }
        return switch (revision.status()) {
            case DRAFT -> "entered";
            case SUBMITTED -> moved || before == null ? "submitted" : "entered";
            case RETURNED -> moved ? "returned" : "entered";
            case APPROVED -> "approved";
        };
    }

    private String list(@Nullable NamedList list, String dossiers) {
        String name = list == null ? "–" : list.name();
        Withdrawal withdrawn = list == null ? null : list.withdrawn();
        return withdrawn == null
                ? wording.of("trace.file.extract", name, dossiers)
                : wording.of(
                        "trace.file.extract.withdrawn",
                        name,
                        dossiers,
                        withdrawn.by(),
                        Formats.time(withdrawn.at()),
                        withdrawn.reason());
    }

    private @Nullable FilePlace file(Revision revision) {
        Long extract = revision.extractId();
        if (extract != null) {
            return new FilePlace(
                    list(extracts.get(extract), Formats.count(Objects.requireNonNull(revision.extractDossiers()))),
                    "/extracts/" + extract + "/counts?" + place);
        }
        Long id = revision.fileId();
        NamedFile file = id == null ? null : files.get(id);
        if (file == null) {
            return null;
        }
        String row = String.valueOf(revision.fileRow());
        return new FilePlace(
                file.sheet() == null
                        ? wording.of("trace.file.row", file.name(), row)
                        : wording.of(
                                "trace.file.sheet",
                                file.name(),
                                Objects.requireNonNullElse(revision.fileSheet(), file.sheet()),
                                row),
                file.readable() ? "/imports/" + id : null);
    }

    private List<CellChange> changes(ReturnFigures before, ReturnFigures after) {
        List<CellChange> found = new ArrayList<>();
        for (Measure measure : before.differences(after)) {
            found.add(new CellChange(
                    "figures.measure." + measure.field(), text(before.cell(measure)), text(after.cell(measure))));
        }
        if (!Objects.equals(before.note(), after.note())) {
            found.add(new CellChange("figures.note", said(before.note()), said(after.note())));
        }
        return found;
    }

    /** Not reported, not applicable and 0 are three different answers. */
    private String text(FigureValue cell) {
        if (cell instanceof FigureValue.Number number) {
            return Formats.count(number.value());
        }
        return cell instanceof FigureValue.NotApplicable ? wording.of("trace.not-applicable") : RateView.NONE;
    }

    private static String said(@Nullable String note) {
        return note == null ? RateView.NONE : note;
    }
}
