package vn.hoso.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** For how long single dossiers are kept, and what is deleted when their time is over. */
interface KeepingDecisions extends Repository<KeepingDecision, Long> {

    /** Decisions and deletions come one after the other. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('hoso.dossier_keeping')) is null", nativeQuery = true)
    boolean lockAll();

    KeepingDecision save(KeepingDecision decision);

    @Query("""
            select new vn.hoso.intake.DossierKeeping$Decision(d.months, d.setByName, d.setAt) from KeepingDecision d
            order by d.id desc limit 50
            """)
    List<DossierKeeping.Decision> findLatest();

    @Query("select d.months from KeepingDecision d where d.setAt < :moment order by d.id desc limit 1")
    Optional<Integer> findMonthsBefore(Instant moment);

    /** Deletes the dossiers of counted lists that are of months before this one. */
    @Modifying
    @Query("""
            delete from ExtractDossier d where exists (
                select 1 from StoredExtract f where f.id = d.extractId and f.state <> READ
                    and coalesce(d.month, d.receivedOn, cast(f.broughtAt as LocalDate)) < :oldest)
            """)
    int deleteDossiers(LocalDate oldest);

    /** Says of counted lists that none of their dossiers is left. */
    @Modifying
    @Query("""
            update StoredExtract f set f.forgottenAt = :now, f.answers = '{}' where f.state = APPLIED and f.forgottenAt is null
                and not exists (select 1 from ExtractDossier d where d.extractId = f.id)
            """)
    void forgetLists(Instant now);

    /** Takes names, codes and words from what was explained of months before this one. */
    @Modifying
    @Query("""
            update StoredExplanation e set e.forgottenAt = :now, e.receivedByKey = null, e.receivedBy = null,
                e.dossierCode = null, e.words = null, e.answer = null
            where e.month < :oldest and e.forgottenAt is null
            """)
    int forgetExplanations(LocalDate oldest, Instant now);
}
