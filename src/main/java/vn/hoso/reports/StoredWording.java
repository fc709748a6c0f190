package vn.hoso.reports;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.PeriodSpan;
import vn.hoso.reports.ReportWordings.OfficeWording;
import vn.hoso.reports.domain.ReportPart;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.security.CurrentUser;

/**
 * An office's own words as they are stored, once for a part of a term. Other words are another row: its id is the version
 * that writers see. Pages read it as {@link OfficeWording}.
 */
@Entity
@Table(name = "report_wording")
class StoredWording {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int year;

    @Enumerated(EnumType.STRING)
    private PeriodSpan span;

    private LocalDate lastMonth;

    @Enumerated(EnumType.STRING)
    private ReportPart part;

    private boolean lasting;
    private String words;
    private String proposal;
    private long writtenBy;

    protected StoredWording() {}

    StoredWording(ReportTerm term, ReportPart part, boolean lasting, String words, String proposal, CurrentUser by) {
        year = term.year();
        span = term.span();
        lastMonth = term.last().atDay(1);
        this.part = part;
        this.lasting = lasting;
        this.words = words;
        this.proposal = proposal;
        writtenBy = by.id();
    }
}
