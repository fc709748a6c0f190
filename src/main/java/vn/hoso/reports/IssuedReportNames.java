package vn.hoso.reports;

import vn.hoso.reports.domain.Restated;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;

/** What an issued report is called. */
public final class IssuedReportNames {

    private IssuedReportNames() {}

    /** "Báo cáo số 12/BC-UBND ngày 05/10/2024", or while it has no number "Báo cáo 9 tháng đầu năm 2024 phát hành lúc …". */
    public static String of(IssuedReport report) {
        IssuedReport.Registration registration = report.registration();
        return Restated.name(
                period(report),
                registration == null ? null : registration.number(),
                registration == null ? null : Formats.date(registration.signedOn()),
                Formats.time(report.issuedAt(), Language.OFFICIAL));
    }

    /** "năm 2024", "9 tháng đầu năm 2024", "quý III năm 2024". */
    public static String period(IssuedReport report) {
        if (!report.term().wholeYear()) {
            return report.term().name();
        }
        int months = report.lastMonth().getMonthValue();
        return months == 12
                ? "năm " + report.year()
                : months == 1
                        ? "tháng " + Formats.month(report.lastMonth())
                        : months + " tháng đầu năm " + report.year();
    }
}
