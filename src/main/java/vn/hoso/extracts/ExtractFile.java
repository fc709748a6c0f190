package vn.hoso.extracts;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.extracts.reading.Channel;
import vn.hoso.extracts.reading.ExtractReader.Extract;
import vn.hoso.imports.files.Columns;
import vn.hoso.procedures.ServiceClass;

/**
 * A list of dossiers that somebody brought.
 *
 * @param unitId the unit of all its dossiers, null where the list has a column for it
 * @param rows rows of dossiers, repeated ones included
 * @param reading what was found while reading
 * @param answers what people said about it
 * @param version counts its changes
 * @param forgotten whether its single dossiers were deleted when their time was over
 */
public record ExtractFile(
        long id,
        String name,
        String sha256,
        long size,
        long broughtBy,
        String broughtByName,
        Instant broughtAt,
        @Nullable Long unitId,
        State state,
        int rows,
        Reading reading,
        Answers answers,
        int version,
        @Nullable String appliedByName,
        @Nullable Instant appliedAt,
        boolean forgotten) {

    private static final int ROWS_NAMED = 100;
    private static final int LONGEST_TOLD = 1_500;

    public enum State {
        /** To be looked at. */
        READ,
        /** Counted into returns. */
        APPLIED,
        /** Left aside: its dossiers are gone. */
        DISCARDED
    }

    /**
     * What was found while reading. Rows and columns are named by their place alone.
     *
     * @param heading row of the heading
     * @param columns letters of the columns that are kept, by what they hold
     * @param citizens letters of the columns about citizens, which were not read
     * @param unknown letters of the columns that nobody knows, which were not read either
     * @param ignored rows that are no dossiers, the first of them
     * @param undated rows without a day that can be read, the first of them
     * @param hidden how many rows the file hides
     * @param struck how many rows have a cell that is struck through
     * @param unknownPaid rows whose way of paying is not understood, the first of them
     * @param differing rows with the code of an earlier one but another content, the first of them, and the earlier one of each
     * @param others how many dossiers were left out since their unit is not the person's, by what the list calls it
     */
    public record Reading(
            String sheet,
            int heading,
            Map<String, String> columns,
            List<String> citizens,
            List<String> unknown,
            List<Integer> ignored,
            int ignoredRows,
            List<Integer> undated,
            int undatedRows,
            int hidden,
            Integer struck,
            List<Integer> unknownPaid,
            Integer unknownPaidRows,
            Map<Integer, Integer> differing,
            Integer differingRows,
            Map<String, Integer> others) {

        public Reading {
            columns = new TreeMap<>(Objects.requireNonNullElse(columns, Map.of()));
            citizens = Objects.requireNonNullElse(citizens, List.of());
            unknown = Objects.requireNonNullElse(unknown, List.of());
            ignored = Objects.requireNonNullElse(ignored, List.of());
            undated = Objects.requireNonNullElse(undated, List.of());
            struck = Objects.requireNonNullElse(struck, 0);
            unknownPaidRows = Objects.requireNonNullElse(unknownPaidRows, 0);
            differingRows = Objects.requireNonNullElse(differingRows, 0);
            unknownPaid = Objects.requireNonNullElse(unknownPaid, List.of());
            differing = new TreeMap<>(Objects.requireNonNullElse(differing, Map.of()));
            others = new TreeMap<>(Objects.requireNonNullElse(others, Map.of()));
        }

        static Reading of(Extract extract, Map<String, Integer> others) {
            return new Reading(
                    extract.heading().sheet(),
                    extract.heading().row(),
                    extract.heading().columns().entrySet().stream()
                            .collect(Collectors.toMap(
                                    each -> each.getKey().name(), each -> Columns.letters(each.getValue()))),
                    extract.heading().dropped(true),
                    extract.heading().dropped(false),
                    extract.ignored().stream().limit(ROWS_NAMED).toList(),
                    extract.ignored().size(),
                    extract.undated().stream().limit(ROWS_NAMED).toList(),
                    extract.undated().size(),
                    extract.hidden().size(),
                    extract.struck().size(),
                    extract.unknownPaid().stream().limit(ROWS_NAMED).toList(),
                    extract.unknownPaid().size(),
                    extract.differing().entrySet().stream()
                            .limit(ROWS_NAMED)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    extract.differing().size(),
                    others);
        }
    }

    /**
     * What people said about it.
     *
     * @param units which unit a name means, 0 for none
     * @param channels what words for the channel mean
     * @param classes what words for the class mean
     * @param procedures the class of procedures that the catalogue does not know, by their key
     * @param months the months that are counted, null to go by the number of dossiers
     * @param confirmed the mark of what is replaced and a person confirmed, null or empty where nobody did
     */
    public record Answers(
            Map<String, Long> units,
            Map<String, Channel> channels,
            Map<String, ServiceClass> classes,
            Map<String, ServiceClass> procedures,
            @Nullable Set<String> months,
            @Nullable String confirmed) {

        public static final Answers NONE = new Answers(Map.of(), Map.of(), Map.of(), Map.of(), null, null);

        public Answers {
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
            return all.substring(0, Math.min(LONGEST_TOLD, all.length())) + (months == null ? "" : " " + months);
        }

        /** These answers, and others that come first. */
        Answers and(Answers later) {
            return new Answers(
                    join(units, later.units),
                    join(channels, later.channels),
                    join(classes, later.classes),
                    join(procedures, later.procedures),
                    later.months == null ? months : later.months,
                    later.confirmed == null ? confirmed : later.confirmed);
        }

        /** Of these answers those about something that is asked about or was answered, and about months of the list. */
        Answers about(ExtractCounting counting, Answers given) {
            ExtractClasses found = counting.classes();
            return new Answers(
                    only(units, given.units, counting.unknownUnits().keySet()),
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
}
