package vn.hoso.extracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.extracts.reading.Dossier;
import vn.hoso.extracts.reading.ExtractReader.Extract;
import vn.hoso.imports.files.Columns;

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
        ListAnswers answers,
        int version,
        @Nullable String appliedByName,
        @Nullable Instant appliedAt,
        boolean forgotten) {

    private static final int ROWS_NAMED = 100;

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
     * @param signature by what the heading is known again, null for lists of before it was kept
     * @param headings its texts by the number of their columns, without those about citizens
     * @param columns letters of the columns that are kept, by what they hold
     * @param citizens letters of the columns about citizens, which were not read
     * @param unknown letters of the columns that nobody knows, which were not read either
     * @param ignored rows that are no dossiers, the first of them
     * @param undated rows without a day that can be read, the first of them
     * @param hidden how many rows the file hides
     * @param struck how many rows have a cell that is struck through
     * @param unknownFee rows whose fee cannot be read, the first of them
     * @param unknownPaid rows that do not say how a fee was paid, or not so that it is understood, the first of them
     * @param differing rows with the code of an earlier one but another content, the first of them, and the earlier one of each
     * @param endings how many dossiers, each once, were refused, cancelled or withdrawn, by the ending's name
     * @param others how many dossiers were left out since their unit is not the person's, by what the list calls it
     */
    public record Reading(
            String sheet,
            int heading,
            @Nullable String signature,
            Map<Integer, String> headings,
            Map<String, String> columns,
            List<String> citizens,
            List<String> unknown,
            List<Integer> ignored,
            int ignoredRows,
            List<Integer> undated,
            int undatedRows,
            int hidden,
            Integer struck,
            List<Integer> unknownFee,
            Integer unknownFeeRows,
            List<Integer> unknownPaid,
            Integer unknownPaidRows,
            Map<Integer, Integer> differing,
            Integer differingRows,
            Map<String, Integer> endings,
            Map<String, Integer> others) {

        public Reading {
            headings = new TreeMap<>(Objects.requireNonNullElse(headings, Map.of()));
            columns = new TreeMap<>(Objects.requireNonNullElse(columns, Map.of()));
            citizens = Objects.requireNonNullElse(citizens, List.of());
            unknown = Objects.requireNonNullElse(unknown, List.of());
            ignored = Objects.requireNonNullElse(ignored, List.of());
            undated = Objects.requireNonNullElse(undated, List.of());
            struck = Objects.requireNonNullElse(struck, 0);
            unknownFeeRows = Objects.requireNonNullElse(unknownFeeRows, 0);
            unknownPaidRows = Objects.requireNonNullElse(unknownPaidRows, 0);
            differingRows = Objects.requireNonNullElse(differingRows, 0);
            unknownFee = Objects.requireNonNullElse(unknownFee, List.of());
            unknownPaid = Objects.requireNonNullElse(unknownPaid, List.of());
            differing = new TreeMap<>(Objects.requireNonNullElse(differing, Map.of()));
            endings = new TreeMap<>(Objects.requireNonNullElse(endings, Map.of()));
            others = new TreeMap<>(Objects.requireNonNullElse(others, Map.of()));
        }

        /** @param own the dossiers of it that are kept */
        static Reading of(Extract extract, List<Dossier> own, Map<String, Integer> others) {
            return new Reading(
                    extract.heading().sheet(),
                    extract.heading().row(),
                    extract.heading().signature(),
                    extract.heading().choices(),
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
                    extract.unknownFee().stream().limit(ROWS_NAMED).toList(),
                    extract.unknownFee().size(),
                    extract.unknownPaid().stream().limit(ROWS_NAMED).toList(),
                    extract.unknownPaid().size(),
                    extract.differing().entrySet().stream()
                            .limit(ROWS_NAMED)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    extract.differing().size(),
                    endings(own),
                    others);
        }

        private static Map<String, Integer> endings(List<Dossier> own) {
            return own.stream()
                    .filter(each -> each.repeats() == null)
                    .flatMap(each -> Stream.ofNullable(each.ending()))
                    .collect(Collectors.toMap(Enum::name, each -> 1, Integer::sum));
        }
    }
}
