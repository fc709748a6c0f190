package vn.hoso.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
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

    /** The same over one connection of its own, in whatever transaction that is. */
    public static ChainVerification over(DataSource connection) {
        JdbcTemplate jdbc = new JdbcTemplate(connection);
        return new ChainVerification(jdbc, JdbcClient.create(jdbc));
    }

    /** The recorded end of the chain. */
    public ChainEnd end() {
        return client.sql("select length, hash from audit_chain")
                .query(ChainEnd.class)
                .single();
    }

    /**
     * Whether the last row is the one that the recorded end tells of and carries its own hash: one row is read, however long the
     * trail is.
     */
    public boolean endHolds() {
        return client.sql("""
                        select c.length as chain_length, c.hash as chain_hash, e.sequence, e.at, e.actor_id, e.actor_name, e.action,
                            e.subject, e.detail, e.month, e.unit_ids, cast(e.changes as text) as changes, e.reason, e.address,
                            e.request_id, e.previous_hash, e.hash
                        from audit_chain c left join audit_event e on e.sequence = c.length
                        """)
                .query((row, n) -> {
                    if (row.getString("hash") == null) {
                        return row.getLong("chain_length") == 0;
                    }
                    TrailRow last = read(row);
                    return last.hash().equals(row.getString("chain_hash"))
                            && ChainText.hash(last).equals(last.hash());
                })
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
