package vn.hoso.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.web.DashboardPeriodPages.PeriodChoice;
import vn.hoso.presentation.Headline;
import vn.hoso.presentation.PastView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.StatusBadge;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.results.PaperPeriodResults;
import vn.hoso.results.PaperPeriodResults.PaperSeries;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.YearNavigation;

/**
 * Paper though online, ready to print.
 *
 * @param headline the answer in one sentence
 * @param period days, coverage, age
 * @param years the year switcher
 * @param choice the form for another period
 * @param back the leaders' page of the same period
 * @param list which units are shown, and the list as a file
 * @param months the columns
 * @param rows the units, most paper first; empty where nothing is broken down
 * @param total all units together
 * @param differs that a document published another total, null where none did
 */
record DashboardPaperView(
        String headline,
        PeriodView period,
        YearNavigation years,
        PeriodChoice choice,
        String back,
        DashboardListControls list,
        List<String> months,
        List<Row> rows,
        Row total,
        @Nullable String differs) {

    private static final String PATH = "/dashboard/paper";

    /** Of a month in which no return was expected. */
    private static final String UNASKED = "·";

    /**
     * A unit's months.
     *
     * @param past whose figures these are, null where they are the unit's own
     * @param cells dossiers in each month; what was not reported is no 0, and what nobody should have reported neither
     * @param share of those that could have been online
     * @param trend how the share moved, null where it cannot be said
     */
    record Row(
            String name,
            @Nullable String past,
            @Nullable String path,
            List<String> cells,
            RateView share,
            @Nullable StatusBadge trend) {}

    public List<String> clauses() {
        return Headline.clauses(headline);
    }

    static DashboardPaperView of(
            PaperPeriodResults results, PeriodFilter filter, DashboardListChoice choice, PageMessages wording) {
        YearResults year = results.results();
        Counts counts = year.district().counts();
        PaperSeries total = results.total();
        TracePaths paths = TracePaths.of(filter, year.period());
        boolean brokenDown = total.share() != null;
        Map<@Nullable Long, ScopeResults> units = results.byUnit();
        List<PaperSeries> shown = brokenDown ? shown(results, choice) : List.of();
        return new DashboardPaperView(
                headline(counts, total, wording),
                PeriodView.of(year, wording),
                YearNavigation.around(year.year(), results.years()),
                PeriodChoice.of(PATH, filter, year, wording),
                filter.address("/dashboard", year.period()),
                choice.controls(
                        PATH,
                        filter.kept(year.period()),
                        shown.size(),
                        brokenDown ? results.units().size() : 0,
                        wording),
                results.months().stream()
                        .map(it -> Formats.month(it).replaceFirst("/20", "/"))
                        .toList(),
                choice.onPage(shown).stream()
                        .map(it -> row(
                                it,
                                it.name(),
                                PastView.brief(Objects.requireNonNull(units.get(it.unitId())), wording),
                                filter.unit(it.unitId(), year.period()),
                                paths,
                                wording))
                        .toList(),
                row(total, year.organisation().total(), null, null, paths, wording),
                counts == null || !brokenDown || counts.paperThoughOnline() == total.paper()
                        ? null
                        : wording.of(
                                "dashboard.paper.differs",
                                Formats.count(counts.paperThoughOnline()),
                                Formats.count(total.paper())));
    }

    /** The units that are asked for, by their share of paper. */
    static List<PaperSeries> shown(PaperPeriodResults results, DashboardListChoice choice) {
        Map<@Nullable Long, ScopeResults> units = results.byUnit();
        return choice.of(results.units(), it -> Objects.requireNonNull(units.get(it.unitId())), PaperSeries::percent);
    }

    private static String headline(@Nullable Counts counts, PaperSeries total, PageMessages wording) {
        if (counts == null) {
            return wording.of("dashboard.paper.headline.none");
        }
        String paper = Formats.count(counts.paperThoughOnline());
        String share = total.percent() == null || counts.paperThoughOnline() != total.paper()
                ? ""
                : " (" + Formats.percent(total.percent()) + ")";
        String eligible = Formats.count(counts.eligible());
        PaperSeries.Trend trend = total.trend();
        return trend == null
                ? wording.of("dashboard.paper.headline", paper, eligible, share)
                : wording.of("dashboard.paper.headline.trend", paper, eligible, share, trend(trend, wording));
    }

    private static Row row(
            PaperSeries series,
            String name,
            @Nullable String past,
            @Nullable String path,
            TracePaths paths,
            PageMessages wording) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < series.months().size(); i++) {
            Long paper = series.months().get(i);
            cells.add(paper != null ? Formats.count(paper) : series.expected().get(i) ? RateView.NONE : UNASKED);
        }
        return new Row(
                name,
                past,
                path,
                cells,
                share(series, wording).tracedTo(paths.of(series.unitId(), Indicator.ELIGIBLE_ONLINE)),
                series.trend() == null ? null : mark(series.trend(), wording));
    }

    private static RateView share(PaperSeries series, PageMessages wording) {
        String title = wording.of("dashboard.paper.share");
        if (series.share() == null) {
            boolean due = series.expected().contains(true);
            return new RateView(
                    title, RateView.NONE, wording.of(due ? "dashboard.not-reported" : "dashboard.not-expected"), false);
        }
        return series.percent() == null
                ? new RateView(title, RateView.NONE, wording.of("dashboard.nothing-arisen"), false)
                : new RateView(title, Formats.percent(series.percent()), RateView.fraction(series.share()), true);
    }

    /** Less paper is better. */
    static StatusBadge mark(PaperSeries.Trend trend, PageMessages wording) {
        String words = trend(trend, wording);
        if (trend.direction() == 0) {
            return new StatusBadge("unknown", "same", words);
        }
        return trend.direction() < 0 ? new StatusBadge("met", "down", words) : new StatusBadge("unmet", "up", words);
    }

    private static String trend(PaperSeries.Trend trend, PageMessages wording) {
        String key = trend.direction() == 0 ? "same" : trend.direction() < 0 ? "down" : "up";
        return wording.of(
                "dashboard.paper.trend." + key, Formats.number(trend.points().abs()));
    }
}
