package vn.hoso.extracts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.extracts.reading.DossierColumn;
import vn.hoso.security.CurrentUser;

/** Keeps what people said about lists for the next one: each person's latest answer. */
@Component
class ExtractMemory {

    private final JdbcClient jdbc;

    ExtractMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers what a word or heading means; a blank cell means nothing for another list. */
    void remember(String kind, String what, String meaning, CurrentUser by, Instant now) {
        if (what.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into extract_memory (kind, what, meaning, chosen_by, chosen_at)
                        values (:kind, :what, :meaning, :by, :now)
                        on conflict (kind, what, chosen_by) do update
                        set meaning = excluded.meaning, chosen_at = excluded.chosen_at
                        """)
                .param("kind", kind)
                .param("what", what)
                .param("meaning", meaning)
                .param("by", by.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Where a person said that the columns of a heading stand; the Office answers for everybody, others for themselves. */
    Map<String, Map<DossierColumn, Integer>> columns(CurrentUser reader) {
        return memory("COLUMNS", reader).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> columns(each.getValue())));
    }

    /** What people said about words, or headings; one's own answer comes first. */
    Map<String, String> memory(String kind, CurrentUser reader) {
        Map<String, String> found = new TreeMap<>();
        jdbc.sql("""
                        select m.what, m.meaning from extract_memory m join app_user chooser on chooser.id = m.chosen_by
                        where m.kind = :kind and m.what <> '' and (m.chosen_by = :reader or chooser.role = 'REVIEWER')
                        order by (m.chosen_by = :reader) desc, m.chosen_at desc
                        """).param("kind", kind).param("reader", reader.id()).query(row -> {
            found.putIfAbsent(row.getString("what"), row.getString("meaning"));
        });
        return found;
    }

    /** Columns as they are kept: CODE=1,CHANNEL=4. */
    static String text(Map<DossierColumn, Integer> columns) {
        return columns.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(","));
    }

    static Map<DossierColumn, Integer> columns(String text) {
        Map<DossierColumn, Integer> columns = new EnumMap<>(DossierColumn.class);
        for (String each : text.split(",", -1)) {
            String[] parts = each.split("=", 2);
            columns.put(DossierColumn.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        return columns;
    }
}
