package vn.hoso.extracts;

import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.extracts.reading.Channel;
import vn.hoso.procedures.ServiceClass;

/**
 * What people said about a list of dossiers.
 *
 * @param units which unit a name means, 0 for none
 * @param channels what words for the channel mean
 * @param classes what words for the class mean
 * @param procedures the class of procedures that the catalogue does not know, by their key
 * @param months the months that are counted, null to go by the number of dossiers
 * @param sameCode whether dossiers of one unit with one code are one, null where nobody said it
 * @param confirmed the mark of what is replaced and a person confirmed, null or empty where nobody did
 */
public record ListAnswers(
        Map<String, Long> units,
        Map<String, Channel> channels,
        Map<String, ServiceClass> classes,
        Map<String, ServiceClass> procedures,
        @Nullable Set<String> months,
        @Nullable SameCode sameCode,
        @Nullable String confirmed) {

    private static final int LONGEST_TOLD = 1_500;

    /** What several dossiers of one unit with one code are. */
    public enum SameCode {
        /** One, and the first of them counts. */
        ONCE,
        /** Others, and each counts. */
        EACH
    }

    public static final ListAnswers NONE = new ListAnswers(Map.of(), Map.of(), Map.of(), Map.of(), null, null, null);

    public ListAnswers {
        units = new TreeMap<>(Objects.requireNonNullElse(units, Map.of()));
        channels = new TreeMap<>(Objects.requireNonNullElse(channels, Map.of()));
        classes = new TreeMap<>(Objects.requireNonNullElse(classes, Map.of()));
        procedures = new TreeMap<>(Objects.requireNonNullElse(procedures, Map.of()));
        months = months == null ? null : new TreeSet<>(months);
    }

    /** What was said, in one line for the trail: words and names of the list, and what they mean. */
    String told() {
        String all = Stream.of(units, channels, classes, procedures)
                .flatMap(each -> each.entrySet().stream())
                .map(each -> "“" + each.getKey() + "” = " + each.getValue())
                .collect(Collectors.joining("; "));
        return all.substring(0, Math.min(LONGEST_TOLD, all.length()))
                + (months == null ? "" : " " + months)
                + (sameCode == null ? "" : " " + sameCode);
    }

    /** These answers for the months that they lead to. */
    ListAnswers of(Set<YearMonth> ticked) {
        return new ListAnswers(
                units,
                channels,
                classes,
                procedures,
                ticked.stream().map(YearMonth::toString).collect(Collectors.toSet()),
                sameCode,
                confirmed);
    }

    /** These answers, and others that come first. */
    ListAnswers and(ListAnswers later) {
        return new ListAnswers(
                join(units, later.units),
                join(channels, later.channels),
                join(classes, later.classes),
                join(procedures, later.procedures),
                later.months == null ? months : later.months,
                later.sameCode == null ? sameCode : later.sameCode,
                later.confirmed == null ? confirmed : later.confirmed);
    }

    /** Of these answers those about something that is asked about or was answered, and about months of the list. */
    ListAnswers about(ExtractCounting counting, ListAnswers given) {
        ExtractClasses found = counting.classes();
        return new ListAnswers(
                only(units, given.units, counting.units().unknown().keySet()),
                only(channels, given.channels, counting.unknownChannels().keySet()),
                only(classes, given.classes, found.unknownWords().keySet()),
                only(
                        procedures,
                        given.procedures,
                        found.unknownProcedures().stream()
                                .map(ExtractClasses.Asked::key)
                                .collect(Collectors.toSet())),
                months == null
                        ? null
                        : counting.months().keySet().stream()
                                .map(YearMonth::toString)
                                .filter(months::contains)
                                .collect(Collectors.toSet()),
                sameCode,
                confirmed);
    }

    private static <T> Map<String, T> only(Map<String, T> said, Map<String, T> given, Set<String> asked) {
        Map<String, T> kept = new TreeMap<>(said);
        kept.keySet().removeIf(what -> !asked.contains(what) && !given.containsKey(what));
        return kept;
    }

    private static <T> Map<String, T> join(Map<String, T> before, Map<String, T> later) {
        Map<String, T> all = new TreeMap<>(before);
        all.putAll(later);
        return all;
    }
}
