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
import vn.hoso.extracts.ExtractFile;
import vn.hoso.extracts.ExtractPreview;
import vn.hoso.extracts.ExtractQueries;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;

/** Says what was understood of a list of dossiers, what of it is not counted, and what is asked about it. */
final class ExtractFacts {

    private static final int ROWS_NAMED = 20;

    private final MessageSource messages;

    ExtractFacts(MessageSource messages) {
        this.messages = messages;
    }

    /** What is known of a list: a heading and a text. */
    record Fact(String term, String text, boolean heed) {}

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
        ExtractFile file = preview.file();
        ExtractFile.Reading read = file.reading();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("rows", false, Formats.count(file.rows()), row(read.heading()), read.sheet()));
        facts.add(fact(
                "columns",
                false,
                read.columns().entrySet().stream()
                        .map(each -> text("extracts.column." + each.getKey()) + " (" + each.getValue() + ")")
                        .collect(Collectors.joining(", "))));
        preview.units().stream()
                .filter(unit -> Objects.equals(unit.id(), file.unitId()))
                .forEach(unit -> facts.add(fact("unit", true, unit.name())));
        if (!read.citizens().isEmpty()) {
            facts.add(fact("citizens", false, String.join(", ", read.citizens())));
        }
        if (!read.unknown().isEmpty()) {
            facts.add(fact("dropped", false, String.join(", ", read.unknown())));
        }
        if (read.ignoredRows() > 0) {
            facts.add(fact(
                    "ignored", false, Formats.count(read.ignoredRows()), rows(read.ignored(), read.ignoredRows())));
        }
        if (read.undatedRows() > 0) {
            facts.add(
                    fact("undated", true, Formats.count(read.undatedRows()), rows(read.undated(), read.undatedRows())));
        }
        if (read.hidden() > 0) {
            facts.add(fact("hidden", true, Formats.count(read.hidden())));
        }
        if (read.struck() > 0) {
            facts.add(fact("struck", true, Formats.count(read.struck())));
        }
        if (read.unknownPaidRows() > 0) {
            facts.add(fact(
                    "unknown-paid",
                    true,
                    Formats.count(read.unknownPaidRows()),
                    rows(read.unknownPaid(), read.unknownPaidRows())));
        }
        if (!read.columns().isEmpty() && !read.columns().containsKey("CODE")) {
            facts.add(fact("no-codes", true));
        }
        if (read.differingRows() > 0) {
            facts.add(fact(
                    "differing",
                    true,
                    Formats.count(read.differingRows()),
                    read.differing().entrySet().stream()
                                    .limit(ROWS_NAMED)
                                    .map(each -> each.getKey() + " (" + each.getValue() + ")")
                                    .collect(Collectors.joining(", "))
                            + (read.differingRows() > ROWS_NAMED ? ", …" : "")));
        }
        if (preview.repeats() > 0) {
            facts.add(fact("repeats", true, Formats.count(preview.repeats())));
        }
        if (!read.others().isEmpty()) {
            facts.add(fact("others", true, text(read.others())));
        }
        if (uncounted != null && uncounted.otherMonth() > 0) {
            facts.add(fact("other-month", true, Formats.count(uncounted.otherMonth())));
        }
        if (uncounted != null && uncounted.noUnit() > 0) {
            facts.add(fact("no-unit", true, Formats.count(uncounted.noUnit())));
        }
        if (!preview.counting().left().isEmpty()) {
            facts.add(fact("left", true, text(preview.counting().left())));
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

    private static String rows(List<Integer> rows, int all) {
        return Stream.concat(
                        rows.stream().limit(ROWS_NAMED).map(String::valueOf),
                        all > Math.min(ROWS_NAMED, rows.size()) ? Stream.of("…") : Stream.of())
                .collect(Collectors.joining(", "));
    }

    private Fact fact(String key, boolean heed, String... named) {
        return new Fact(text("extracts.fact." + key), text("extracts.fact." + key + ".text", (Object[]) named), heed);
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
