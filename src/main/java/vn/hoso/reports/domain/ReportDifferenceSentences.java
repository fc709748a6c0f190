package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.reports.domain.ReportSuggestions.Differing;
import vn.hoso.results.ResultCaveat;

/**
 * What section III says of figures that disagree with others, once: where another of its sentences states the same values already, that
 * one says that nobody has closed the difference; the others are told together.
 */
final class ReportDifferenceSentences {

    private static final int NAMED = 5;
    private static final Set<String> STATED_BY_ITEMS = Set.of("PUBLISHED", "CLASSES", "TYPED");

    private final ReportPhrases phrases;
    private final List<Differing> all;
    private final List<Differing> others = new ArrayList<>();
    private final Map<ResultCaveat, List<Differing>> withItems = new LinkedHashMap<>();

    /** @param items what else the section states */
    ReportDifferenceSentences(List<ResultCaveat> items, List<Differing> differences, ReportPhrases phrases) {
        this.phrases = phrases;
        this.all = differences;
        for (Differing each : differences) {
            ResultCaveat stating = stating(items, each);
            if (stating == null) {
                others.add(each);
            } else {
                withItems.computeIfAbsent(stating, item -> new ArrayList<>()).add(each);
            }
        }
    }

    /** The item that states all values of the year's difference of all units, null for none. */
    private static @Nullable ResultCaveat stating(List<ResultCaveat> items, Differing difference) {
        boolean ofTheYear = difference.unit() == null && difference.month() == null;
        if (!ofTheYear || !STATED_BY_ITEMS.containsAll(difference.values().keySet())) {
            return null;
        }
        return items.stream()
                .filter(item -> difference.values().values().stream()
                        .allMatch(value -> value != null
                                && stated(item, difference.measure()).contains(value)))
                .findFirst()
                .orElse(null);
    }

    private static List<Long> stated(ResultCaveat item, String measure) {
        if (item instanceof ResultCaveat.Unclassified unclassified && measure.equals("ONLINE_REPORTED")) {
            return List.of(unclassified.reported(), unclassified.classified());
        }
        if (item instanceof ResultCaveat.PublishedDiffers published) {
            return switch (measure) {
                case "ONLINE_REPORTED" -> List.of(published.publishedOnline(), published.summedOnline());
                case "DOSSIERS_RECEIVED" -> List.of(published.publishedReceived(), published.summedReceived());
                default ->
                    published.classes().stream()
                            .filter(each -> measure.startsWith(each.indicator() + "_"))
                            .flatMap(each -> measure.endsWith("_ONLINE")
                                    ? Stream.of(each.publishedOnline(), each.summedOnline())
                                    : Stream.of(each.publishedReceived(), each.summedReceived()))
                            .toList();
            };
        }
        return List.of();
    }

    /** What an item's sentence says of differences besides, null for nothing. */
    @Nullable
    String besides(ResultCaveat item) {
        List<Differing> open = withItems.getOrDefault(item, List.of());
        if (open.isEmpty()) {
            return null;
        }
        boolean explained = open.stream().allMatch(Differing::explained);
        return phrases.sentences()
                .with("giai_trinh", explained ? ReportSentences.text("difference.explained") : null)
                .say(open.size() == 1 ? "difference.open" : "difference.open.several");
    }

    /** How many other figures disagree, the largest differences by name; null for none. */
    @Nullable
    ReportLine others(int year) {
        if (all.isEmpty()) {
            return null;
        }
        ReportNamedFigures figures = phrases.figures();
        String page = "/reconciliation?year=" + year;
        figures.add("chenh_lech.so", (long) all.size(), ReportSentences.text("figure.chenh_lech.so"), page, true);
        if (others.isEmpty()) {
            return null;
        }
        List<ReportLine> named = new ArrayList<>();
        for (Differing each : others.subList(0, Math.min(NAMED, others.size()))) {
            String name = "chenh_lech_" + (named.size() + 1);
            named.add(each.sentence(name, phrases.sentences().say("difference.whole"), figures));
        }
        figures.add(
                "chenh_lech.khac", (long) others.size(), ReportSentences.text("figure.chenh_lech.khac"), page, false);
        figures.add(
                "chenh_lech.con_lai",
                (long) others.size() - named.size(),
                ReportSentences.text("figure.chenh_lech.con_lai"),
                page,
                false);
        return phrases.sentences()
                .with("khac", withItems.isEmpty() ? null : ReportSentences.text("difference.other"))
                .with("cac_chenh_lech", ReportLine.joined(named, "; "))
                .fill("shortcoming.differences");
    }
}
