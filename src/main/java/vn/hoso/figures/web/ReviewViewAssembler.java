package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.CorrectionQueries.Correction;
import vn.hoso.figures.MonthLockService.Unfinished;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.MonthReviewQueries;
import vn.hoso.figures.MonthReviewQueries.ReviewSnapshot;
import vn.hoso.figures.MonthReviewQueries.Said;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.web.CorrectionView.FigureChangesView;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.security.UserAccessLoader;
import vn.hoso.shared.Formats;
import vn.hoso.units.Unit;

/** Lays a month out for its reviewer: what needs a look first, then what can be approved together. */
@Component
class ReviewViewAssembler {

    /** Names of units in one sentence; who wants them all filters the year's table. */
    private static final int NAMES = 200;

    private static final List<Fraction> FRACTIONS = List.of(
            new Fraction("figures.group.fullProcess", Measure.FULL_PROCESS_ONLINE, Measure.FULL_PROCESS_RECEIVED),
            new Fraction("figures.group.partial", Measure.PARTIAL_ONLINE, Measure.PARTIAL_RECEIVED),
            new Fraction("figures.review.all", Measure.ONLINE_REPORTED, Measure.DOSSIERS_RECEIVED),
            new Fraction("figures.group.payment", Measure.PAID_ONLINE, Measure.PAYABLE));

    private final MonthReviewQueries review;
    private final AskedMeasures measures;
    private final UserAccessLoader users;
    private final FiguresMessages words;

    ReviewViewAssembler(
            MonthReviewQueries review, AskedMeasures measures, UserAccessLoader users, FiguresMessages words) {
        this.review = review;
        this.measures = measures;
        this.users = users;
        this.words = words;
    }

    /** The first page; a unit whose remark was refused stands on it. */
    ReviewView page(YearMonth month, CurrentUser reviewer, ReviewView.Refused refused) {
        return page(month, reviewer, refused, UnitPage.FIRST);
    }

    ReviewView page(YearMonth month, CurrentUser reviewer, ReviewView.Refused refused, UnitPage asked) {
        ReviewSnapshot snapshot = review.read(month, reviewer);
        MonthSnapshot of = snapshot.month();
        List<ReviewView.Line> submitted = lines(snapshot, reviewer, refused, ReturnStatus.SUBMITTED);
        Predicate<ReviewView.Line> clean = line -> line.findings().isEmpty()
                && line.differences().isEmpty()
                && line.said().isEmpty();
        List<ReviewView.Line> others =
                submitted.stream().filter(ReviewView.Line::approvable).toList();
        List<ReviewView.Line> own =
                submitted.stream().filter(ReviewView.Line::own).toList();
        List<ReviewView.Line> exceptions =
                others.stream().filter(clean.negate()).toList();
        List<ReviewView.Line> together = others.stream().filter(clean).toList();
        List<ReviewView.Line> approved = lines(snapshot, reviewer, refused, ReturnStatus.APPROVED);
        Map<Long, Unit> units = of.units().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        UnitPage.Shown<ReviewView.Line> shown = asked.among(
                Stream.of(exceptions, together, own, approved)
                        .flatMap(List::stream)
                        .toList(),
                line -> Objects.requireNonNull(units.get(line.unitId())),
                List.of(refused.unitId()));
        Set<ReviewView.Line> on = Set.copyOf(shown.units());
        List<String> waiting = of.units().stream()
                .filter(unit -> waiting(of.of(unit.id())))
                .map(Unit::name)
                .toList();
        List<Correction> proposed = of.units().stream()
                .map(unit -> of.corrections().get(unit.id()))
                .filter(Objects::nonNull)
                .toList();
        Unfinished left = new Unfinished(waiting.size(), submitted.size(), proposed.size());
        return new ReviewView(
                Formats.month(month),
                month.toString(),
                words.lock(of.lock()),
                words.reopened(of.reopening()),
                refused.alert(),
                reviewer.is(Role.REVIEWER),
                shown.finder(),
                new ReviewView.Sizes(exceptions.size(), together.size(), own.size(), approved.size(), waiting.size()),
                exceptions.stream().filter(on::contains).toList(),
                together.stream().filter(on::contains).toList(),
                own.stream().filter(on::contains).toList(),
                approved.stream().filter(on::contains).toList(),
                waiting.subList(0, Math.min(NAMES, waiting.size())),
                measures.at(month).stream()
                        .map(measure -> new ReviewView.CellChoice(measure.field(), FiguresMessages.labelKey(measure)))
                        .toList(),
                refused.reopening(),
                left.equals(Unfinished.NOTHING) ? null : words.left(left),
                refused.lock(),
                proposed.stream()
                        .filter(each -> reviewer.is(Role.REVIEWER) || users.mayApprove(reviewer, each.proposedBy()))
                        .map(this::correction)
                        .toList());
    }

    private ReviewView.CorrectionLine correction(Correction pending) {
        return new ReviewView.CorrectionLine(
                pending.unitId(),
                pending.unit(),
                FigureChangesView.between(pending.before(), pending.after()),
                pending.reason(),
                words.text("figures.changed", pending.proposedByName(), Formats.time(pending.proposedAt())));
    }

    /** Why a verb was refused, naming the unit. */
    String refusal(YearMonth month, WorkflowException refused, CurrentUser reader) {
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

    private List<ReviewView.Line> lines(
            ReviewSnapshot snapshot, CurrentUser reviewer, ReviewView.Refused refused, ReturnStatus status) {
        return snapshot.month().units().stream()
                .filter(unit -> has(snapshot.month().of(unit.id()), status))
                .map(unit -> line(snapshot, unit, reviewer, refused))
                .toList();
    }

    private static boolean has(@Nullable StoredReturn stored, ReturnStatus status) {
        return stored != null && stored.status() == status;
    }

    private ReviewView.Line line(ReviewSnapshot snapshot, Unit unit, CurrentUser reviewer, ReviewView.Refused refused) {
        StoredReturn stored = Objects.requireNonNull(snapshot.month().of(unit.id()));
        List<Measure> columns = measures.at(snapshot.month().month());
        Long typist = stored.enteredBy();
        boolean own = typist != null && typist == reviewer.id();
        boolean submitted = stored.status() == ReturnStatus.SUBMITTED;
        return new ReviewView.Line(
                unit.id(),
                unit.name(),
                ReturnRef.value(unit.id(), stored),
                submitted && users.mayApprove(reviewer, typist),
                submitted && own,
                values(columns, snapshot.before().get(unit.id()), stored.figures()),
                snapshot.findingsOf(unit.id()).stream().map(words::finding).toList(),
                stored.figures().note(),
                snapshot.said().getOrDefault(unit.id(), List.of()).stream()
                        .map(this::said)
                        .toList(),
                differences(snapshot.before().get(unit.id()), stored.figures()),
                words.text("figures.changed", stored.changedBy(), Formats.time(stored.changedAt())),
                refused.unitId() == unit.id() ? refused.remarks() : SendingBackForm.EMPTY);
    }

    private ReviewView.SaidLine said(Said said) {
        String remark = said.remark();
        return new ReviewView.SaidLine(
                remark == null ? null : words.about(said.measure(), remark),
                said.text(),
                words.text("figures.remarks.by", said.by(), Formats.time(said.at())));
    }

    /** The fractions that decide rates, then whatever else was asked for. */
    private List<ReviewView.Value> values(List<Measure> measures, @Nullable ReturnFigures before, ReturnFigures now) {
        return Stream.concat(
                        FRACTIONS.stream()
                                .map(each -> value(each.labelKey(), before, now, each.part(), each.whole())),
                        measures.stream()
                                .filter(measure -> FRACTIONS.stream().noneMatch(each -> each.holds(measure)))
                                .map(measure ->
                                        value(FiguresMessages.labelKey(measure), before, now, measure, measure)))
                .toList();
    }

    /** Two measures that a reviewer reads together: online over received, and paid online over payable. */
    private record Fraction(String labelKey, Measure part, Measure whole) {

        boolean holds(Measure measure) {
            return measure.equals(part) || measure.equals(whole);
        }
    }

    private static ReviewView.Value value(
            String labelKey, @Nullable ReturnFigures before, ReturnFigures now, Measure part, Measure whole) {
        String shown = fraction(now, part, whole);
        String earlier = before == null ? shown : fraction(before, part, whole);
        return new ReviewView.Value(labelKey, shown, earlier.equals(shown) ? null : earlier);
    }

    private static String fraction(ReturnFigures figures, Measure part, Measure whole) {
        String over = FiguresMessages.figure(figures, part);
        if (part.equals(whole)) {
            return over;
        }
        String under = FiguresMessages.figure(figures, whole);
        return over.equals(under) && figures.number(whole) == null ? over : over + "/" + under;
    }

    private List<String> differences(@Nullable ReturnFigures before, ReturnFigures now) {
        if (before == null) {
            return List.of();
        }
        return before.differences(now).stream()
                .map(measure -> words.text(
                        "figures.review.difference",
                        words.text(FiguresMessages.labelKey(measure)),
                        FiguresMessages.figure(before, measure),
                        FiguresMessages.figure(now, measure)))
                .toList();
    }
}
