package vn.hoso.extracts.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.shared.Sha256;

/**
 * The row of a list that says what its columns hold.
 *
 * @param sheet the sheet it is in
 * @param row its number
 * @param columns where what is kept stands, from 1
 * @param texts the headings themselves
 */
public record ExtractHeading(
        String sheet, int row, Map<DossierColumn, Integer> columns, SortedMap<Integer, String> texts) {

    /** Fewer cells are a title. */
    private static final int FEWEST = 3;

    /** More is no heading. */
    private static final int LONGEST = 80;

    /** What a row says if it is taken for a heading, those words that it lacks taken from the row above it. */
    static ExtractHeading of(String sheet, @Nullable ParsedRow above, ParsedRow row) {
        SortedMap<Integer, String> texts = texts(row);
        ExtractHeading alone = new ExtractHeading(sheet, row.number(), known(texts), texts);
        if (above == null || above.cells().size() < FEWEST || alone.complete()) {
            return alone;
        }
        SortedMap<Integer, String> both = texts(above);
        both.putAll(texts);
        return new ExtractHeading(sheet, row.number(), known(both), both);
    }

    private static SortedMap<Integer, String> texts(ParsedRow row) {
        SortedMap<Integer, String> texts = new TreeMap<>();
        row.cells()
                .forEach((column, cell) -> texts.put(column, cell.text().strip().replaceAll("\\s+", " ")));
        return texts;
    }

    /** Of several columns that could be one, the surest, then the first. */
    private static Map<DossierColumn, Integer> known(SortedMap<Integer, String> texts) {
        Map<DossierColumn, Integer> columns = new EnumMap<>(DossierColumn.class);
        Map<DossierColumn, Integer> sureness = new EnumMap<>(DossierColumn.class);
        texts.forEach((at, text) -> DossierColumn.of(text).ifPresent(column -> {
            int sure = column.sureness(text);
            if (sure < sureness.getOrDefault(column, Integer.MAX_VALUE)) {
                columns.put(column, at);
                sureness.put(column, sure);
            }
        }));
        joinFees(columns, texts);
        return columns;
    }

    /** Fees and levies that stand apart are both kept; a levy alone is the fee, and a total has it already. */
    private static void joinFees(Map<DossierColumn, Integer> columns, SortedMap<Integer, String> texts) {
        Integer fee = columns.get(DossierColumn.FEE);
        Integer levy = columns.get(DossierColumn.LEVY);
        if (levy == null) {
            return;
        }
        if (fee == null) {
            columns.put(DossierColumn.FEE, levy);
            columns.remove(DossierColumn.LEVY);
        } else if (DossierColumn.feeHoldsLevy(texts.getOrDefault(fee, ""), texts.values())) {
            columns.remove(DossierColumn.LEVY);
        }
    }

    /** Whether it could be a heading that is not understood: words and no figure in every cell. */
    boolean likely() {
        return texts.size() > FEWEST
                && texts.values().stream()
                        .allMatch(text -> text.chars().noneMatch(Character::isDigit) && text.length() < LONGEST);
    }

    /** Whether dossiers can be counted by it. */
    public boolean complete() {
        return missing().isEmpty();
    }

    /** The columns without which nothing can be counted. */
    public List<DossierColumn> missing() {
        List<DossierColumn> missing = new ArrayList<>();
        for (DossierColumn needed : List.of(DossierColumn.RECEIVED_ON, DossierColumn.CHANNEL)) {
            if (!columns.containsKey(needed)) {
                missing.add(needed);
            }
        }
        if (!columns.containsKey(DossierColumn.SERVICE_CLASS)
                && !columns.containsKey(DossierColumn.PROCEDURE_CODE)
                && !columns.containsKey(DossierColumn.PROCEDURE_NAME)) {
            missing.add(DossierColumn.SERVICE_CLASS);
        }
        return missing;
    }

    /** The same as a person described it, who may not say that a column about citizens is another. */
    ExtractHeading described(Map<DossierColumn, Integer> by) {
        Map<DossierColumn, Integer> columns = new EnumMap<>(DossierColumn.class);
        by.forEach((column, at) -> {
            if (!DossierColumn.citizen(texts.getOrDefault(at, ""))) {
                columns.put(column, at);
            }
        });
        return new ExtractHeading(sheet, row, columns, texts);
    }

    /** Letters of the columns about citizens, and of those that nobody knows: none of them is read. */
    public List<String> dropped(boolean citizens) {
        return texts.entrySet().stream()
                .filter(each -> !columns.containsValue(each.getKey()))
                .filter(each -> DossierColumn.citizen(each.getValue()) == citizens)
                .map(each -> Columns.letters(each.getKey()))
                .toList();
    }

    /** The headings that are not about citizens, as a person chooses among them. */
    public SortedMap<Integer, String> choices() {
        SortedMap<Integer, String> choices = new TreeMap<>();
        texts.forEach((at, text) -> {
            if (!DossierColumn.citizen(text)) {
                choices.put(at, text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
            }
        });
        return choices;
    }

    /** By what a list with the same headings is known again. */
    public String signature() {
        return Sha256.of(texts.entrySet().stream()
                .map(each -> each.getKey() + "=" + ServiceClass.folded(each.getValue()))
                .collect(Collectors.joining("|")));
    }

    /** Whether a row only numbers the columns: (1) (2) (3). */
    static boolean numbers(ParsedRow row) {
        int[] read = row.cells().values().stream()
                .map(cell -> cell.text().replaceAll("[()\\s]", ""))
                .mapToInt(text -> text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1)
                .toArray();
        return read.length > FEWEST
                && Arrays.stream(read).noneMatch(each -> each < 0)
                && Arrays.stream(read).distinct().count() == read.length
                && read[read.length - 1] <= 60;
    }
}
