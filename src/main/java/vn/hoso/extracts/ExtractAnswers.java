package vn.hoso.extracts;

import java.time.Instant;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What people said of words and headings. */
interface ExtractAnswers extends Repository<ExtractAnswer, Long> {

    /** The person's latest answer counts, also of two that they give at the same time. */
    @Modifying
    @Query("""
            insert into ExtractAnswer (kind, what, meaning, chosenBy, chosenAt) values (:kind, :what, :meaning, :by, :now)
            on conflict (kind, what, chosenBy) do update set meaning = excluded.meaning, chosenAt = excluded.chosenAt
            """)
    void remember(ExtractMemory.Kind kind, String what, String meaning, long by, Instant now);

    /** Forgets an answer; gives 0 if it is remembered no longer. */
    @Modifying
    @Query("delete from ExtractAnswer a where a.id = :id")
    int delete(long id);
}
