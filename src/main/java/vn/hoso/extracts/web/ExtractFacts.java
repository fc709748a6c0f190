package vn.hoso.extracts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.hoso.extracts.ExtractClasses;
import vn.hoso.extracts.ExtractPreview;
import vn.hoso.extracts.ExtractQueries;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;

/** Says what was understood of a list of dossiers, what of it is not counted, and what is asked about it. */
final class ExtractFacts {

    private static final int MOST_NAMED = 200;

    private final MessageSource messages;

    ExtractFacts(MessageSource messages) {
        this.messages = messages;
    }

    /** What is known of a list: a heading and a text. */
    record Fact(String term, String text, boolean heed) {

        static Fact of(MessageSource messages, String key, boolean heed, String... named) {
            return new Fact(
                    messages.getMessage("extracts.fact." + key, null, Language.ofReader()),
                    messages.getMessage("extracts.fact." + key + ".text", named, Language.ofReader()),
                    heed);
        }
    }

    /** Something that is asked about, with how many dossiers hang on it, or what was answered. */
    record Asked(int index, String key, String name, String dossiers) {}

    private String text(String key, Object... named) {
        return messages.getMessage(key, named, Language.ofReader());
    }

    private static String row(int number) {
        return String.valueOf(number);
    }

    /** @param uncounted what of an applied list was not counted; of one that waits the preview says it */
    List<Fact> of(ExtractPreview preview, ExtractQueries.@Nullable Uncounted uncounted) {
        List<Fact> facts = new ArrayList<>(new ReadingFacts(messages).of(preview));
        if (preview.repeats() > 0) {
            facts.add(fact("repeats", true, Formats.count(preview.repeats())));
        }
        if (uncounted != null && uncounted.otherMonth() > 0) {
            facts.add(fact("other-month", true, Formats.count(uncounted.otherMonth())));
        }
        if (uncounted != null && uncounted.noUnit() > 0) {
            facts.add(fact("no-unit", true, Formats.count(uncounted.noUnit())));
        }
        if (!preview.counting().units().left().isEmpty()) {
            facts.add(fact("left", true, text(preview.counting().units().left())));
        }
        int counted = preview.counting().counted().size();
        if (counted > 0) {
            facts.add(fact("payment", false, Formats.count(preview.withPayment()), Formats.count(counted)));
        }
        return facts;
    }

    private static String text(Map<String, Integer> names) {
        return names.entrySet().stream()
                .map(each -> each.getKey() + " (" + Formats.count(each.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private Fact fact(String key, boolean heed, String... named) {
        return Fact.of(messages, key, heed, named);
    }

    /** Dossiers that are named, and how many more there are. */
    private List<String> named(List<String> first, int all) {
        return all <= first.size()
                ? first
                : Stream.concat(first.stream(), Stream.of(text("extracts.more", Formats.count(all - first.size()))))
                        .toList();
    }

    List<String> repeated(ExtractPreview preview) {
        return named(
                preview.repeated().stream()
                        .map(each -> text(
                                "extracts.repeated.one",
                                Objects.requireNonNullElse(each.code(), "–"),
                                String.valueOf(each.row()),
                                String.valueOf(each.repeats())))
                        .toList(),
                preview.repeats());
    }

    /** Rows of one unit with one code, the first of them. */
    List<String> sameCodes(ExtractPreview preview) {
        return named(
                preview.sameCodes().stream()
                        .limit(MOST_NAMED)
                        .map(each -> text(
                                "extracts.same-code.one",
                                each.code(),
                                row(each.first()),
                                Formats.date(each.firstDay()),
                                row(each.row()),
                                Formats.date(each.day())))
                        .toList(),
                preview.sameCodes().size());
    }

    List<String> outside(ExtractPreview preview) {
        return named(
                preview.outside().stream()
                        .map(each -> text(
                                "extracts.outside.one",
                                each.code() == null ? "–" : each.code(),
                                row(each.row()),
                                Formats.date(Objects.requireNonNull(each.day()))))
                        .toList(),
                preview.months().stream()
                        .filter(each -> !each.counted())
                        .mapToInt(ExtractPreview.Month::dossiers)
                        .sum());
    }

    static List<Asked> asked(SortedMap<String, Integer> names) {
        List<Asked> asked = new ArrayList<>();
        names.forEach((name, dossiers) -> asked.add(new Asked(asked.size(), name, name, Formats.count(dossiers))));
        return asked;
    }

    List<Asked> procedures(List<ExtractClasses.Asked> found) {
        List<Asked> asked = new ArrayList<>();
        found.forEach(each -> asked.add(new Asked(
                asked.size(),
                each.key(),
                (each.code() == null ? "" : each.code() + " – ")
                        + each.name()
                        + (each.serviceClass() == null ? "" : " – " + text("procedures.class." + each.serviceClass())),
                Formats.count(each.dossiers()))));
        return asked;
    }
}
