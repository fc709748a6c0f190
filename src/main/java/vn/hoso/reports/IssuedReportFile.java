package vn.hoso.reports;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

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
        this(kind, file.plainName(), file.name(), file.mediaType(), file.bytes(), DraftSnapshot.sha256(file.bytes()));
    }
}
