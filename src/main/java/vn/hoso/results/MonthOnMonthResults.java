package vn.hoso.results;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.results.LeaderResults.DistrictMonth;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetEvaluator;
import vn.hoso.targets.Verdict;

/**
 * What the latest month changed in the district.
 *
 * @param month the latest month
 * @param before the month before it
 * @param toDate the overall rate from January to each of the two; null in January
 * @param alone the overall rate of each of the two alone
 * @param targets the targets of the overall rate as they stood a month before and stand now; empty in January
 * @param paperBefore dossiers handed in on paper although offered online, in the month before
 * @param paper the same in the latest month
 */
public record MonthOnMonthResults(
        YearMonth month,
        YearMonth before,
        @Nullable ResultsRateChange toDate,
        ResultsRateChange alone,
        List<TargetChange> targets,
        long paperBefore,
        long paper) {

    /** A target a month before and now. */
    public record TargetChange(Verdict before, Verdict after) {}

    /**
     * Compares.
     *
     * @param district the year to date
     * @param months consecutive months that end with the period's last
     * @return null where one of the two months holds no figures
     */
    static @Nullable MonthOnMonthResults of(ReportingPeriod period, ScopeResults district, List<DistrictMonth> months) {
        Counts toDate = district.counts();
        if (toDate == null || months.size() < 2) {
            return null;
        }
        DistrictMonth latest = months.get(months.size() - 1);
        DistrictMonth previous = months.get(months.size() - 2);
        if (latest.counts() == null || previous.counts() == null) {
            return null;
        }
        List<Target> targets = district.overallTargets();
        boolean sameYear = !previous.month().isBefore(period.from());
        Counts until = sameYear ? until(period, months) : null;
        return new MonthOnMonthResults(
                latest.month(),
                previous.month(),
                until == null
                        ? null
                        : ResultsRateChange.between(
                                RoundedResultRates.of(until, targets).of(Indicator.OVERALL),
                                district.indicator(Indicator.OVERALL)),
                ResultsRateChange.between(
                        previous.rates().of(Indicator.OVERALL), latest.rates().of(Indicator.OVERALL)),
                until == null ? List.of() : changes(targets, until, district),
                previous.counts().paperThoughOnline(),
                latest.counts().paperThoughOnline());
    }

    private static Counts until(ReportingPeriod period, List<DistrictMonth> months) {
        return months.stream()
                .filter(each ->
                        !each.month().isBefore(period.from()) && each.month().isBefore(period.to()))
                .map(DistrictMonth::counts)
                .filter(Objects::nonNull)
                .reduce(Counts.NONE, Counts::plus);
    }

    private static List<TargetChange> changes(List<Target> targets, Counts before, ScopeResults after) {
        List<TargetChange> changes = new ArrayList<>();
        for (Target target : targets) {
            changes.add(new TargetChange(
                    TargetEvaluator.judge(target, before, null),
                    TargetEvaluator.judge(target, after.counts(), null)
                            .restingOn(after.indicator(target.indicator()).basis())));
        }
        return changes;
    }
}
