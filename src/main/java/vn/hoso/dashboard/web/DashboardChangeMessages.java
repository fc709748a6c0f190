package vn.hoso.dashboard.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Indicator;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.LeaderResults.DistrictMonth;
import vn.hoso.results.MonthOnMonthResults;
import vn.hoso.results.MonthOnMonthResults.TargetChange;
import vn.hoso.results.ResultsRateChange;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Target;

/** Puts what the latest month changed into sentences: fixed sentences with the figures they rest on. */
final class DashboardChangeMessages {

    private final PageMessages wording;

    DashboardChangeMessages(PageMessages wording) {
        this.wording = wording;
    }

    /**
     * A sentence.
     *
     * @param trace where the figures it names come from, null where it names none
     */
    record Line(String text, @Nullable String trace) {}

    List<Line> of(LeaderResults results) {
        MonthOnMonthResults change = results.change();
        if (change == null) {
            return List.of();
        }
        String month = Formats.month(change.month());
        String before = Formats.month(change.before());
        List<Line> sentences = new ArrayList<>();
        add(
                sentences,
                "dashboard.change.to-date.",
                change.toDate(),
                month,
                before,
                TracePaths.untilMonth(change.before(), Indicator.OVERALL));
        change.targets().forEach(each -> sentences.add(new Line(target(each), null)));
        add(
                sentences,
                "dashboard.change.month.",
                change.alone(),
                month,
                before,
                TracePaths.ofMonth(change.month(), Indicator.OVERALL));
        sentences.add(
                new Line(paper(change, month, before), TracePaths.ofMonth(change.month(), Indicator.ELIGIBLE_ONLINE)));
        results.months().stream()
                .filter(it -> it.month().equals(change.month()) || it.month().equals(change.before()))
                .filter(it -> !it.complete())
                .map(it -> new Line(incomplete(it), null))
                .forEach(sentences::add);
        return sentences;
    }

    private void add(
            List<Line> sentences,
            String key,
            @Nullable ResultsRateChange change,
            String month,
            String before,
            String trace) {
        BigDecimal points = change == null ? null : change.pointsInProse();
        if (change == null || points == null) {
            return;
        }
        RateView earlier = RateView.inProse(change.before(), wording);
        RateView later = RateView.inProse(change.after(), wording);
        String sentence = wording.of(
                key + direction(change.direction()),
                month,
                later.percent(),
                later.fraction(),
                before,
                earlier.percent(),
                earlier.fraction(),
                Formats.number(points.abs()));
        sentences.add(new Line(sentence, trace));
    }

    private static String direction(int signum) {
        if (signum == 0) {
            return "same";
        }
        return signum > 0 ? "up" : "down";
    }

    private String target(TargetChange change) {
        Target target = change.after().target();
        String sentence = wording.of(
                "dashboard.change.target." + turn(change),
                target.code(),
                Formats.percentInProse(Objects.requireNonNull(target.threshold())),
                Formats.count(change.before().shortBy()),
                Formats.count(change.after().shortBy()));
        return change.after().provisional()
                ? wording.of("dashboard.change.target.is." + change.after().finality(), sentence)
                : sentence;
    }

    private static String turn(TargetChange change) {
        if (change.after().met()) {
            return change.before().met() ? "kept" : "reached";
        }
        if (change.before().met()) {
            return "lost";
        }
        return direction(Long.compare(change.after().shortBy(), change.before().shortBy()));
    }

    private String paper(MonthOnMonthResults change, String month, String before) {
        return wording.of(
                "dashboard.change.paper." + direction(Long.compare(change.paper(), change.paperBefore())),
                month,
                Formats.count(change.paper()),
                before,
                Formats.count(change.paperBefore()),
                Formats.count(Math.abs(change.paper() - change.paperBefore())));
    }

    private String incomplete(DistrictMonth month) {
        return wording.of(
                "dashboard.change.incomplete", Formats.month(month.month()), month.reported() + "/" + month.expected());
    }
}
