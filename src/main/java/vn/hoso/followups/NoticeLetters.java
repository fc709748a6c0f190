package vn.hoso.followups;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The letters about notices. */
interface NoticeLetters extends Repository<NoticeLetter, Long> {

    Optional<NoticeLetter> findById(long noticeId);

    /**
     * The next letters to send, but those that another copy of the program is taking (-2 stands for "skip locked").
     *
     * @param latest no try lies later: one that does was set by a clock that has been put back since
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2"))
    @Query("""
            select l from NoticeLetter l
            where l.state = WAITING and l.tries < :tries and (l.nextTryAt <= :now or l.nextTryAt > :latest) order by l.noticeId
            """)
    List<NoticeLetter> lockWaiting(int tries, Instant now, Instant latest, Limit limit);
}
