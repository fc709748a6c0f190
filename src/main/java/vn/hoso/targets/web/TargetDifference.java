package vn.hoso.targets.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.rates.Indicator;
import vn.hoso.shared.PageMessages;

/** A field of a target with what was typed into it and what someone else has kept meanwhile. */
record TargetDifference(String labelKey, String typed, String kept) {

    /** The fields in which a version kept meanwhile says something else. */
    static List<TargetDifference> between(TargetForm form, TargetForm kept, PageMessages messages) {
        return Stream.of(
                        new TargetDifference("targets.code", form.code(), kept.code()),
                        new TargetDifference("targets.label", form.label(), kept.label()),
                        new TargetDifference("targets.clause", form.clause(), kept.clause()),
                        new TargetDifference(
                                "targets.indicator",
                                indicator(form.indicator(), messages),
                                indicator(kept.indicator(), messages)),
                        new TargetDifference("targets.rule", name(form.rule(), messages), name(kept.rule(), messages)),
                        new TargetDifference("targets.threshold", form.threshold(), kept.threshold()),
                        new TargetDifference(
                                "targets.scope", name(form.scope(), messages), name(kept.scope(), messages)),
                        new TargetDifference(
                                "targets.kind", kind(form.aspiration(), messages), kind(kept.aspiration(), messages)),
                        new TargetDifference("targets.position", form.position(), kept.position()),
                        new TargetDifference("targets.from", form.from(), kept.from()),
                        new TargetDifference("targets.until", form.until(), kept.until()),
                        new TargetDifference("targets.own", form.own(), kept.own()))
                .filter(each -> !each.typed().strip().equals(each.kept()))
                .toList();
    }

    private static String name(@Nullable Enum<?> value, PageMessages messages) {
        return value == null ? "" : messages.of("targets.choice." + value.name());
    }

    private static String indicator(@Nullable Indicator indicator, PageMessages messages) {
        return indicator == null ? "" : IndicatorText.name(indicator, messages);
    }

    private static String kind(boolean aspiration, PageMessages messages) {
        return messages.of(aspiration ? "targets.kind.aspiration" : "targets.kind.binding");
    }
}
