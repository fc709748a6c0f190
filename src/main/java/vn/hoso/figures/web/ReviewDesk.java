package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.figures.CorrectionReading.Correction;
import vn.hoso.figures.Measure;
import vn.hoso.figures.MonthReading.MonthSnapshot;
import vn.hoso.figures.MonthReading.StoredReturn;
import vn.hoso.figures.MonthReview;
import vn.hoso.figures.MonthReview.ReviewSnapshot;
import vn.hoso.figures.ReturnFigures;
import vn.hoso.figures.ReturnStatus;
import vn.hoso.figures.ReviewExplanations.Said;
import vn.hoso.figures.WorkflowRefused;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.units.Unit;

/** Lays a month out for its reviewer: what needs a look first, then what can be approved together. */
@Component
class ReviewDesk {

    private final MonthReview review;
    private final GridWords words;

    ReviewDesk(MonthReview review, GridWords words) {
        this.review = review;
        this.words = words;
    }

    ReviewPage page(YearMonth month, CurrentUser reviewer, ReviewPage.Refused refused) {
        ReviewSnapshot snapshot = review.read(month, reviewer);
        MonthSnapshot of = snapshot.month();
        List<ReviewPage.Line> submitted = lines(snapshot, reviewer, refused, ReturnStatus.SUBMITTED);
        Predicate<ReviewPage.Line> clean = line -> line.findings().isEmpty()
                && line.differences().isEmpty()
                && line.said().isEmpty();
        List<ReviewPage.Line> others =
                submitted.stream().filter(line -> !line.own()).toList();
        return new ReviewPage(
                Formats.month(month),
                month.toString(),
                words.lock(of.lock()),
                words.reopened(of.reopening()),
                refused.alert(),
                others.stream().filter(clean.negate()).toList(),
                others.stream().filter(clean).toList(),
                submitted.stream().filter(ReviewPage.Line::own).toList(),
                lines(snapshot, reviewer, refused, ReturnStatus.APPROVED),
                of.units().stream()
                        .filter(unit -> waiting(of.of(unit.id())))
                        .map(Unit::name)
                        .toList(),
                Arrays.stream(Measure.values())
                        .map(measure -> new ReviewPage.CellChoice(measure.field(), GridWords.labelKey(measure)))
                        .toList(),
                refused.reopening(),
                refused.lock(),
                of.units().stream()
                        .map(unit -> of.corrections().get(unit.id()))
                        .filter(Objects::nonNull)
                        .map(this::correction)
                        .toList());
    }

    private ReviewPage.CorrectionLine correction(Correction pending) {
        return new ReviewPage.CorrectionLine(
                pending.unitId(),
                pending.unit(),
                FigureChanges.between(pending.before(), pending.after()),
                pending.reason(),
                words.text("figures.changed", pending.proposedByName(), Formats.time(pending.proposedAt())));
    }

    /** Why a verb was refused, naming the unit. */
    String refusal(YearMonth month, WorkflowRefused refused, CurrentUser reader) {
        String sentence = words.text("figures.refusal." + refused.refusal().name());
        Long unitId = refused.unitId();
        String name = unitId == null ? "" : unit(month, unitId, reader);
        return name.isEmpty() ? sentence : name + ": " + sentence;
    }

    /** The name of a unit of the month; empty if it is none. */
    String unit(YearMonth month, long unitId, CurrentUser reader) {
        return review.read(month, reader).month().units().stream()
                .filter(unit -> unit.id() == unitId)
                .findFirst()
                .map(Unit::name)
                .orElse("");
    }

    private static boolean waiting(@Nullable StoredReturn stored) {
        return stored == null || stored.status() == ReturnStatus.DRAFT || stored.status() == ReturnStatus.RETURNED;
    }

    private List<ReviewPage.Line> lines(
            ReviewSnapshot snapshot, CurrentUser reviewer, ReviewPage.Refused refused, ReturnStatus status) {
        return snapshot.month().units().stream()
                .filter(unit -> has(snapshot.month().of(unit.id()), status))
                .map(unit -> line(snapshot, unit, reviewer, refused))
                .toList();
    }

    private static boolean has(@Nullable StoredReturn stored, ReturnStatus status) {
        return stored != null && stored.status() == status;
    }

    private ReviewPage.Line line(ReviewSnapshot snapshot, Unit unit, CurrentUser reviewer, ReviewPage.Refused refused) {
        StoredReturn stored = snapshot.month().of(unit.id());
        Long typist = stored.enteredBy();
        boolean own = typist != null && typist == reviewer.id();
        boolean submitted = stored.status() == ReturnStatus.SUBMITTED;
        return new ReviewPage.Line(
                unit.id(),
                unit.name(),
                SeenReturns.value(unit.id(), stored),
                submitted && !own,
                submitted && own,
                values(snapshot.before().get(unit.id()), stored.figures()),
                snapshot.findingsOf(unit.id()).stream().map(words::finding).toList(),
                stored.figures().note(),
                snapshot.said().getOrDefault(unit.id(), List.of()).stream()
                        .map(this::said)
                        .toList(),
                differences(snapshot.before().get(unit.id()), stored.figures()),
                words.text("figures.changed", stored.changedBy(), Formats.time(stored.changedAt())),
                refused.unitId() == unit.id() ? refused.remarks() : ReviewPage.ReturnForm.EMPTY);
    }

    private ReviewPage.SaidLine said(Said said) {
        String remark = said.remark();
        return new ReviewPage.SaidLine(
                remark == null ? null : words.about(said.measure(), remark),
                said.text(),
                words.text("figures.remarks.by", said.by(), Formats.time(said.at())));
    }

    /** The fractions that decide rates: online over received, and paid online over payable. */
    private static List<ReviewPage.Value> values(@Nullable ReturnFigures before, ReturnFigures now) {
        return List.of(
                value(
                        "figures.group.fullProcess",
                        before,
                        now,
                        Measure.FULL_PROCESS_ONLINE,
                        Measure.FULL_PROCESS_RECEIVED),
                value("figures.group.partial", before, now, Measure.PARTIAL_ONLINE, Measure.PARTIAL_RECEIVED),
                value("figures.review.all", before, now, Measure.ONLINE_REPORTED, Measure.DOSSIERS_RECEIVED),
                value("figures.group.payment", before, now, Measure.PAID_ONLINE, Measure.PAYABLE));
    }

    private static ReviewPage.Value value(
            String labelKey, @Nullable ReturnFigures before, ReturnFigures now, Measure part, Measure whole) {
        String shown = fraction(now, part, whole);
        String earlier = before == null ? shown : fraction(before, part, whole);
        return new ReviewPage.Value(labelKey, shown, earlier.equals(shown) ? null : earlier);
    }

    private static String fraction(ReturnFigures figures, Measure part, Measure whole) {
        String over = GridWords.figure(figures, part);
        String under = GridWords.figure(figures, whole);
        return over.equals(under) && figures.number(whole) == null ? over : over + "/" + under;
    }

    private List<String> differences(@Nullable ReturnFigures before, ReturnFigures now) {
        if (before == null) {
            return List.of();
        }
        return Arrays.stream(Measure.values())
                .filter(measure -> !before.cell(measure).equals(now.cell(measure)))
                .map(measure -> words.text(
                        "figures.review.difference",
                        words.text(GridWords.labelKey(measure)),
                        GridWords.figure(before, measure),
                        GridWords.figure(now, measure)))
                .toList();
    }
}
