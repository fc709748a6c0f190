package vn.hoso.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.reports.domain.ReportRestatement;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;

/**
 * A report that was issued and never changes.
 *
 * @param term the year or the part of it that it is about
 * @param lastMonth the last month it covers
 * @param previousId the term's report issued before it, null for the first
 * @param provisionalReason why it was issued before its figures were final; null if they were
 * @param replacementReason why it takes the place of the one before; null if it does not
 * @param inputsSha256 of what it was made of, in lower-case hexadecimal digits
 * @param registration number and date by the registry, null while it has none
 */
public record IssuedReport(
        long id,
        ReportTerm term,
        YearMonth lastMonth,
        @Nullable Long previousId,
        @Nullable String provisionalReason,
        @Nullable String replacementReason,
        String inputsSha256,
        long issuedBy,
        String issuedByName,
        Instant issuedAt,
        @Nullable Registration registration,
        List<File> files) {

    /** What the registry entered; the latest entry counts. */
    public record Registration(String number, LocalDate signedOn, String by) {}

    /**
     * One of its files.
     *
     * @param sha256 in lower-case hexadecimal digits
     */
    public record File(Kind kind, String name, int size, String sha256) {}

    /** What a file is. */
    public enum Kind {
        /** The report as an administrative document. */
        DOCUMENT,
        /** The same as a PDF. */
        PDF,
        /** The figures of its annex as a workbook. */
        ANNEX
    }

    public int year() {
        return term.year();
    }

    public boolean provisional() {
        return provisionalReason != null;
    }

    /** The same under what the registry wrote another time. */
    IssuedReport with(Registration other) {
        return new IssuedReport(
                id,
                term,
                lastMonth,
                previousId,
                provisionalReason,
                replacementReason,
                inputsSha256,
                issuedBy,
                issuedByName,
                issuedAt,
                other,
                files);
    }

    /** "Báo cáo số 12/BC-UBND ngày 05/10/2024", or while it has no number "Báo cáo 9 tháng đầu năm 2024 phát hành lúc …". */
    public String named() {
        return ReportRestatement.name(
                period(),
                registration == null ? null : registration.number(),
                registration == null ? null : Formats.date(registration.signedOn()),
                Formats.time(issuedAt, Language.OFFICIAL));
    }

    /** "năm 2024", "9 tháng đầu năm 2024", "quý III năm 2024". */
    public String period() {
        if (!term.wholeYear()) {
            return term.name();
        }
        int months = lastMonth.getMonthValue();
        return months == 12
                ? "năm " + year()
                : months == 1 ? "tháng " + Formats.month(lastMonth) : months + " tháng đầu năm " + year();
    }
}
