package vn.hoso.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoso.audit.ChainFault.RowName;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;

/** The trail in words: what was done, what changed, and what is wrong with the chain. */
@Component
public class TrailMessages {

    /** What users typed is shown as it is. */
    private static final Set<String> TYPED = Set.of("note", "displayName", "words");

    /** Their subject and detail are codes and months, for which a reader gets words. */
    private static final Set<String> CODED =
            Set.of("results.exported", "people.looked", "people.exported", "people.opened", "people.annex");

    /** Their values name columns of the return, which have words. */
    private static final Set<String> OF_COLUMNS = Set.of("field.notAbove", "indicator.formula", "indicator.examples");

    private static final Pattern COLUMN = Pattern.compile("[a-z]+(?:_[a-z]+)*");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("\\b(\\d{4})-(\\d{2})\\b");

    private final MessageSource messages;
    private final Supplier<Locale> language;

    @Autowired
    TrailMessages(MessageSource messages) {
        this(messages, Language::ofReader);
    }

    private TrailMessages(MessageSource messages, Supplier<Locale> language) {
        this.messages = messages;
        this.language = language;
    }

    /** The same words as files keep them: in Vietnamese for every reader. */
    TrailMessages official() {
        return new TrailMessages(messages, () -> Language.OFFICIAL);
    }

    /** The name of an action; the bare code where it has none. */
    public String action(String code) {
        return text("audit.action." + code, code);
    }

    /** Who did it: a person by name, the program itself in the reader's words. */
    public String user(String name) {
        return name.equals(AuditTrail.PROGRAM) ? text("audit.program", name) : name;
    }

    /** What was done, as a sentence without its subject. */
    public String sentence(TrailLine line) {
        String subject = line.month() == null ? words(line, line.subject()) : Formats.month(line.month());
        String key = "audit.sentence." + line.action();
        String bare = line.detail().isEmpty() ? text(key + ".bare", "", subject) : "";
        return bare.isEmpty() ? text(key, action(line.action()), subject, words(line, line.detail())) : bare;
    }

    private String words(TrailLine line, String told) {
        return CODED.contains(line.action()) ? words(told) : told;
    }

    /** Codes between commas, each with its words and the month behind it: {@code "csv, QUARTER 2024-07"}. */
    private String words(String codes) {
        return Arrays.stream(codes.split(", "))
                .map(each -> {
                    String code = each.split(" ", 2)[0];
                    return text(
                            "audit.code." + code,
                            each,
                            each.substring(code.length()).strip());
                })
                .map(each -> MONTH.matcher(each.replaceFirst("(-\\d{2})/(?=\\d{4}-)", "$1 – "))
                        .replaceAll("$2/$1"))
                .collect(Collectors.joining(", "));
    }

    /** What changed, one sentence for each unit. */
    public List<String> changes(TrailLine line, Map<Long, String> unitNames) {
        Map<String, List<String>> byUnit = new LinkedHashMap<>();
        for (Change each : line.changes()) {
            String unit = each.unit() == null ? "" : unitNames.getOrDefault(each.unit(), "#" + each.unit());
            byUnit.computeIfAbsent(unit, named -> new ArrayList<>())
                    .add(field(each.field()) + " " + value(each.field(), each.before()) + " → "
                            + value(each.field(), each.after()));
        }
        return byUnit.entrySet().stream()
                .map(unit -> (unit.getKey().isEmpty() ? "" : unit.getKey() + ": ") + String.join("; ", unit.getValue()))
                .toList();
    }

    private String field(String name) {
        return text("figures.measure." + name, text("audit.field." + name, name));
    }

    private String value(String field, @Nullable String value) {
        if (value == null) {
            return text("audit.value.none", "–");
        }
        if (TYPED.contains(field)) {
            return "“" + value + "”";
        }
        if (value.matches("\\d{1,9}")) {
            return Formats.count(Long.parseLong(value));
        }
        if (OF_COLUMNS.contains(field)) {
            return COLUMN.matcher(value).replaceAll(column -> Matcher.quoteReplacement(column(column.group())));
        }
        return text(
                "audit.value." + value,
                text("indicators.name." + value, DAY.matcher(value).replaceAll("$3/$2/$1")));
    }

    private String column(String code) {
        return text("indicators.field." + code, text("audit.value." + code, code));
    }

    /** What is wrong with the chain, as a sentence that names the row. */
    public String fault(ChainFault fault) {
        if (fault instanceof ChainFault.Altered altered) {
            return named("audit.fault.altered", altered.row());
        }
        if (fault instanceof ChainFault.Added added) {
            return named("audit.fault.added", added.row());
        }
        if (fault instanceof ChainFault.EndDiffers differs) {
            return named("audit.fault.end", differs.last());
        }
        if (fault instanceof ChainFault.Missing missing) {
            String rows = missing.from() == missing.to()
                    ? String.valueOf(missing.from())
                    : missing.from() + "–" + missing.to();
            return text("audit.fault.missing", "", rows, neighbour(missing.before()), neighbour(missing.after()));
        }
        ChainEnd kept = ((ChainFault.KeptEndDiffers) fault).kept();
        return text("audit.fault.kept", "", String.valueOf(kept.length()), kept.hash());
    }

    private String named(String key, RowName row) {
        return text(key, "", String.valueOf(row.sequence()), Formats.time(row.at()), user(row.user()));
    }

    private String neighbour(@Nullable RowName row) {
        return row == null ? text("audit.fault.nothing", "") : named("audit.fault.row", row);
    }

    private String text(String key, String otherwise, String... args) {
        String found = messages.getMessage(key, args, otherwise, language.get());
        return found == null ? otherwise : found;
    }
}
