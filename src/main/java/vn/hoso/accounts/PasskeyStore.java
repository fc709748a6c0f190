package vn.hoso.accounts;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passkeys' rows. */
@Component
class PasskeyStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A passkey as its check needs it. */
    record Row(long id, String name, byte[] credential, long counter, boolean synced) {}

    /** A passkey that was just made. */
    record Made(byte[] credentialId, byte[] credential, long counter, boolean synced) {}

    /** A passkey as its owner's page shows it. */
    record Line(
            long id,
            String name,
            String host,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime lastUsedAt) {}

    /** False if a passkey with this id is there already, whoever's it is. */
    boolean add(long userId, Made made, String host, String name) {
        return jdbc.sql("""
                                insert into passkey (user_id, credential_id, credential, counter, synced, host, name, created_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (credential_id) do nothing
                                """)
                        .params(
                                userId,
                                made.credentialId(),
                                made.credential(),
                                made.counter(),
                                made.synced(),
                                host,
                                name,
                                OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    List<Line> of(long userId) {
        return jdbc.sql("""
                        select id, name, host, created_at, last_used_at from passkey where user_id = ? order by id
                        """).param(userId).query(Line.class).list();
    }

    /** The ids by which the browser finds the person's passkeys of this host. */
    List<byte[]> credentialIds(long userId, String host) {
        return jdbc.sql("select credential_id from passkey where user_id = ? and host = ? order by id")
                .params(userId, host)
                .query(byte[].class)
                .list();
    }

    Optional<Row> find(long userId, String host, byte[] credentialId) {
        return jdbc.sql("""
                        select id, name, credential, counter, synced from passkey
                        where user_id = ? and host = ? and credential_id = ?
                        """).params(userId, host, credentialId).query(Row.class).optional();
    }

    /** Counts a use; false if another request with the same count was quicker. */
    boolean use(Row passkey, long counter) {
        return jdbc.sql("update passkey set counter = ?, last_used_at = ? where id = ? and counter = ?")
                        .params(counter, OffsetDateTime.now(clock), passkey.id(), passkey.counter())
                        .update()
                == 1;
    }

    Optional<String> name(long userId, long id) {
        return jdbc.sql("select name from passkey where user_id = ? and id = ?")
                .params(userId, id)
                .query(String.class)
                .optional();
    }

    boolean remove(long userId, long id) {
        return jdbc.sql("delete from passkey where user_id = ? and id = ?")
                        .params(userId, id)
                        .update()
                == 1;
    }

    void removeAll(long userId) {
        jdbc.sql("delete from passkey where user_id = ?").param(userId).update();
    }
}
