package vn.hoso.presentation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.rates.Rate;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.LegalInstrument;
import vn.hoso.targets.StepNotation;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictDecision;
import vn.hoso.targets.VerdictStatus;

/** Puts verdicts into words for one reader and year. */
public final class VerdictViewAssembler {

    private final PageMessages wording;
    private final CurrentUser reader;
    private final ScopeResults scope;
    private final TracePaths paths;
    private final boolean traced;
    private final Map<Long, OutlookView> outlooks;
    private final @Nullable String missedBy;

    /**
     * For a page.
     *
     * @param scope whose verdicts they are
     * @param paths where its figures come from
     * @param traced whether the verdicts lead there
     * @param outlooks what the rest of the year must bring, by target
     * @param missedBy whose figures these are and until when, as a task's form asks; null where no task is made of them
     */
    public VerdictViewAssembler(
            PageMessages wording,
            CurrentUser reader,
            ScopeResults scope,
            TracePaths paths,
            boolean traced,
            Map<Long, OutlookView> outlooks,
            @Nullable String missedBy) {
        this.wording = wording;
        this.reader = reader;
        this.scope = scope;
        this.paths = paths;
        this.traced = traced;
        this.outlooks = outlooks;
        this.missedBy = missedBy;
    }

    public List<VerdictView> of(List<Verdict> verdicts) {
        return verdicts.stream().map(this::line).toList();
    }

    /** Full citations of every instrument by which the whole is judged, or units alone, each once. */
    public static List<String> citations(YearResults results) {
        return citations(Stream.concat(judging(results.district()), results.ofNamedUnits()));
    }

    /** Full citations of every instrument the scope is judged by, each once. */
    public static List<String> citations(ScopeResults scope) {
        return citations(judging(scope));
    }

    private static Stream<Target> judging(ScopeResults scope) {
        return Stream.concat(scope.verdicts().stream(), scope.aspirations().stream())
                .map(Verdict::target);
    }

    private static List<String> citations(Stream<Target> targets) {
        return targets.flatMap(target -> target.instruments().stream())
                .map(LegalInstrument::title)
                .distinct()
                .toList();
    }

    private VerdictView line(Verdict verdict) {
        Target target = verdict.target();
        return new VerdictView(
                StatusBadge.of(verdict, wording),
                target.code(),
                target.label(),
                asked(target),
                basis(target),
                target.instruments().stream().map(LegalInstrument::title).toList(),
                finding(verdict),
                grounds(verdict),
                reach(verdict),
                !verdict.reachable(),
                confirmation(verdict),
                verdict.decision() == null ? null : verdict.decision().note(),
                warning(verdict),
                confirmPath(verdict),
                followUpPath(verdict),
                outlooks.get(target.id()),
                traced && verdict.rate() != null && verdict.rate().arisen()
                        ? paths.of(scope, target.indicator())
                        : null);
    }

    private @Nullable String asked(Target target) {
        if (target.threshold() == null) {
            return null;
        }
        String asked = wording.of("dashboard.asked." + target.rule(), Formats.percentInProse(target.threshold()));
        return target.common() == null
                ? asked
                : asked + " (" + wording.of("dashboard.asked.own", Formats.percentInProse(target.common())) + ")";
    }

    /** "riêng 70%" of a unit that has a threshold of its own, and "1/2 điểm" of a target with points; null for neither. */
    public static @Nullable String aside(Verdict verdict, PageMessages wording) {
        Target target = verdict.target();
        BigDecimal threshold = target.threshold();
        String own = !target.ownLevel() || threshold == null
                ? null
                : wording.of("dashboard.asked.own.short", Formats.percentInProse(threshold));
        String all = Stream.of(own, points(verdict, wording))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return all.isEmpty() ? null : all;
    }

    private static @Nullable String points(Verdict verdict, PageMessages wording) {
        return verdict.points() == null ? null : points(List.of(verdict), wording);
    }

    /** The points that verdicts bring together, of those they can bring: "3/5 điểm"; null where none gives points. */
    public static @Nullable String points(List<Verdict> verdicts, PageMessages wording) {
        List<Verdict> giving =
                verdicts.stream().filter(it -> it.points() != null).toList();
        return giving.isEmpty()
                ? null
                : wording.of(
                        "dashboard.points",
                        StepNotation.write(giving.stream()
                                .map(it -> Objects.requireNonNull(it.points()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)),
                        StepNotation.write(giving.stream()
                                .map(it -> it.target().mostPoints())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private static String basis(Target target) {
        return Stream.concat(
                        target.instruments().stream().map(LegalInstrument::number), Stream.ofNullable(target.clause()))
                .collect(Collectors.joining(" · "));
    }

    private String finding(Verdict verdict) {
        Rate rate = verdict.rate();
        if (rate == null) {
            return wording.of("dashboard.not-reported.sentence");
        }
        if (!rate.arisen()) {
            return wording.of("dashboard.nothing-arisen.sentence");
        }
        if (verdict.target().rule() == TargetRule.HAS_ARISEN) {
            return IndicatorText.evidence(verdict.target().indicator(), rate.numerator(), wording);
        }
        return verdict.met()
                ? wording.of("dashboard.finding.met")
                : wording.of("dashboard.finding.short", Formats.count(verdict.shortBy()));
    }

    private @Nullable String grounds(Verdict verdict) {
        Rate rate = verdict.rate();
        if (rate == null || !rate.arisen()) {
            return null;
        }
        String grounds = verdict.target().rule() == TargetRule.HAS_ARISEN
                ? wording.of("dashboard.grounds.arisen", Formats.count(rate.denominator()))
                : wording.of(
                        "dashboard.grounds.measured",
                        Formats.count(rate.numerator()),
                        Formats.count(verdict.required()));
        return Stream.of(
                        points(verdict, wording),
                        grounds,
                        IndicatorText.basis(verdict.target().indicator(), verdict.basis(), wording))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private boolean over(Target target) {
        OutlookView outlook = outlooks.get(target.id());
        return outlook != null && outlook.over();
    }

    private @Nullable String reach(Verdict verdict) {
        BigDecimal ceiling = scope.rates().ceiling();
        if (ceiling == null || verdict.ceiling() == null || verdict.status() != VerdictStatus.NOT_MET) {
            return null;
        }
        String shown = Formats.percentInProse(ceiling);
        return verdict.reachable()
                ? wording.of(over(verdict.target()) ? "dashboard.reach.over" : "dashboard.reach.within", shown)
                : wording.of("dashboard.reach.beyond", shown, Formats.count(verdict.missingEligible()));
    }

    private @Nullable String confirmation(Verdict verdict) {
        VerdictDecision decision = verdict.decision();
        if (decision != null) {
            return wording.of("dashboard.confirmation.by", decision.decidedBy(), Formats.time(decision.decidedAt()));
        }
        return verdict.awaitsConfirmation() && ofTheWhole() ? wording.of("dashboard.confirmation.none") : null;
    }

    private @Nullable String warning(Verdict verdict) {
        if (!verdict.evidenceChanged()) {
            return null;
        }
        Rate evidence = Objects.requireNonNull(verdict.decision()).evidence();
        return wording.of(
                "dashboard.confirmation.changed",
                evidence == null ? wording.of("dashboard.not-reported") : RateView.fraction(evidence));
    }

    /** Nobody confirms what a single unit reached. */
    private boolean ofTheWhole() {
        return scope.unitId() == null;
    }

    private @Nullable String followUpPath(Verdict verdict) {
        return missedBy != null && verdict.status() == VerdictStatus.NOT_MET && reader.is(Role.REVIEWER)
                ? "/follow-ups/new?target=" + verdict.target().id() + "&" + missedBy
                : null;
    }

    private @Nullable String confirmPath(Verdict verdict) {
        boolean open = ofTheWhole() && (verdict.awaitsConfirmation() || verdict.evidenceChanged());
        return open && reader.is(Role.REVIEWER)
                ? "/dashboard/decisions/" + verdict.target().id() + "?year=" + paths.year()
                : null;
    }
}
