package vn.hoso.reports.domain;

/**
 * That a report takes the place of an earlier one.
 *
 * @param replaced the earlier report as a sentence names it
 * @param reason why
 */
public record Replacement(String replaced, String reason) {

    String sentence() {
        return "Báo cáo này thay thế " + replaced + " (lý do: " + reason.replaceAll("[.\\s]+$", "") + ").";
    }
}
