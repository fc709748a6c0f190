package vn.hoso.readiness.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.PageSteps;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.StatusBadge;
import vn.hoso.rates.Rate;
import vn.hoso.readiness.Equipment;
import vn.hoso.readiness.Quarter;
import vn.hoso.readiness.QuarterTotals;
import vn.hoso.readiness.UnitReadiness;
import vn.hoso.readiness.web.ReadinessChoice.Controls;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * The page of a quarter, ready to print.
 *
 * @param quarter such as III/2024
 * @param address such as 2024-Q3
 * @param cards computers and signatures against 100 %
 * @param coverage how many units reported
 * @param rows the units of this page of the list
 * @param pages the pages before and after, null where all units are on one
 * @param trend quarters up to this one, the latest first
 */
record ReadinessView(
        String quarter,
        String address,
        @Nullable Step previous,
        @Nullable Step next,
        List<Card> cards,
        String coverage,
        Controls list,
        List<Row> rows,
        @Nullable PageSteps pages,
        List<Trend> trend) {

    /** A neighbouring quarter. */
    record Step(String quarter, String path) {}

    /**
     * One of the two targets.
     *
     * @param sentence what is missing, or why there is no verdict
     */
    record Card(String title, StatusBadge mark, RateView rate, String sentence) {}

    /**
     * A unit.
     *
     * @param path its form
     * @param instead what is known where it did not report; null where it did
     */
    record Row(
            String name,
            String path,
            @Nullable String instead,
            @Nullable String officials,
            @Nullable Part computers,
            @Nullable Part signatures,
            String line,
            String scanners,
            @Nullable String lacking) {}

    /** Officials who have something, and how many lack it; null where none does. */
    record Part(RateView rate, @Nullable String lack) {}

    /** A quarter in the row of quarters. */
    record Trend(
            String quarter, String path, String coverage, RateView computers, RateView signatures, String lacking) {}

    /**
     * @param totals the quarters up to this one, this one last
     * @param units every unit of the quarter that the reader may see
     * @param current the quarter that runs today
     * @param earliest the first one that figures may exist for
     */
    static ReadinessView of(
            List<QuarterTotals> totals,
            List<UnitReadiness> units,
            ReadinessChoice choice,
            Quarter current,
            Quarter earliest,
            PageMessages wording) {
        QuarterTotals shown = totals.get(totals.size() - 1);
        Quarter quarter = shown.quarter();
        List<UnitReadiness> found = choice.of(units);
        return new ReadinessView(
                quarter.name(),
                quarter.address(),
                quarter.compareTo(earliest) > 0 ? step(quarter.before()) : null,
                quarter.compareTo(current) < 0 ? step(quarter.next()) : null,
                List.of(
                        card("computers", shown, shown.computers(), wording),
                        card("signatures", shown, shown.signatures(), wording)),
                coverage(shown, wording),
                choice.controls(quarter, found.size(), units.size(), wording),
                PageSteps.part(found, choice.page()).stream()
                        .map(each -> row(each, quarter, wording))
                        .toList(),
                PageSteps.around(
                        found.size(), choice.page(), page -> choice.address("/readiness", quarter, page), wording),
                trend(totals, wording));
    }

    private static Step step(Quarter quarter) {
        return new Step(quarter.name(), path(quarter));
    }

    private static String path(Quarter quarter) {
        return "/readiness?quarter=" + quarter.address();
    }

    private static String coverage(QuarterTotals totals, PageMessages wording) {
        if (totals.asked() == 0 && totals.without() > 0) {
            return wording.of("readiness.coverage.without", Formats.count(totals.without()));
        }
        String reported =
                wording.of("readiness.coverage", Formats.count(totals.reported()), Formats.count(totals.asked()));
        return totals.without() == 0
                ? reported
                : reported + " " + wording.of("readiness.coverage.without", Formats.count(totals.without()));
    }

    private static Card card(String what, QuarterTotals shown, Rate rate, PageMessages wording) {
        String key = "readiness." + what;
        if (!rate.arisen()) {
            String why = shown.reported() > 0
                    ? "readiness.nobody"
                    : shown.asked() == 0 && shown.without() > 0 ? "readiness.no-shops" : "readiness.none-reported";
            return new Card(
                    wording.of(key),
                    new StatusBadge("unknown", "unknown", wording.of("dashboard.verdict.NOT_ASSESSED")),
                    rate(rate, wording.of(key), wording),
                    wording.of(why));
        }
        boolean met = rate.numerator() == rate.denominator();
        return new Card(
                wording.of(key),
                met ? met(shown, wording) : new StatusBadge("unmet", "unmet", wording.of("dashboard.verdict.NOT_MET")),
                rate(rate, wording.of(key), wording),
                met
                        ? wording.of(key + ".met")
                                + (shown.owed() == 0
                                        ? ""
                                        : " " + wording.of("readiness.owed", Formats.count(shown.owed())))
                        : wording.of(key + ".short", lack(rate)));
    }

    /** That all have it; a unit that has not reported could still turn it. */
    private static StatusBadge met(QuarterTotals shown, PageMessages wording) {
        return new StatusBadge(
                "met",
                "met",
                wording.of("dashboard.verdict.MET"),
                shown.owed() == 0 ? null : wording.of("dashboard.verdict.is.ESTIMATE"));
    }

    private static RateView rate(Rate rate, String title, PageMessages wording) {
        return rate.arisen()
                ? new RateView(title, Formats.percent(QuarterTotals.percent(rate)), RateView.fraction(rate), true)
                : new RateView(title, RateView.NONE, wording.of("readiness.nobody.short"), false);
    }

    private static String lack(Rate rate) {
        return Formats.count(rate.denominator() - rate.numerator());
    }

    private static Row row(UnitReadiness unit, Quarter quarter, PageMessages wording) {
        String path = "/readiness/" + quarter.address() + "/" + unit.unit().id();
        Equipment said = unit.equipment();
        if (said == null) {
            return new Row(
                    unit.unit().name(),
                    path,
                    wording.of("readiness.state." + unit.state()),
                    null,
                    null,
                    null,
                    "",
                    "",
                    null);
        }
        return new Row(
                unit.unit().name(),
                path,
                null,
                Formats.count(said.computers().denominator()),
                part(said.computers(), "computers", wording),
                part(said.signatures(), "signatures", wording),
                line(said),
                said.scanners() == null ? RateView.NONE : Formats.count(said.scanners()),
                said.lacking());
    }

    /** Such as "100 Mbit/s". */
    static String line(Equipment said) {
        return said.line() == null ? RateView.NONE : Formats.count(said.line()) + " Mbit/s";
    }

    private static Part part(Rate rate, String what, PageMessages wording) {
        return new Part(
                rate(rate, wording.of("readiness." + what), wording),
                rate.numerator() == rate.denominator() ? null : wording.of("readiness.lacks", lack(rate)));
    }

    private static List<Trend> trend(List<QuarterTotals> totals, PageMessages wording) {
        List<Trend> trend = new ArrayList<>();
        for (QuarterTotals each : totals) {
            if (each.reported() > 0) {
                trend.add(
                        0,
                        new Trend(
                                each.quarter().name(),
                                path(each.quarter()),
                                Formats.count(each.reported()) + "/" + Formats.count(each.asked()),
                                rate(each.computers(), wording.of("readiness.computers"), wording),
                                rate(each.signatures(), wording.of("readiness.signatures"), wording),
                                Formats.count(each.lacking())));
            }
        }
        return trend;
    }
}
