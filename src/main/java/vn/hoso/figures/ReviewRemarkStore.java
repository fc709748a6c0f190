package vn.hoso.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.RemarkAnswers;
import vn.hoso.figures.domain.ReviewRemarks;

/** What reviewers asked units to look at. */
@Component
class ReviewRemarkStore {

    private final JdbcClient jdbc;

    ReviewRemarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the remarks beside the version by which the return was just sent back. */
    void add(MonthlyReturn returned, ReviewRemarks asked) {
        insert(returned, null, asked.text());
        asked.cells().forEach((measure, text) -> insert(returned, measure.name(), text));
    }

    private void insert(MonthlyReturn returned, @Nullable String measure, String text) {
        jdbc.sql("""
                        insert into return_remark (return_id, version, measure, text, made_by, made_by_name, made_at)
                        values (:of, :version, :measure, :text, :by, :name, :at)
                        """)
                .param("of", returned.id())
                .param("version", returned.version())
                .param("measure", measure)
                .param("text", text)
                .param("by", returned.changedBy())
                .param("name", returned.changedByName())
                .param("at", returned.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps the answers beside the version by which the return was just submitted again. */
    void answer(MonthlyReturn submitted, List<MonthQueries.Remark> open, RemarkAnswers answers) {
        for (MonthQueries.Remark remark : open) {
            jdbc.sql("""
                            insert into return_remark_answer (remark_id, version, text, made_by, made_by_name, made_at)
                            values (:remark, :version, :text, :by, :name, :at)
                            """)
                    .param("remark", remark.id())
                    .param("version", submitted.version())
                    .param("text", answers.to(remark.id()))
                    .param("by", submitted.changedBy())
                    .param("name", submitted.changedByName())
                    .param("at", submitted.changedAt().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    static @Nullable Measure measure(@Nullable String name) {
        return name == null ? null : Measure.valueOf(name);
    }

    /** The remarks that these units have not answered yet by submitting again; one statement. */
    Map<Long, List<MonthQueries.Remark>> open(YearMonth month, Collection<Long> unitIds) {
        Map<Long, List<MonthQueries.Remark>> found = new HashMap<>();
        jdbc.sql("""
                        select r.unit_id, m.id, m.measure, m.text, m.made_by_name, m.made_at
                        from return_remark m join monthly_return r on r.id = m.return_id
                        where r.month = :month and r.unit_id = any(:units)
                            and not exists (
                                select from return_revision later
                                where later.return_id = r.id and later.version > m.version and later.status <> 'DRAFT')
                        order by m.id
                        """)
                .param("month", month.atDay(1))
                .param("units", unitIds.toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("unit_id"), unit -> new ArrayList<>())
                            .add(new MonthQueries.Remark(
                                    row.getLong("id"),
                                    measure(row.getString("measure")),
                                    row.getString("text"),
                                    row.getString("made_by_name"),
                                    instant(row.getObject("made_at", OffsetDateTime.class))));
                });
        return found;
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
