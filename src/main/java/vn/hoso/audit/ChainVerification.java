package vn.hoso.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole trail as of one moment and checks its chain; rows pass by without being kept in memory. */
@Component
public class ChainVerification {

    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    ChainVerification(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** The recorded end of the chain. */
    public ChainEnd end() {
        return client.sql("select length, hash from audit_chain")
                .query(ChainEnd.class)
                .single();
    }

    /**
     * Checks every row.
     *
     * @param kept an end that was noted down earlier, null for none
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChainReport verify(@Nullable ChainEnd kept) {
        ChainCheck check = new ChainCheck(end(), kept);
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement("""
                            select sequence, at, actor_id, actor_name, action, subject, detail, month, unit_ids,
                                cast(changes as text) as changes, reason, address, request_id, previous_hash, hash
                            from audit_event order by sequence, id
                            """);
                    statement.setFetchSize(AT_ONCE);
                    return statement;
                },
                row -> {
                    check.next(read(row));
                });
        return check.report();
    }

    static TrailRow read(ResultSet row) throws SQLException {
        LocalDate month = row.getObject("month", LocalDate.class);
        return new TrailRow(
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_id", Long.class),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                month == null ? null : YearMonth.from(month),
                List.of((Long[]) row.getArray("unit_ids").getArray()),
                row.getString("changes"),
                row.getString("reason"),
                row.getString("address"),
                row.getString("request_id"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
