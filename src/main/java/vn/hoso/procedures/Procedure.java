package vn.hoso.procedures;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.audit.Change;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.layouts.ComparableText;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Sha256;

/**
 * An administrative procedure.
 *
 * @param code its code such as 1.004441, or {@link #keyOf} its name where no list gave one
 * @param field the field of administration, null where that is not known
 * @param version counts its changes
 * @param classes how far it is offered online, from which day on, the earliest first
 */
public record Procedure(
        long id, String code, String name, @Nullable String field, int version, List<ClassFrom> classes) {

    private static final int LONGEST_KEY = 500;
    private static final int MARK = 32;
    private static final int DECIMALS = 6;
    private static final Pattern FRACTION = Pattern.compile("[0-9],[0-9]{1,6}");

    /**
     * A class from a day on, until the next one.
     *
     * @param instrument the decision that says so, null where that is not known
     */
    public record ClassFrom(
            LocalDate from,
            ServiceClass serviceClass,
            @Nullable String instrument) {}

    /** A procedure as a list has it; what the list does not say is null. */
    public record Listed(
            @Nullable String code,
            String name,
            @Nullable String field,
            @Nullable ServiceClass serviceClass) {

        /** By what it is known in the catalogue. */
        public String key() {
            return code == null ? keyOf(name) : code;
        }
    }

    /** By what a name without a code is known, however it is written; names that differ only at their end are told apart. */
    public static String keyOf(String name) {
        String key = folded(name);
        return key.length() <= LONGEST_KEY
                ? key.strip()
                : key.substring(0, LONGEST_KEY - MARK - 1).strip()
                        + " "
                        + Sha256.of(key).substring(0, MARK);
    }

    private static String folded(String name) {
        return Normalizer.normalize(ComparableText.of(name).toUpperCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** The code in a cell. A spreadsheet that took 1.004440 for a number holds a fraction without its last zeros. */
    public static String codeIn(ParsedCell cell) {
        String text = cell.text().strip();
        if (cell.kind() != ParsedCell.Kind.NUMBER || !FRACTION.matcher(text).matches()) {
            return text;
        }
        int comma = text.indexOf(',');
        return text.substring(0, comma) + "." + text.substring(comma + 1)
                + "0".repeat(DECIMALS - (text.length() - comma - 1));
    }

    /** The class on a day; empty before the first one. */
    public Optional<ServiceClass> on(LocalDate day) {
        return classes.stream()
                .filter(each -> !each.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(ClassFrom::serviceClass);
    }

    /** The decision of the class that begins on a day; null where none does, or it is not known. */
    public @Nullable String instrumentFrom(LocalDate day) {
        return classes.stream()
                .filter(each -> each.from().equals(day))
                .findFirst()
                .map(ClassFrom::instrument)
                .orElse(null);
    }

    /** What the trail tells of it as it is on a day. */
    String inOneLine(LocalDate day) {
        return Stream.of(
                        coded() ? code : "",
                        name,
                        field == null ? "" : field,
                        on(day).map(Enum::name).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What the trail tells of a change on a day. */
    List<Change> changesSince(@Nullable Procedure before, LocalDate day) {
        return Stream.of(
                        Change.of("procedure.code", before == null ? null : before.code(), code),
                        Change.of("procedure.name", before == null ? null : before.name(), name),
                        Change.of("procedure.field", before == null ? null : before.field(), field),
                        Change.of("procedure.class", before == null ? null : before.classOn(day), classOn(day)))
                .filter(each -> !Objects.equals(each.before(), each.after()))
                .toList();
    }

    /** The class that holds on a day, with its own first day and what orders it. */
    private @Nullable String classOn(LocalDate day) {
        return classes.stream()
                .filter(each -> !each.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(each -> each.serviceClass().name() + ", " + Formats.date(each.from())
                        + (each.instrument() == null ? "" : ", " + each.instrument()))
                .orElse(null);
    }

    /** Whether a list gave it a code of its own. */
    public boolean coded() {
        return !code.equals(keyOf(name)) && !code.equals(formerKey());
    }

    /** The beginning of a long name, by which it was known before its end counted. */
    private String formerKey() {
        String key = folded(name);
        return key.substring(0, Math.min(LONGEST_KEY, key.length())).strip();
    }
}
