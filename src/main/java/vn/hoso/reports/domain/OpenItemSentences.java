package vn.hoso.reports.domain;

import vn.hoso.results.OpenItem;
import vn.hoso.shared.Formats;

/** Says in one sentence what a reader must know before relying on the figures. */
final class OpenItemSentences {

    private OpenItemSentences() {}

    static String sentence(OpenItem item) {
        // Pattern matching for switch needs a later Java than the bytecode this product is built for.
        if (item instanceof OpenItem.Unclassified unclassified) {
            return unclassified(unclassified);
        }
        if (item instanceof OpenItem.NotReported missing) {
            return "Tháng " + Formats.month(missing.month()) + ": " + missing.units() + " đơn vị chưa báo cáo ("
                    + ReportPhrases.names(missing.unitNames(), missing.units()) + ").";
        }
        if (item instanceof OpenItem.NotApproved waiting) {
            return "Còn " + Formats.count(waiting.returns())
                    + " báo cáo tháng chưa được duyệt nhưng đã tính vào kết quả.";
        }
        if (item instanceof OpenItem.MonthsWithoutFigures gap) {
            return gap.from().equals(gap.to())
                    ? "Tháng " + Formats.month(gap.from()) + " chưa có số liệu."
                    : "Từ tháng " + Formats.month(gap.from()) + " đến tháng " + Formats.month(gap.to())
                            + " chưa có số liệu.";
        }
        if (item instanceof OpenItem.PublishedDiffers differing) {
            return differs(differing);
        }
        if (item instanceof OpenItem.AwaitsConfirmation open) {
            return "Kết quả đề xuất đối với chỉ tiêu " + open.target().code() + " ("
                    + open.target().label() + ") chưa được xác nhận.";
        }
        throw new IllegalStateException("no words for " + item.getClass().getSimpleName());
    }

    private static String unclassified(OpenItem.Unclassified item) {
        String figures = "tổng trực tuyến theo báo cáo là " + Formats.count(item.reported())
                + " hồ sơ, trong khi cộng toàn trình và một phần là " + Formats.count(item.classified()) + " hồ sơ";
        return item.dossiers() > 0
                ? "Còn " + Formats.count(item.dossiers()) + " hồ sơ trực tuyến chưa phân loại (" + figures + ")."
                : "Tổng trực tuyến theo báo cáo thấp hơn tổng các phần " + Formats.count(-item.dossiers()) + " hồ sơ ("
                        + figures + ").";
    }

    private static String differs(OpenItem.PublishedDiffers item) {
        return "Số liệu công bố (" + Formats.count(item.publishedOnline()) + "/"
                + Formats.count(item.publishedReceived()) + " hồ sơ) khác tổng các báo cáo tháng ("
                + Formats.count(item.summedOnline()) + "/" + Formats.count(item.summedReceived())
                + " hồ sơ); chưa xác định nguyên nhân.";
    }
}
