package vn.hoso.figures.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.MonthGridQueries.GridSnapshot;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.domain.FormerReturns;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.units.Unit;

/** One unit's row: what is stored, and over it what somebody typed but could not save. */
record GridRowAssembler(
        Unit unit, GridSnapshot month, List<Measure> measures, UnsavedEdits overlay, FiguresMessages words) {

    MonthGridView.Row page(CurrentUser reader) {
        StoredReturn stored = month.of(unit.id());
        boolean approved = stored != null && stored.status() == ReturnStatus.APPROVED;
        boolean editable = month.lock() == null && !approved && reader.mayEnter(unit.id());
        List<MonthGridView.Cell> cells = cells(stored, editable);
        MonthGridView.Note note = note(stored);
        return new MonthGridView.Row(
                unit.id(),
                unit.code(),
                unit.name(),
                unit.kind().heading(),
                version(stored),
                editable,
                note.kept() != null || cells.stream().anyMatch(cell -> cell.kept() != null),
                FiguresMessages.statusKey(stored),
                cells,
                note,
                conflict(stored),
                stored == null ? null : words.changed("figures.changed", stored),
                stored == null ? null : handedIn(stored, editable && !reader.is(Role.REVIEWER)),
                approved && reader.mayEnter(unit.id()),
                month.corrections().containsKey(unit.id()),
                sum(month.previousOfFormers(unit.id())),
                sum(month.lastYearOfFormers(unit.id())));
    }

    /** @param owing whether the reader's unit would owe it anew; what the Office changes lies with the Office */
    private @Nullable String handedIn(StoredReturn stored, boolean owing) {
        if (stored.openedAt() != null) {
            return words.text("figures.opened", Formats.date(LocalDate.ofInstant(stored.openedAt(), Formats.ZONE)));
        }
        return owing && stored.status() == ReturnStatus.SUBMITTED ? words.text("figures.handed-in") : null;
    }

    /** Whose figures stand for its own of a month; null where these are its own. */
    private @Nullable String sum(@Nullable FormerReturns formers) {
        return formers == null
                ? null
                : words.text(
                        formers.estimated() ? "figures.past.parts" : "figures.past.sum",
                        String.join(", ", formers.names()));
    }

    private static String compared(@Nullable StoredReturn own, @Nullable FormerReturns formers, Measure measure) {
        return formers == null ? FiguresMessages.compared(own, measure) : FiguresMessages.compared(formers, measure);
    }

    /** After a save that did not go through, the form keeps the version its writer saw. */
    private int version(@Nullable StoredReturn stored) {
        MonthForm.Row typed = overlay.typed(unit.id());
        if (typed != null) {
            return typed.version();
        }
        return stored == null ? 0 : stored.version();
    }

    private ReturnInput shown(@Nullable StoredReturn stored) {
        MonthForm.Row typed = overlay.typed(unit.id());
        return typed == null ? kept(stored) : typed.text();
    }

    private static ReturnInput kept(@Nullable StoredReturn stored) {
        return ReturnInput.of(stored == null ? ReturnFigures.BLANK : stored.figures());
    }

    private static @Nullable String unlessSame(String kept, String shown) {
        return kept.equals(shown) ? null : kept;
    }

    /** A fixed row reads as documents do; a row of fields holds text as it was typed. */
    private String text(@Nullable StoredReturn stored, Measure measure, boolean editable) {
        return editable || overlay.typed(unit.id()) != null
                ? shown(stored).cell(measure)
                : FiguresMessages.compared(stored, measure);
    }

    /** What somebody else stored in a cell, where it is not what the writer typed. */
    private @Nullable String theirs(@Nullable StoredReturn stored, Measure measure) {
        boolean same = stored != null
                && ReturnInput.of(stored.figures())
                        .cell(measure)
                        .equals(shown(stored).cell(measure));
        return !conflicting() || same ? null : FiguresMessages.compared(stored, measure);
    }

    private boolean conflicting() {
        return overlay.conflicts().contains(unit.id());
    }

    private List<MonthGridView.Cell> cells(@Nullable StoredReturn stored, boolean editable) {
        ReturnInput shown = shown(stored);
        return measures.stream()
                .map(measure -> new MonthGridView.Cell(
                        id(measure.field()),
                        name(measure.field()),
                        within(measure),
                        FiguresMessages.labelKey(measure),
                        text(stored, measure, editable),
                        FiguresMessages.state(shown.cell(measure)),
                        unlessSame(kept(stored).cell(measure), shown.cell(measure)),
                        compared(month.previousOf(unit.id()), month.previousOfFormers(unit.id()), measure),
                        compared(month.lastYearOf(unit.id()), month.lastYearOfFormers(unit.id()), measure),
                        theirs(stored, measure),
                        remark(measure),
                        problem(measure)))
                .toList();
    }

    /** The place of the column that an added measure is a part of, null for none; the script knows the own ones' rules. */
    private @Nullable Integer within(Measure measure) {
        int whole = measure.notAbove() == null ? -1 : measures.indexOf(Measure.named(measure.notAbove()));
        return whole < 0 ? null : whole;
    }

    /** What the reviewer asked about a cell; null for nothing. */
    private @Nullable String remark(Measure measure) {
        return month.remarksOf(unit.id()).stream()
                .filter(remark -> measure.equals(remark.measure()))
                .findFirst()
                .map(remark -> words.text("figures.remark.cell", remark.text()))
                .orElse(null);
    }

    /** What the reviewer asked about the return as a whole, for the top of the page. */
    Optional<MonthGridView.RemarkLine> remarkLine(boolean onPage) {
        return month.remarksOf(unit.id()).stream()
                .filter(remark -> remark.measure() == null)
                .findFirst()
                .map(remark -> new MonthGridView.RemarkLine(
                        (onPage ? "" : "?unit=" + unit.id()) + "#" + id("note"),
                        unit.name(),
                        remark.text(),
                        remark.by(),
                        Formats.time(remark.at())));
    }

    private MonthGridView.Note note(@Nullable StoredReturn stored) {
        String theirs = stored == null ? null : stored.figures().note();
        return new MonthGridView.Note(
                id("note"),
                name("note"),
                shown(stored).note(),
                unlessSame(kept(stored).note(), shown(stored).note()),
                conflicting() && !Objects.equals(theirs, shown(stored).note()) ? theirNote(theirs) : null,
                noteProblem());
    }

    private static String theirNote(@Nullable String note) {
        return note == null ? FiguresMessages.NOTHING : note;
    }

    private MonthGridView.@Nullable Conflict conflict(@Nullable StoredReturn stored) {
        if (!conflicting()) {
            return null;
        }
        StoredReturn theirs = Objects.requireNonNull(stored);
        return new MonthGridView.Conflict(words.changed("figures.conflict", theirs), theirs.version());
    }

    private @Nullable String problem(@Nullable Measure measure) {
        return overlay.problemsOf(unit.id()).stream()
                .filter(problem -> Objects.equals(problem.measure(), measure))
                .findFirst()
                .map(words::problem)
                .orElse(null);
    }

    /** What is wrong with the note, or what it would have to explain. */
    private @Nullable String noteProblem() {
        List<UnusualFinding> findings = overlay.findingsOf(unit.id());
        if (findings.isEmpty()) {
            return problem(null);
        }
        return shown(month.of(unit.id())).note().isBlank() ? words.unexplained(findings) : words.beyondNote(findings);
    }

    /** One line of the summary for each problem, linked to its cell. */
    List<MonthGridView.ProblemLine> problemLines() {
        Stream<MonthGridView.ProblemLine> broken = overlay.problemsOf(unit.id()).stream()
                .map(problem -> new MonthGridView.ProblemLine(
                        id(problem.field()), unit.name(), labelKey(problem), words.problem(problem)));
        Stream<MonthGridView.ProblemLine> unexplained = overlay.findingsOf(unit.id()).stream()
                .map(finding ->
                        new MonthGridView.ProblemLine(id("note"), unit.name(), "figures.note", words.finding(finding)));
        Stream<MonthGridView.ProblemLine> approved = overlay.approved().contains(unit.id())
                ? Stream.of(new MonthGridView.ProblemLine(
                        "row-" + unit.id(), unit.name(), "figures.status", words.text("figures.alert.approved-unit")))
                : Stream.empty();
        return Stream.of(broken, unexplained, approved).flatMap(lines -> lines).toList();
    }

    private static String labelKey(RuleViolation problem) {
        Measure measure = problem.measure();
        return measure == null ? "figures.note" : FiguresMessages.labelKey(measure);
    }

    private String id(String field) {
        return "u" + unit.id() + "-" + field;
    }

    private String name(String field) {
        return "u" + unit.id() + "." + field;
    }
}
