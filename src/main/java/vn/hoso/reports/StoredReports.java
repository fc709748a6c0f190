package vn.hoso.reports;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Issued reports, to add one or to register one. */
interface StoredReports extends Repository<StoredReport, Long> {

    StoredReport save(StoredReport report);

    Optional<StoredReport> findById(long id);
}
