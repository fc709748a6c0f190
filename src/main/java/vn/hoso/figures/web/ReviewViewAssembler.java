package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.CorrectionQueries.Correction;
import vn.hoso.figures.MonthLockService.Unfinished;
import vn.hoso.figures.MonthQueries.Reopening;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.MonthReviewQueries;
import vn.hoso.figures.MonthReviewQueries.ReviewSnapshot;
import vn.hoso.figures.MonthReviewQueries.Said;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.web.CorrectionView.FigureChangesView;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.security.UserAccessLoader;
import vn.hoso.shared.Formats;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

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

    private final Units units;
    private final MonthReviewQueries review;
    private final AskedMeasures measures;
    private final UserAccessLoader users;
    private final FiguresMessages words;

    ReviewViewAssembler(
            Units units,
            MonthReviewQueries review,
            AskedMeasures measures,
            UserAccessLoader users,
            FiguresMessages words) {
        this.units = units;
        this.review = review;
        this.measures = measures;
        this.users = users;
        this.words = words;
    }

    /** The page asked for; a unit whose remark was refused stands on it too. */
    MonthReviewView page(YearMonth month, CurrentUser reviewer, MonthReviewView.Refused refused, MonthUnitsPage asked) {
        Predicate<@Nullable Long> approvable = users.approvable(reviewer);
        List<Long> always = List.of(refused.unitId());
        ReviewSnapshot snapshot = review.read(
                month, reviewer, (units, states) -> MonthReviewGroups.of(units, states, reviewer, approvable)
                        .looked(asked, always));
        MonthReviewGroups sorted = MonthReviewGroups.of(snapshot.units(), snapshot.states(), reviewer, approvable);
        Predicate<Unit> clean = unit -> clean(snapshot, unit);
        List<Measure> columns = measures.at(month);
        List<Unit> exceptions = sorted.others().stream().filter(clean.negate()).toList();
        List<Unit> together = sorted.others().stream().filter(clean).toList();
        MonthUnitsPage.Shown shown = asked.among(
                Stream.of(exceptions, together, sorted.own(), sorted.approved())
                        .flatMap(List::stream)
                        .toList(),
                always);
        Set<Unit> on = Set.copyOf(shown.units());
        Function<List<Unit>, List<MonthReviewView.Line>> lines = units -> units.stream()
                .filter(on::contains)
                .map(unit -> line(snapshot, unit, sorted, columns, refused))
                .toList();
        List<Correction> proposed = snapshot.units().stream()
                .map(unit -> snapshot.corrections().get(unit.id()))
                .filter(Objects::nonNull)
                .toList();
        Reopening reopening = snapshot.gate().reopening();
        Unfinished left = new Unfinished(sorted.waiting().size(), sorted.submitted(), proposed.size());
        return new MonthReviewView(
                Formats.month(snapshot.gate().days()),
                month.toString(),
                words.lock(snapshot.gate().lock()),
                words.reopened(reopening),
                reopening == null ? null : reopening.until(),
                refused.alert(),
                reviewer.is(Role.REVIEWER),
                shown.finder(),
                new MonthReviewView.Sizes(
                        exceptions.size(),
                        together.size(),
                        sorted.own().size(),
                        sorted.approved().size(),
                        sorted.waiting().size()),
                lines.apply(exceptions),
                lines.apply(together),
                lines.apply(sorted.own()),
                lines.apply(sorted.approved()),
                sorted.waiting().stream().limit(NAMES).map(Unit::name).toList(),
                columns.stream()
                        .map(measure ->
                                new MonthReviewView.CellChoice(measure.field(), FiguresMessages.labelKey(measure)))
                        .toList(),
                refused.reopening(),
                left.equals(Unfinished.NOTHING) ? null : words.left(left),
                refused.lock(),
                proposed.stream()
                        .filter(each -> reviewer.is(Role.REVIEWER) || users.mayApprove(reviewer, each.proposedBy()))
                        .map(this::correction)
                        .toList());
    }

    private MonthReviewView.CorrectionLine correction(Correction pending) {
        return new MonthReviewView.CorrectionLine(
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
        return units.visibleTo(reader, month, List.of(unitId)).stream()
                .findFirst()
                .map(Unit::name)
                .orElse("");
    }

    /** Whether nothing about a submitted return needs a look: nothing unusual, nothing said, nothing else than before. */
    private static boolean clean(ReviewSnapshot snapshot, Unit unit) {
        ReturnFigures before = snapshot.before().get(unit.id());
        return snapshot.findingsOf(unit.id()).isEmpty()
                && snapshot.saidOf(unit.id()).isEmpty()
                && (before == null
                        || before.differences(stored(snapshot, unit).figures()).isEmpty());
    }

    private static StoredReturn stored(ReviewSnapshot snapshot, Unit unit) {
        return Objects.requireNonNull(snapshot.returns().get(unit.id()));
    }

    private MonthReviewView.Line line(
            ReviewSnapshot snapshot,
            Unit unit,
            MonthReviewGroups sorted,
            List<Measure> columns,
            MonthReviewView.Refused refused) {
        StoredReturn stored = stored(snapshot, unit);
        String value = ReturnRef.value(unit.id(), stored);
        return new MonthReviewView.Line(
                unit.id(),
                unit.name(),
                value,
                sorted.others().contains(unit),
                sorted.own().contains(unit),
                refused.ticks(value, clean(snapshot, unit)),
                values(columns, snapshot.before().get(unit.id()), stored.figures()),
                snapshot.findingsOf(unit.id()).stream().map(words::finding).toList(),
                stored.figures().note(),
                snapshot.saidOf(unit.id()).stream().map(this::said).toList(),
                differences(snapshot.before().get(unit.id()), stored.figures()),
                words.changed("figures.changed", stored),
                refused.unitId() == unit.id() ? refused.remarks() : SendingBackForm.EMPTY);
    }

    private MonthReviewView.SaidLine said(Said said) {
        String remark = said.remark();
        return new MonthReviewView.SaidLine(
                remark == null ? null : words.about(said.measure(), remark),
                said.text(),
                words.text("figures.remarks.by", said.by(), Formats.time(said.at())));
    }

    /** The fractions that decide rates, then whatever else was asked for. */
    private List<MonthReviewView.Value> values(
            List<Measure> measures, @Nullable ReturnFigures before, ReturnFigures now) {
        return Stream.concat(
                        FRACTIONS.stream().map(each -> value(each.labelKey(), before, now, each.part(), each.whole())),
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

    private static MonthReviewView.Value value(
            String labelKey, @Nullable ReturnFigures before, ReturnFigures now, Measure part, Measure whole) {
        String shown = fraction(now, part, whole);
        String earlier = before == null ? shown : fraction(before, part, whole);
        return new MonthReviewView.Value(labelKey, shown, earlier.equals(shown) ? null : earlier);
    }

    private static String fraction(ReturnFigures figures, Measure part, Measure whole) {
        // Where the total is not reported, that of the classes decides.
        String over = part.equals(Measure.ONLINE_REPORTED) && figures.complete()
                ? Formats.count(figures.onlineTotal())
                : FiguresMessages.figure(figures, part);
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
