package vn.hoso.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The indicators that the administrator defined. */
interface DefinedIndicators extends Repository<DefinedIndicator, String> {

    List<DefinedIndicator> findAllByOrderByPlaceAscCodeAsc();

    Optional<DefinedIndicator> findByCode(String code);

    /** Two people who change indicators at once come one after the other, whichever they mean. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('hoso.indicators')) is null", nativeQuery = true)
    boolean lockAll();

    /** Whether verdicts or issued reports were made with it, so that what it means has to stay. */
    @Query(value = """
                    select exists (select from target where indicator = :code)
                        or exists (select from issued_report where inputs like '%{"name"\\:"' || :code || '","definition"\\:%')
                    """, nativeQuery = true)
    boolean isUsed(String code);

    /** Whether a target asks for it on or after a day. */
    @Query(
            value =
                    "select exists (select from target where indicator = :code and coalesce(upper(valid), 'infinity') > :day)",
            nativeQuery = true)
    boolean isAskedFrom(String code, LocalDate day);

    DefinedIndicator saveAndFlush(DefinedIndicator indicator);
}
