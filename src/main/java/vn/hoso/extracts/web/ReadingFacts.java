package vn.hoso.extracts.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import vn.hoso.extracts.ExtractFile;
import vn.hoso.extracts.ExtractFile.Reading;
import vn.hoso.extracts.ExtractPreview;
import vn.hoso.extracts.reading.DossierColumn;
import vn.hoso.extracts.web.ExtractFacts.Fact;
import vn.hoso.imports.files.Columns;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;

/** Says what was found while a list of dossiers was read. */
final class ReadingFacts {

    private static final int ROWS_NAMED = 20;

    private final MessageSource messages;

    ReadingFacts(MessageSource messages) {
        this.messages = messages;
    }

    List<Fact> of(ExtractPreview preview) {
        ExtractFile file = preview.file();
        Reading read = file.reading();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("rows", false, Formats.count(file.rows()), String.valueOf(read.heading()), read.sheet()));
        facts.add(fact("columns", false, columns(read)));
        String substitutes = substitutes(read);
        if (!substitutes.isEmpty()) {
            facts.add(fact("substitute", true, substitutes));
        }
        preview.units().stream()
                .filter(unit -> Objects.equals(unit.id(), file.unitId()))
                .forEach(unit -> facts.add(fact("unit", true, unit.name())));
        facts.addAll(unread(read));
        facts.addAll(doubtful(read));
        return facts;
    }

    /** What is read, each with the letter and the words of its column. */
    private String columns(Reading read) {
        return read.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder())))
                .map(each -> {
                    String heading = heading(read, each.getValue());
                    return text("extracts.column." + each.getKey()) + " (" + each.getValue()
                            + (heading.isEmpty() ? "" : " “" + heading + "”") + ")";
                })
                .collect(Collectors.joining(", "));
    }

    private String substitutes(Reading read) {
        return read.columns().entrySet().stream()
                .filter(each -> DossierColumn.substitute(heading(read, each.getValue())))
                .map(each -> text(
                        "extracts.substitute.one",
                        text("extracts.column." + each.getKey()),
                        each.getValue(),
                        heading(read, each.getValue())))
                .collect(Collectors.joining("; "));
    }

    private String endings(Reading read) {
        return read.endings().entrySet().stream()
                .map(each -> text("extracts.ending." + each.getKey(), Formats.count(each.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String heading(Reading read, String letters) {
        return read.headings().getOrDefault(Columns.of(letters), "");
    }

    private String text(String key, Object... named) {
        return messages.getMessage(key, named, Language.ofReader());
    }

    /** What was not read, or is no dossier. */
    private List<Fact> unread(Reading read) {
        List<Fact> facts = new ArrayList<>();
        if (!read.citizens().isEmpty()) {
            facts.add(fact("citizens", false, String.join(", ", read.citizens())));
        }
        if (!read.unknown().isEmpty()) {
            facts.add(fact("dropped", false, String.join(", ", read.unknown())));
        }
        if (read.ignoredRows() > 0) {
            facts.add(rows("ignored", false, read.ignored(), read.ignoredRows()));
        }
        if (read.undatedRows() > 0) {
            facts.add(rows("undated", true, read.undated(), read.undatedRows()));
        }
        if (!read.others().isEmpty()) {
            facts.add(fact("others", true, named(read.others())));
        }
        return facts;
    }

    /** What is counted, and has to be looked at. */
    private List<Fact> doubtful(Reading read) {
        List<Fact> facts = new ArrayList<>();
        if (read.hidden() > 0) {
            facts.add(fact("hidden", true, Formats.count(read.hidden())));
        }
        if (read.struck() > 0) {
            facts.add(fact("struck", true, Formats.count(read.struck())));
        }
        if (!read.endings().isEmpty()) {
            facts.add(fact("endings", true, endings(read)));
        }
        if (read.unknownFeeRows() > 0) {
            facts.add(rows("unknown-fee", true, read.unknownFee(), read.unknownFeeRows()));
        }
        if (read.unknownPaidRows() > 0) {
            facts.add(rows("unknown-paid", true, read.unknownPaid(), read.unknownPaidRows()));
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
        return facts;
    }

    private static String named(Map<String, Integer> names) {
        return names.entrySet().stream()
                .map(each -> each.getKey() + " (" + Formats.count(each.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** How many rows, and which, the first of them. */
    private Fact rows(String key, boolean heed, List<Integer> rows, int all) {
        String first = Stream.concat(
                        rows.stream().limit(ROWS_NAMED).map(String::valueOf),
                        all > Math.min(ROWS_NAMED, rows.size()) ? Stream.of("…") : Stream.of())
                .collect(Collectors.joining(", "));
        return fact(key, heed, Formats.count(all), first);
    }

    private Fact fact(String key, boolean heed, String... named) {
        return Fact.of(messages, key, heed, named);
    }
}
