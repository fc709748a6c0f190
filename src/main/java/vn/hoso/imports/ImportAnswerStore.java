package vn.hoso.imports;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;

/** Keeps what people answered about a file beside it. */
@Component
class ImportAnswerStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportAnswerStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ImportChoices of(long file) {
        Map<String, String> answers = new HashMap<>();
        jdbc.sql("select question, answer from import_answer where file_id = :file")
                .param("file", file)
                .query(row -> {
                    answers.put(row.getString("question"), row.getString("answer"));
                });
        return new ImportChoices(answers);
    }

    void keep(long file, String question, String answer, CurrentUser by) {
        jdbc.sql("""
                        insert into import_answer (file_id, question, answer, answered_by, answered_at)
                        values (:file, :question, :answer, :by, :at)
                        on conflict (file_id, question) do update set answer = excluded.answer,
                            answered_by = excluded.answered_by, answered_at = excluded.answered_at
                        """)
                .param("file", file)
                .param("question", question)
                .param("answer", answer)
                .param("by", by.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
