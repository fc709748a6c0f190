package vn.hoso.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.hoso.presentation.RateView;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.UnitResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/** How the unit stands, each rate with its fraction. */
record LetterStanding(UnitResults results, PageMessages wording) {

    static List<String> of(UnitResults results, PageMessages wording) {
        return new LetterStanding(results, wording).lines();
    }

    private List<String> lines() {
        ScopeResults unit = results.unit();
        List<String> lines = new ArrayList<>();
        unit.verdicts().stream()
                .filter(it -> it.target().threshold() != null)
                .forEach(it -> lines.add(verdict(it, rate(it.target().indicator()))));
        lines.add(wording.of("dashboard.letter.parts", words(Indicator.FULL_PROCESS), words(Indicator.PARTIAL)));
        if (results.paper().share() != null) {
            lines.add(UnitDetailsView.paper(results.paper(), results.paper().share(), wording));
        }
        return lines;
    }

    private RateView rate(Indicator indicator) {
        return RateView.inProse(results.unit().indicator(indicator), wording);
    }

    private String words(Indicator indicator) {
        RateView rate = rate(indicator);
        return rate.known() ? wording.of("dashboard.letter.rate", rate.fraction(), rate.percent()) : rate.fraction();
    }

    private String verdict(Verdict verdict, RateView rate) {
        Target target = verdict.target();
        String limit = wording.of(
                "dashboard.asked." + target.rule(), Formats.percentInProse(Objects.requireNonNull(target.threshold())));
        String asked = wording.of(
                "dashboard.letter.target",
                target.label(),
                target.code(),
                target.common() == null
                        ? limit
                        : limit + ", " + wording.of("dashboard.asked.own", Formats.percentInProse(target.common())));
        String key = !rate.known() ? "unknown" : verdict.met() ? "met" : "missed";
        return wording.of(
                "dashboard.letter.target." + key + (rate.known() && verdict.provisional() ? ".provisional" : ""),
                asked,
                rate.fraction(),
                rate.percent(),
                Formats.count(verdict.shortBy()));
    }
}
