package vn.hoso.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is to be stored.
 *
 * @param seen the rows' versions that the page showed, such as 12-2024-10:1,13-2024-10:0
 * @param mark what the page showed that would be stored
 * @param reason one word for all rows that are ticked
 * @param reasonOf the words of single rows
 * @param same the rows that are ticked
 */
public record ApplicationForm(
        String seen, String mark, String reason, Map<String, String> reasonOf, List<String> same) {

    private static final Pattern SEEN = Pattern.compile("([0-9]{1,18}-[0-9]{4}-[0-9]{2}):([0-9]{1,9})");

    public ApplicationForm {
        seen = Objects.requireNonNullElse(seen, "");
        mark = Objects.requireNonNullElse(mark, "");
        reason = Objects.requireNonNullElse(reason, "");
        reasonOf = Objects.requireNonNullElse(reasonOf, Map.of());
        same = Objects.requireNonNullElse(same, List.of());
    }

    public ImportReasons why() {
        Map<RowKey, String> own = new HashMap<>();
        reasonOf.forEach((key, text) -> RowKey.of(key).ifPresent(row -> own.put(row, text)));
        return new ImportReasons(
                reason,
                own,
                same.stream().flatMap(key -> RowKey.of(key).stream()).collect(Collectors.toSet()));
    }

    public Map<RowKey, Integer> versions() {
        Map<RowKey, Integer> versions = new HashMap<>();
        SEEN.matcher(seen).results().forEach(each -> RowKey.of(each.group(1))
                .ifPresent(row -> versions.put(row, Integer.valueOf(each.group(2)))));
        return versions;
    }
}
