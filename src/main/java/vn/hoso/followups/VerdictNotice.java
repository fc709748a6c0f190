package vn.hoso.followups;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Basis;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Rate;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/** One noticed change of a verdict, on the figures it came from; never changed. */
@Entity
@Table(name = "verdict_notice")
class VerdictNotice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long targetId;
    private int year;
    private @Nullable Long unitId;
    private int change;

    @Enumerated(EnumType.STRING)
    private VerdictStatus statusBefore;

    @Enumerated(EnumType.STRING)
    private VerdictStatus statusAfter;

    private LocalDate lastDay;
    private @Nullable Long numerator;
    private @Nullable Long denominator;
    private @Nullable Long reportedReturns;
    private @Nullable Long expectedReturns;
    private @Nullable Long unapprovedReturns;
    private Instant noticedAt;

    protected VerdictNotice() {}

    VerdictNotice(SeenVerdict.Key of, int change, VerdictStatus before, Verdict now, LocalDate lastDay, Instant at) {
        Rate rate = now.rate();
        Basis basis = now.finality() == DataStatus.ESTIMATE ? now.basis() : null;
        this.targetId = of.targetId();
        this.year = of.year();
        this.unitId = of.unitId() == SeenVerdict.Key.ALL ? null : of.unitId();
        this.change = change;
        this.statusBefore = before;
        this.statusAfter = now.status();
        this.lastDay = lastDay;
        this.numerator = rate == null ? null : rate.numerator();
        this.denominator = rate == null ? null : rate.denominator();
        this.reportedReturns = basis == null ? null : basis.reported();
        this.expectedReturns = basis == null ? null : basis.expected();
        this.unapprovedReturns = now.finality() == DataStatus.PRELIMINARY
                ? Objects.requireNonNull(now.basis()).unapproved()
                : null;
        this.noticedAt = at;
    }

    long id() {
        return Objects.requireNonNull(id);
    }
}
