package vn.hoso.targets;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The documents that targets rest on. */
interface Instruments extends Repository<Instrument, Long> {

    List<Instrument> findAllByOrderByIdAsc();

    Optional<Instrument> findById(long id);

    Optional<Instrument> findByNumber(String number);

    /** Two people who change documents at once come one after the other, whichever they mean. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('hoso.instruments')) is null", nativeQuery = true)
    boolean lockAll();

    Instrument saveAndFlush(Instrument instrument);
}
