package vn.hoso.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.reports.IssuedReport;
import vn.hoso.reports.RestatementService;
import vn.hoso.reports.RestatementService.Restatement;
import vn.hoso.shared.Formats;

/**
 * The term's issued reports and the form that issues another one.
 *
 * @param issues the latest first
 * @param wish what the form sends, null for readers who may not issue
 * @param alert what was refused, null if nothing was
 */
record IssuesView(
        List<Issue> issues,
        @Nullable WishForm wish,
        @Nullable String alert) {

    /**
     * An issued report.
     *
     * @param term its term as an address names it
     * @param named by its number, or by the moment it was issued
     * @param period such as "9 tháng đầu năm 2024"
     * @param told the report that has told of what was corrected since, null while it is still to come
     * @param months unit-months that were corrected since
     * @param district what that does to the district's results
     * @param units the same for the units concerned
     */
    record Issue(
            long id,
            String term,
            String year,
            String named,
            String period,
            String issued,
            @Nullable String provisionalReason,
            @Nullable String replacementReason,
            @Nullable String registered,
            @Nullable Told told,
            List<ReportChangesView.Month> months,
            ReportChangesView.Scope district,
            List<ReportChangesView.Scope> units,
            List<File> files) {

        /** What the page says of them. */
        public String restatedKey() {
            return "reports.restated." + (months.isEmpty() ? "otherwise" : "some");
        }

        /** And of where they are told. */
        public String toldKey() {
            return "reports.restated.told." + (told == null ? "next" : told.all() ? "all" : "then");
        }

        public boolean restated() {
            return !months.isEmpty()
                    || !district.lines().isEmpty()
                    || !district.flips().isEmpty();
        }
    }

    /** Another report, which has told of corrections: of all, or of those before it. */
    record Told(long id, String term, String named, boolean all) {

        static @Nullable Told of(RestatementService.@Nullable Told told) {
            return told == null
                    ? null
                    : new Told(
                            told.by().id(),
                            told.by().term().address(),
                            told.by().named(),
                            told.all());
        }
    }

    /** A stored file: the last part of its address, and its fingerprint. */
    record File(String address, String name, String size, String sha256) {}

    /**
     * The form: versions seen and the typed reasons.
     *
     * @param replaced the issued report that this one takes the place of, null if of none
     */
    record WishForm(
            long previous,
            String seen,
            boolean provisional,
            String reason,
            @Nullable String replaced,
            String replacement) {}

    static Issue issue(Restatement restatement, RestatementService.@Nullable Told told) {
        IssuedReport report = restatement.report();
        IssuedReport.Registration registration = report.registration();
        return new Issue(
                report.id(),
                report.term().address(),
                String.valueOf(report.year()),
                report.named(),
                report.period(),
                report.issuedByName() + ", " + Formats.time(report.issuedAt()),
                report.provisionalReason(),
                report.replacementReason(),
                registration == null
                        ? null
                        : registration.number() + ", " + Formats.date(registration.signedOn()) + " ("
                                + registration.by() + ")",
                Told.of(told),
                restatement.changes().stream().map(ReportChangesView::month).toList(),
                ReportChangesView.scope(restatement.district()),
                restatement.units().stream().map(ReportChangesView::scope).toList(),
                report.files().stream()
                        .map(file ->
                                new File(address(file.kind()), file.name(), Formats.count(file.size()), file.sha256()))
                        .toList());
    }

    private static String address(IssuedReport.Kind kind) {
        return switch (kind) {
            case DOCUMENT -> "report.docx";
            case PDF -> "report.pdf";
            case ANNEX -> "annex.xlsx";
        };
    }
}
