package vn.hoso.followups.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.followups.FollowUp;
import vn.hoso.followups.FollowUpQueries;
import vn.hoso.organisation.Organisations;
import vn.hoso.rates.Rate;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsEffect;
import vn.hoso.results.ResultsEffect.Asked;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetCatalogue;
import vn.hoso.targets.TargetInForce;
import vn.hoso.units.Successions;
import vn.hoso.units.Successions.End;

/** Lays out the list of tasks with what became of each. */
@Component
class FollowUpViewAssembler {

    private final FollowUpQueries followUps;
    private final Results results;
    private final TargetCatalogue targets;
    private final Organisations organisations;
    private final Successions successions;
    private final PageMessages wording;
    private final Clock clock;

    FollowUpViewAssembler(
            FollowUpQueries followUps,
            Results results,
            TargetCatalogue targets,
            Organisations organisations,
            Successions successions,
            PageMessages wording,
            Clock clock) {
        this.followUps = followUps;
        this.results = results;
        this.targets = targets;
        this.organisations = organisations;
        this.successions = successions;
        this.wording = wording;
        this.clock = clock;
    }

    FollowUpsView page(CurrentUser reader) {
        List<FollowUp> found = followUps.findVisibleTo(reader);
        Map<Long, Target> byId = targets.all(LocalDate.now(clock).getYear()).stream()
                .map(TargetInForce::target)
                .collect(Collectors.toMap(Target::id, Function.identity()));
        List<ResultsEffect> answers = results.effects(found.stream()
                .map(each -> new Asked(Objects.requireNonNull(byId.get(each.targetId())), each.unitId(), each.month()))
                .toList());
        Map<Long, End> ends = successions.ends(found.stream()
                .map(FollowUp::unitId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<FollowUpsView.Line> open = new ArrayList<>();
        List<FollowUpsView.Line> closed = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            (found.get(i).open() ? open : closed)
                    .add(line(
                            found.get(i), answers.get(i), ends.get(found.get(i).unitId())));
        }
        long overdue = open.stream().filter(FollowUpsView.Line::overdue).count();
        return new FollowUpsView(
                open,
                closed,
                say("followups.counts", Formats.count(open.size()), Formats.count(overdue)),
                reader.is(Role.REVIEWER));
    }

    private FollowUpsView.Line line(FollowUp each, ResultsEffect effect, @Nullable End end) {
        long carried = each.open() ? each.monthsCarried(YearMonth.now(clock)) : 0;
        FollowUp.Closing closing = each.closed();
        return new FollowUpsView.Line(
                each.id(),
                each.targetCode(),
                each.unit() == null ? whole(each.month()) : each.unit(),
                Formats.month(each.month()),
                each.task(),
                each.responsible(),
                Formats.date(each.due()),
                carried == 0 ? null : say("followups.carried", Formats.count(carried)),
                each.overdue(LocalDate.now(clock)),
                say("followups.by", each.madeBy(), Formats.time(each.madeAt())),
                sentence(each, effect, end),
                closing == null ? null : closing.result(),
                closing == null ? null : say("followups.by", closing.by(), Formats.time(closing.at())));
    }

    /** What became of the rate; of a unit that ended meanwhile, that no more figures will come. */
    private String sentence(FollowUp each, ResultsEffect effect, @Nullable End end) {
        boolean ended = end != null
                && !end.gone().isAfter(LocalDate.now(clock))
                && !end.gone()
                        .isAfter(each.month().plusMonths(ResultsEffect.MONTHS).atDay(1));
        if (end == null || !ended || effect.complete()) {
            return sentence(each, effect);
        }
        String over = end.successors().isEmpty()
                ? say("followups.effect.ended", Formats.date(end.gone()))
                : say("followups.effect.replaced", Formats.date(end.gone()), wording.list(end.successors()));
        boolean atOnce = !end.gone().isAfter(each.month().plusMonths(1).atDay(1));
        String month = Formats.month(each.month());
        return (atOnce && effect.reported() == 0
                        ? say(
                                "followups.effect.month",
                                month,
                                rate(effect.rate().before()))
                        : sentence(each, effect))
                + " " + over;
    }

    private String sentence(FollowUp each, ResultsEffect effect) {
        String month = Formats.month(each.month());
        String before = rate(effect.rate().before());
        if (effect.reported() == 0) {
            return say("followups.effect.none", month, before);
        }
        String after = rate(effect.rate().after());
        String reported = effect.reported() + "/" + ResultsEffect.MONTHS;
        BigDecimal points = effect.rate().points();
        return points == null
                ? say("followups.effect.unknown", month, before, reported, after)
                : say(
                        "followups.effect." + direction(effect.rate().direction()),
                        month,
                        before,
                        reported,
                        after,
                        Formats.number(points.abs()));
    }

    private static String direction(int signum) {
        if (signum == 0) {
            return "same";
        }
        return signum > 0 ? "up" : "down";
    }

    private String rate(IndicatorResult result) {
        Rate rate = result.rate();
        if (rate == null || result.percent() == null) {
            return say(rate == null ? "followups.effect.not-reported" : "followups.effect.nothing-arisen");
        }
        return say(
                "followups.effect.rate",
                Formats.percentInProse(result.percent()),
                Formats.count(rate.numerator()),
                Formats.count(rate.denominator()));
    }

    /** All units together as they were called in a month, as a task's line and the form's first choice name them. */
    String whole(YearMonth month) {
        return organisations.at(month.atEndOfMonth()).total();
    }

    String say(String key, String... arguments) {
        return wording.of(key, arguments);
    }
}
