package vn.hoso.reports;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.CountedReturnQueries.CountedReturn;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.period.PeriodSpan;
import vn.hoso.reports.ReportDownloads.ReportDownload;

/**
 * An issued report as it is stored: what it was made of, its files and the revisions it counted, which the database lets
 * nobody alter; only registrations are added. Pages read it through {@link IssuedReports}.
 */
@Entity
@Table(name = "issued_report")
class StoredReport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int year;

    @Enumerated(EnumType.STRING)
    private PeriodSpan span;

    private LocalDate lastMonth;
    private @Nullable Long previousId;
    private @Nullable String provisionalReason;
    private @Nullable String replacementReason;
    private String inputs;
    private String inputsSha256;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "issued_by"))
    @AttributeOverride(name = "name", column = @Column(name = "issued_by_name"))
    private ReturnAuthor issuedBy;

    private Instant issuedAt;

    @ElementCollection
    @CollectionTable(name = "issued_report_file", joinColumns = @JoinColumn(name = "report_id"))
    private List<IssuedReportFile> files = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "issued_report_return", joinColumns = @JoinColumn(name = "report_id"))
    private List<IssuedReportReturn> returns = new ArrayList<>();

    @OneToMany(mappedBy = "report", cascade = CascadeType.PERSIST)
    private List<IssuedReportRegistration> registrations = new ArrayList<>();

    protected StoredReport() {}

    /**
     * A report about to be issued.
     *
     * @param previousId the term's report issued before, null for the first
     * @param inputs what it is made of, frozen
     */
    StoredReport(
            ReportDraft draft,
            @Nullable Long previousId,
            ReportIssuing.Reasons reasons,
            String inputs,
            ReturnAuthor by,
            Instant at) {
        year = draft.term().year();
        span = draft.term().span();
        lastMonth = draft.results().period().to().atDay(1);
        this.previousId = previousId;
        provisionalReason = reasons.provisional();
        replacementReason = reasons.replacement();
        this.inputs = inputs;
        inputsSha256 = DraftSnapshot.sha256(inputs);
        issuedBy = by;
        issuedAt = at;
    }

    void add(IssuedReport.Kind kind, ReportDownload file) {
        files.add(new IssuedReportFile(kind, file));
    }

    void counted(List<CountedReturn> counted) {
        counted.forEach(each -> returns.add(new IssuedReportReturn(each)));
    }

    /** Enters what the registry wrote on the signed paper; a further entry puts a slip right. */
    void register(String number, LocalDate signedOn, ReturnAuthor by, Instant at) {
        registrations.add(new IssuedReportRegistration(this, number, signedOn, by, at));
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    /** The revision of a return that an issued report counted. */
    @Embeddable
    record IssuedReportReturn(long returnId, int version) {

        IssuedReportReturn(CountedReturn counted) {
            this(counted.returnId(), counted.version());
        }
    }

    /**
     * A file of an issued report, byte for byte.
     *
     * @param sha256 of the bytes, in lower-case hexadecimal digits; the database checks it
     */
    @Embeddable
    record IssuedReportFile(
            @Enumerated(EnumType.STRING) IssuedReport.Kind kind,
            String plainName,
            String name,
            String mediaType,
            byte[] bytes,
            String sha256) {

        IssuedReportFile(IssuedReport.Kind kind, ReportDownload file) {
            this(
                    kind,
                    file.plainName(),
                    file.name(),
                    file.mediaType(),
                    file.bytes(),
                    DraftSnapshot.sha256(file.bytes()));
        }
    }
}
