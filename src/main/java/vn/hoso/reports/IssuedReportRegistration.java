package vn.hoso.reports;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.ReturnAuthor;

/** Number and date that the registry gave an issued report; the last one counts. */
@Entity
class IssuedReportRegistration {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "report_id")
    private StoredReport report;

    private String number;
    private LocalDate signedOn;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "registered_by"))
    @AttributeOverride(name = "name", column = @Column(name = "registered_by_name"))
    private ReturnAuthor registeredBy;

    private Instant registeredAt;

    protected IssuedReportRegistration() {}

    IssuedReportRegistration(StoredReport report, String number, LocalDate signedOn, ReturnAuthor by, Instant at) {
        this.report = report;
        this.number = number;
        this.signedOn = signedOn;
        registeredBy = by;
        registeredAt = at;
    }
}
