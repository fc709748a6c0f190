package vn.hoso.followups;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The verdicts last seen. */
interface SeenVerdicts extends Repository<SeenVerdict, SeenVerdict.Key> {

    /** Held by one comparison at a time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SeenVerdict s order by s.targetId, s.year, s.unitId")
    List<SeenVerdict> lockAll();
}
