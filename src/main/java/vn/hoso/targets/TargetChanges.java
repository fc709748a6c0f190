package vn.hoso.targets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.audit.Change;
import vn.hoso.rates.Indicator;
import vn.hoso.shared.Formats;

/** What changed in a target, as the trail keeps it. */
final class TargetChanges {

    private TargetChanges() {}

    /**
     * The parts that differ, and each unit whose own threshold or bands do.
     *
     * @param numbers the number of a document
     */
    static List<Change> between(
            @Nullable TargetDraft before, @Nullable TargetDraft after, LongFunction<String> numbers) {
        Map<String, String> old = before == null ? Map.of() : parts(before, numbers);
        Map<String, String> now = after == null ? Map.of() : parts(after, numbers);
        List<Change> changes = new ArrayList<>();
        Stream.concat(old.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(part -> !Objects.equals(old.get(part), now.get(part)))
                .forEach(part -> changes.add(Change.of(part, old.get(part), now.get(part))));
        Map<Long, String> own = before == null ? Map.of() : own(before);
        Map<Long, String> ownNow = after == null ? Map.of() : own(after);
        Stream.concat(own.keySet().stream(), ownNow.keySet().stream())
                .distinct()
                .filter(unit -> !Objects.equals(own.get(unit), ownNow.get(unit)))
                .forEach(unit ->
                        changes.add(new Change(unit, null, "target.threshold", own.get(unit), ownNow.get(unit))));
        return changes;
    }

    /** What a draft says, part by part; parts that say nothing are left out. */
    private static Map<String, String> parts(TargetDraft draft, LongFunction<String> numbers) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("target.code", draft.code());
        parts.put("target.label", draft.label());
        parts.put("target.clause", Objects.requireNonNullElse(draft.clause(), ""));
        Indicator.Definition defined = draft.indicator().definition();
        parts.put("target.indicator", defined == null ? draft.indicator().name() : defined.title());
        parts.put("target.rule", draft.rule().name());
        List<TargetStep> bands =
                draft.steps().stream().filter(step -> step.unitId() == null).toList();
        parts.put(
                "target.threshold",
                bands.isEmpty() ? StepNotation.write(draft.threshold()) : StepNotation.write(bands));
        parts.put("target.scope", draft.scope().name());
        parts.put("target.aspiration", draft.aspiration() ? "ASPIRATION" : "BINDING");
        parts.put("target.position", String.valueOf(draft.position()));
        parts.put("target.from", Formats.date(draft.from()));
        parts.put(
                "target.until",
                draft.until() == null ? "" : Formats.date(draft.until().minusDays(1)));
        parts.put(
                "target.instruments",
                draft.instrumentIds().stream().map(numbers::apply).collect(Collectors.joining(", ")));
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    private static Map<Long, String> own(TargetDraft draft) {
        Map<Long, List<TargetStep>> byUnit = draft.steps().stream()
                .filter(step -> step.unitId() != null)
                .collect(Collectors.groupingBy(
                        step -> Objects.requireNonNull(step.unitId()), TreeMap::new, Collectors.toList()));
        Map<Long, String> own = new TreeMap<>();
        byUnit.forEach((unit, steps) -> own.put(unit, StepNotation.write(steps)));
        return own;
    }
}
