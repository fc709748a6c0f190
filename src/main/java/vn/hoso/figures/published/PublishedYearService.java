package vn.hoso.figures.published;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;

/** Keeps a year's totals that a document published without a breakdown by unit or month. */
@Service
public class PublishedYearService {

    private final PublishedYears years;
    private final AuditTrail audit;

    PublishedYearService(PublishedYears years, AuditTrail audit) {
        this.years = years;
        this.audit = audit;
    }

    /**
     * The totals, in dossiers.
     *
     * @param onlineReported all online dossiers as the document states them
     * @param source the document and clause they stand in
     * @param note what the document leaves unexplained, null if nothing
     * @param firstDay first day that the document counts
     * @param lastDay last day that it counts
     */
    public record Draft(
            int year,
            long fullProcessReceived,
            long fullProcessOnline,
            long partialReceived,
            long partialOnline,
            long dossiersReceived,
            long onlineReported,
            String source,
            @Nullable String note,
            LocalDate firstDay,
            LocalDate lastDay) {}

    /**
     * Totals as they are kept.
     *
     * @param version counts their changes, for whoever changes them next
     */
    public record Kept(int version, Draft draft) {}

    /** All of them, the latest year first. */
    @Transactional(readOnly = true)
    public List<Kept> all() {
        return years.findAllByOrderByYearDesc().stream()
                .map(each -> new Kept(each.version(), each.draft()))
                .toList();
    }

    /**
     * Enters a year's totals or puts them right; they must keep the rules of the table.
     *
     * @param expectedVersion the state of this year's totals which the person saw, null if they saw none
     * @return false if someone else entered or changed them meanwhile; nothing is changed then
     */
    @Transactional
    public boolean keep(Draft draft, @Nullable Integer expectedVersion, CurrentUser by) {
        years.lockAll();
        Optional<PublishedTotals> stored = years.findByYear(draft.year());
        Draft before = stored.map(PublishedTotals::draft).orElse(null);
        if (draft.equals(before)) {
            return true;
        }
        if (!Objects.equals(stored.map(PublishedTotals::version).orElse(null), expectedVersion)) {
            return false;
        }
        stored.ifPresentOrElse(totals -> totals.becomes(draft), () -> years.save(new PublishedTotals(draft)));
        audit.record(
                by,
                TrailEntry.of(
                                stored.isPresent() ? "published.changed" : "published.added",
                                String.valueOf(draft.year()),
                                draft.source())
                        .changing(changes(before, draft)));
        return true;
    }

    /**
     * Takes a year's totals back: the year is the sum of its months again. Reports that were issued keep what they say.
     *
     * @return false if someone else changed or withdrew them meanwhile; nothing is changed then
     */
    @Transactional
    public boolean withdraw(int year, int expectedVersion, CurrentUser by) {
        years.lockAll();
        Optional<PublishedTotals> stored = years.findByYear(year).filter(totals -> totals.version() == expectedVersion);
        stored.ifPresent(totals -> {
            years.delete(totals);
            Draft gone = totals.draft();
            audit.record(
                    by,
                    TrailEntry.of("published.withdrawn", String.valueOf(year), gone.source())
                            .changing(values(gone).stream()
                                    .filter(each -> each.after() != null)
                                    .map(each -> Change.of(each.field(), each.after(), null))
                                    .toList()));
        });
        return stored.isPresent();
    }

    private static List<Change> changes(@Nullable Draft before, Draft now) {
        List<Change> old = before == null ? List.of() : values(before);
        return values(now).stream()
                .map(each -> Change.of(
                        each.field(),
                        old.stream()
                                .filter(value -> value.field().equals(each.field()))
                                .findFirst()
                                .map(Change::after)
                                .orElse(null),
                        each.after()))
                .filter(each -> !Objects.equals(each.before(), each.after()))
                .toList();
    }

    private static List<Change> values(Draft draft) {
        return Stream.of(
                        Change.of("fullProcessReceived", null, String.valueOf(draft.fullProcessReceived())),
                        Change.of("fullProcessOnline", null, String.valueOf(draft.fullProcessOnline())),
                        Change.of("partialReceived", null, String.valueOf(draft.partialReceived())),
                        Change.of("partialOnline", null, String.valueOf(draft.partialOnline())),
                        Change.of("dossiersReceived", null, String.valueOf(draft.dossiersReceived())),
                        Change.of("onlineReported", null, String.valueOf(draft.onlineReported())),
                        Change.of("published.source", null, draft.source()),
                        Change.of("note", null, draft.note()),
                        Change.of("published.firstDay", null, draft.firstDay().toString()),
                        Change.of("published.lastDay", null, draft.lastDay().toString()))
                .toList();
    }
}
