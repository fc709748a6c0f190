package vn.hoso.extracts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.extracts.reading.Dossier;
import vn.hoso.extracts.reading.DossierColumn;
import vn.hoso.imports.files.Columns;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Rows;
import vn.hoso.shared.UserFacingException;

/**
 * Keeps what people said about lists for the next one: each person's latest answer. The Office answers for everybody, others
 * for themselves; one's own answer comes first.
 */
@Component
public class ExtractMemory {

    private static final String ANSWERS = """
            m.id, m.kind, m.what, m.meaning, m.chosen_at, chooser.display_name as by, m.chosen_by = :reader as own
            from extract_memory m join app_user chooser on chooser.id = m.chosen_by
            """;

    private final JdbcClient jdbc;
    private final ExtractAnswers answers;
    private final AuditTrail audit;

    ExtractMemory(JdbcClient jdbc, ExtractAnswers answers, AuditTrail audit) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.audit = audit;
    }

    public enum Kind {
        /** Where the columns of a heading stand. */
        COLUMNS,
        CHANNEL,
        CLASS
    }

    /**
     * An answer by which the reader's next list is read.
     *
     * @param what the word, or the signature of the heading
     * @param meaning a channel's or class's name, or the {@link #columns columns}
     * @param by the name of the person who answered
     * @param own whether it is the reader's own
     */
    public record Remembered(long id, Kind kind, String what, String meaning, String by, Instant at, boolean own) {

        /** Whether a person may take it back: their own, and the Office everybody's. */
        public boolean mayWithdraw(CurrentUser reader) {
            return own || reader.is(Role.REVIEWER);
        }
    }

    /** Remembers what a word or heading means; a blank cell means nothing for another list. */
    void remember(Kind kind, String what, String meaning, CurrentUser by, Instant now) {
        if (!what.isEmpty()) {
            answers.remember(kind, what, meaning, by.id(), now);
        }
    }

    /** All that counts for the reader, by kind and word. */
    public List<Remembered> remembered(CurrentUser reader) {
        return jdbc.sql("select distinct on (m.kind, m.what) " + ANSWERS + """
                        where m.what <> '' and (m.chosen_by = :reader or chooser.role = 'REVIEWER')
                        order by m.kind, m.what, (m.chosen_by = :reader) desc, m.chosen_at desc
                        """)
                .param("reader", reader.id())
                .query((row, n) -> remembered(row))
                .list();
    }

    /** What answers of a kind mean, by word. */
    static <T> Map<String, T> meanings(
            List<Remembered> remembered,
            Kind kind,
            List<Dossier> dossiers,
            Function<Dossier, @Nullable String> word,
            Function<String, T> meaning) {
        Set<String> words = dossiers.stream()
                .flatMap(each -> Stream.ofNullable(word.apply(each)))
                .collect(Collectors.toSet());
        return meanings(
                remembered.stream().filter(each -> words.contains(each.what())).toList(), kind, meaning);
    }

    static <T> Map<String, T> meanings(List<Remembered> remembered, Kind kind, Function<String, T> meaning) {
        return remembered.stream()
                .filter(each -> each.kind() == kind)
                .collect(Collectors.toMap(Remembered::what, each -> meaning.apply(each.meaning())));
    }

    private static Remembered remembered(ResultSet row) throws SQLException {
        return new Remembered(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getString("meaning"),
                row.getString("by"),
                Rows.instant(row, "chosen_at"),
                row.getBoolean("own"));
    }

    /**
     * Forgets an answer: the next list is asked about, unless somebody else's answer counts. Lists brought before keep theirs.
     *
     * @throws UserFacingException with 404 if it is remembered no longer, or the person may not take it back
     */
    @Transactional
    public void withdraw(long id, CurrentUser by) {
        Remembered found = jdbc.sql("select " + ANSWERS + "where m.id = :id")
                .param("reader", by.id())
                .param("id", id)
                .query((row, n) -> remembered(row))
                .optional()
                .filter(each -> each.mayWithdraw(by))
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "imports.refused.memory"));
        if (answers.delete(id) == 0) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "imports.refused.memory");
        }
        audit.record(by, "memory.withdrawn", told(found), found.by());
    }

    private static String told(Remembered answer) {
        return answer.kind() == Kind.COLUMNS
                ? columns(answer.meaning()).entrySet().stream()
                        .map(each -> each.getKey() + " " + Columns.letters(each.getValue()))
                        .collect(Collectors.joining(", "))
                : answer.what();
    }

    /** Columns as they are kept: CODE=1,CHANNEL=4. */
    static String text(Map<DossierColumn, Integer> columns) {
        return columns.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(","));
    }

    /** The meaning of a heading: the number of each column. */
    public static Map<DossierColumn, Integer> columns(String meaning) {
        Map<DossierColumn, Integer> columns = new EnumMap<>(DossierColumn.class);
        for (String each : meaning.split(",", -1)) {
            String[] parts = each.split("=", 2);
            columns.put(DossierColumn.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        return columns;
    }
}
