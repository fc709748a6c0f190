package vn.hoso.figures.published;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The years whose totals a document published. */
interface PublishedYears extends Repository<PublishedTotals, Integer> {

    List<PublishedTotals> findAllByOrderByYearDesc();

    Optional<PublishedTotals> findByYear(int year);

    /** Two people who enter totals at once come one after the other, whichever year they mean. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('hoso.published-years')) is null", nativeQuery = true)
    boolean lockAll();

    PublishedTotals save(PublishedTotals totals);

    void delete(PublishedTotals totals);
}
