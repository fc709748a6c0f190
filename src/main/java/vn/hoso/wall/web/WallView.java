package vn.hoso.wall.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.PeriodView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.StatusBadge;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultsCoverage;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.ScopeResults.NamedUnitsOutcome;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/**
 * The wall screen, ready to show: at most six numbers, readable from across a room.
 *
 * @param period whose period, days and coverage stand above them
 * @param tiles the numbers
 * @param warnings why they should not be believed any more; empty while they should
 */
record WallView(PeriodView period, List<Tile> tiles, List<String> warnings) {

    private static final int TARGETS = 2;
    private static final int LONG = 7;

    /**
     * A number.
     *
     * @param label what it is
     * @param caption its fraction, or the figures behind it
     * @param mark the verdict it stands for, null where none
     */
    record Tile(
            String label,
            String value,
            String caption,
            @Nullable StatusBadge mark) {

        /** Whether the number needs smaller digits. */
        public boolean isLong() {
            return value.length() > LONG;
        }
    }

    static WallView of(YearResults results, Staleness staleness, PageMessages wording) {
        ScopeResults district = results.district();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(rate(district, Indicator.OVERALL, wording));
        tiles.add(rate(district, Indicator.FULL_PROCESS, wording));
        tiles.add(rate(district, Indicator.PARTIAL, wording));
        List<Verdict> decisive = decisive(district);
        decisive.forEach(verdict -> tiles.add(target(verdict, wording)));
        results.namedOutcomes().stream()
                .filter(each -> !each.target().aspiration())
                .limit(TARGETS - decisive.size())
                .forEach(each -> tiles.add(named(each, wording)));
        coverage(results, wording).ifPresent(tiles::add);
        return new WallView(PeriodView.of(results, wording), tiles, warnings(staleness, wording));
    }

    private static Tile rate(ScopeResults district, Indicator indicator, PageMessages wording) {
        RateView rate = RateView.inProse(district.indicator(indicator), wording);
        StatusBadge mark = Indicator.OVERALL.equals(indicator)
                ? null
                : district.verdicts().stream()
                        .filter(it -> it.target().indicator().equals(indicator))
                        .min(Comparator.comparing(it -> it.status() != VerdictStatus.NOT_MET))
                        .map(it -> StatusBadge.of(it, wording))
                        .orElse(null);
        return new Tile(
                rate.title(),
                rate.percent(),
                rate.known() ? wording.of("dashboard.dossiers", rate.fraction()) : rate.fraction(),
                mark);
    }

    /** The targets of the overall rate: those missed first, each the lower first. */
    private static List<Verdict> decisive(ScopeResults district) {
        return district.verdicts().stream()
                .filter(it -> Indicator.OVERALL.equals(it.target().indicator())
                        && it.target().threshold() != null)
                .sorted(Comparator.comparing((Verdict it) -> it.status() != VerdictStatus.NOT_MET)
                        .thenComparing(Verdict::required))
                .limit(TARGETS)
                .toList();
    }

    private static Tile target(Verdict verdict, PageMessages wording) {
        boolean measured = verdict.status() == VerdictStatus.MET || verdict.status() == VerdictStatus.NOT_MET;
        return new Tile(
                wording.of(
                        "wall.target",
                        verdict.target().code(),
                        wording.of(
                                "dashboard.asked." + verdict.target().rule(),
                                Formats.percentInProse(
                                        Objects.requireNonNull(verdict.target().threshold())))),
                measured ? Formats.count(verdict.shortBy()) : RateView.NONE,
                measured && verdict.rate() != null
                        ? wording.of(
                                "wall.short",
                                Formats.count(verdict.rate().numerator()),
                                Formats.count(verdict.required()))
                        : "",
                StatusBadge.of(verdict, wording));
    }

    /** How many of the units that a target names meet it: of all together it asks nothing. */
    private static Tile named(NamedUnitsOutcome outcome, PageMessages wording) {
        boolean judged = outcome.judged() > 0;
        return new Tile(
                wording.of("wall.named", outcome.target().code(), Formats.count(outcome.units())),
                judged ? Formats.count(outcome.met()) + "/" + Formats.count(outcome.judged()) : RateView.NONE,
                wording.of(judged ? "wall.named.met" : "wall.named.none"),
                null);
    }

    private static Optional<Tile> coverage(YearResults results, PageMessages wording) {
        ResultsCoverage coverage = results.coverage();
        if (coverage.expected() == 0 || (results.publication() != null && coverage.reported() == 0)) {
            return Optional.empty();
        }
        return Optional.of(new Tile(
                wording.of("wall.coverage"),
                Formats.count(coverage.reported()) + "/" + Formats.count(coverage.expected()),
                wording.of(
                        "wall.coverage.caption", Formats.date(results.period().lastDay())),
                null));
    }

    private static List<String> warnings(Staleness staleness, PageMessages wording) {
        List<String> warnings = new ArrayList<>();
        List<String> overdue = runs(staleness.overdue());
        if (!overdue.isEmpty()) {
            warnings.add(wording.of(
                    staleness.overdue().size() == 1 ? "wall.overdue" : "wall.overdue.several",
                    String.join(", ", overdue)));
        }
        if (staleness.since() != null) {
            warnings.add(wording.of("wall.stale", Formats.time(staleness.since())));
        }
        return warnings;
    }

    /** Months in order, as a wall has room for them: "03/2024", "07/2024–09/2024". */
    static List<String> runs(List<YearMonth> months) {
        List<String> runs = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= months.size(); i++) {
            YearMonth last = months.get(i - 1);
            if (i == months.size() || !months.get(i).equals(last.plusMonths(1))) {
                String begin = Formats.month(months.get(first));
                runs.add(first == i - 1 ? begin : begin + "–" + Formats.month(last));
                first = i;
            }
        }
        return runs;
    }
}
