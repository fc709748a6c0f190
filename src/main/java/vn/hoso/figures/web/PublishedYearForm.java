package vn.hoso.figures.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.published.PublishedYearService.Draft;
import vn.hoso.figures.published.PublishedYearService.Kept;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;

/**
 * Totals as typed.
 *
 * @param seen the state of this year's totals which the page showed, null if it showed none
 */
record PublishedYearForm(
        @Pattern(regexp = "20\\d{2}", message = "{figures.published.problem.year}")
        String year,

        @Nullable Integer seen,

        @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
        String fullProcessReceived,

        @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
        String fullProcessOnline,

        @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
        String partialReceived,

        @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
        String partialOnline,

        @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
        String dossiersReceived,

        @Pattern(regexp = COUNT, message = "{figures.published.problem.count}")
        String onlineReported,

        @PlainText(max = 500, message = "{figures.published.problem.source}")
        String source,

        @Size(max = 1000, message = "{figures.published.problem.note}")
        String note,

        String firstDay,
        String lastDay) {

    /** Digits, in groups of three or not: what could mean another number is refused. */
    private static final String COUNT = "\\s*([0-9]{1,9}|[1-9][0-9]{0,2}([. ][0-9]{3}){1,2})\\s*";

    /** Fields that were not sent are empty. */
    PublishedYearForm {
        year = Objects.requireNonNullElse(year, "");
        fullProcessReceived = Objects.requireNonNullElse(fullProcessReceived, "");
        fullProcessOnline = Objects.requireNonNullElse(fullProcessOnline, "");
        partialReceived = Objects.requireNonNullElse(partialReceived, "");
        partialOnline = Objects.requireNonNullElse(partialOnline, "");
        dossiersReceived = Objects.requireNonNullElse(dossiersReceived, "");
        onlineReported = Objects.requireNonNullElse(onlineReported, "");
        source = Objects.requireNonNullElse(source, "");
        note = Objects.requireNonNullElse(note, "");
        firstDay = Objects.requireNonNullElse(firstDay, "");
        lastDay = Objects.requireNonNullElse(lastDay, "");
    }

    static PublishedYearForm blank() {
        return new PublishedYearForm("", null, "", "", "", "", "", "", "", "", "", "");
    }

    static PublishedYearForm of(Kept kept) {
        Draft draft = kept.draft();
        return new PublishedYearForm(
                String.valueOf(draft.year()),
                kept.version(),
                Formats.count(draft.fullProcessReceived()),
                Formats.count(draft.fullProcessOnline()),
                Formats.count(draft.partialReceived()),
                Formats.count(draft.partialOnline()),
                Formats.count(draft.dossiersReceived()),
                Formats.count(draft.onlineReported()),
                draft.source(),
                Objects.requireNonNullElse(draft.note(), ""),
                draft.firstDay().toString(),
                draft.lastDay().toString());
    }

    /** The totals; only where every field can be read. */
    Draft draft() {
        String kept = UserText.kept(note);
        return new Draft(
                Integer.parseInt(year),
                count(fullProcessReceived),
                count(fullProcessOnline),
                count(partialReceived),
                count(partialOnline),
                count(dossiersReceived),
                count(onlineReported),
                UserText.kept(source),
                kept.isEmpty() ? null : kept,
                Objects.requireNonNull(DateInput.read(firstDay)),
                Objects.requireNonNull(DateInput.read(lastDay)));
    }

    private static long count(String typed) {
        return Long.parseLong(typed.replaceAll("[\\s.]", ""));
    }
}
