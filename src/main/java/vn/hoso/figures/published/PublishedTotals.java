package vn.hoso.figures.published;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.published.PublishedYearService.Draft;

/** A year's totals as a document published them. */
@Entity
@Table(name = "published_year")
class PublishedTotals {

    @Id
    private int year;

    private long fullProcessReceived;
    private long fullProcessOnline;
    private long partialReceived;
    private long partialOnline;
    private long dossiersReceived;
    private long onlineReported;
    private String source;
    private @Nullable String note;
    private LocalDate firstDay;
    private LocalDate lastDay;

    // Null until it is stored, which tells a new row from an old one.
    @Version
    private @Nullable Integer version;

    protected PublishedTotals() {}

    PublishedTotals(Draft draft) {
        year = draft.year();
        becomes(draft);
    }

    final void becomes(Draft draft) {
        fullProcessReceived = draft.fullProcessReceived();
        fullProcessOnline = draft.fullProcessOnline();
        partialReceived = draft.partialReceived();
        partialOnline = draft.partialOnline();
        dossiersReceived = draft.dossiersReceived();
        onlineReported = draft.onlineReported();
        source = draft.source();
        note = draft.note();
        firstDay = draft.firstDay();
        lastDay = draft.lastDay();
    }

    Draft draft() {
        return new Draft(
                year,
                fullProcessReceived,
                fullProcessOnline,
                partialReceived,
                partialOnline,
                dossiersReceived,
                onlineReported,
                source,
                note,
                firstDay,
                lastDay);
    }

    int version() {
        return Objects.requireNonNull(version);
    }
}
