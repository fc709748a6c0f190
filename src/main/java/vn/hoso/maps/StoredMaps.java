package vn.hoso.maps;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The maps, in use and only looked at. */
interface StoredMaps extends Repository<StoredMap, Long> {

    StoredMap saveAndFlush(StoredMap map);

    Optional<StoredMap> findById(long id);

    boolean existsByKeptTrueAndValidFrom(LocalDate day);

    @Modifying
    @Query("delete from StoredMap m where not m.kept")
    void deleteUnkept();

    /** Removes a map unless it was changed meanwhile; gives how many. */
    @Modifying
    @Query("delete from StoredMap m where m.id = :id and m.version = :version")
    int delete(long id, int version);
}
