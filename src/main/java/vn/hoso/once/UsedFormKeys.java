package vn.hoso.once;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The keys that presses have used. */
interface UsedFormKeys extends Repository<UsedFormKey, UsedFormKey.Key> {

    /**
     * Takes a key; the same press at the same time waits for the first, then it finds the key used.
     *
     * @return 1, or 0 if the key was used before
     */
    @Modifying
    @Query("""
            insert into UsedFormKey (keyHash, contentHash, userId, usedAt, partly)
            values (:keyHash, :contentHash, :userId, :now, false) on conflict do nothing
            """)
    int take(String keyHash, String contentHash, long userId, Instant now);

    @Query("""
            select new vn.hoso.once.Presses$Stored(k.usedAt, k.answer, k.partly) from UsedFormKey k
            where k.keyHash = :keyHash and k.contentHash = :contentHash
            """)
    Optional<Presses.Stored> find(String keyHash, String contentHash);

    @Query("""
            select new vn.hoso.once.Presses$Stored(k.usedAt, k.answer, k.partly) from UsedFormKey k
            where k.keyHash = :keyHash and k.userId = :userId order by k.usedAt desc limit 1
            """)
    Optional<Presses.Stored> findLatest(String keyHash, long userId);

    @Transactional
    @Modifying
    @Query("update UsedFormKey k set k.answer = :answer where k.keyHash = :keyHash and k.contentHash = :contentHash")
    void answered(String keyHash, String contentHash, String answer);

    @Transactional
    @Modifying
    @Query("update UsedFormKey k set k.partly = true where k.keyHash = :keyHash and k.contentHash = :contentHash")
    void storedPartly(String keyHash, String contentHash);

    @Transactional
    @Modifying
    @Query("delete from UsedFormKey k where k.usedAt < :before")
    void deleteOld(Instant before);
}
