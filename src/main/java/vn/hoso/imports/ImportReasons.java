package vn.hoso.imports;

import java.util.Map;
import java.util.Set;

/**
 * Why figures are as they are, as typed into the preview.
 *
 * @param common one word for all rows that a person ticked
 * @param own the words of single rows
 * @param ticked the rows that the common word is for
 */
public record ImportReasons(String common, Map<RowKey, String> own, Set<RowKey> ticked) {

    public static final ImportReasons NONE = new ImportReasons("", Map.of(), Set.of());

    public ImportReasons {
        own = Map.copyOf(own);
        ticked = Set.copyOf(ticked);
    }

    /** The reason that holds for a row, empty if nobody gave one: its own, or the common one where that was ticked. */
    public String of(RowKey row) {
        String typed = typed(row);
        return typed.isBlank() && ticked.contains(row) ? common.strip() : typed;
    }

    /** What was typed for this row alone. */
    public String typed(RowKey row) {
        return own.getOrDefault(row, "").strip();
    }
}
