package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import vn.hoso.results.Coverage;
import vn.hoso.results.OpenItem;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;

/** Why figures may still change. */
public final class ProvisionalReasons {

    private ProvisionalReasons() {}

    /** The reasons, in the order of weight; empty where the figures are final. */
    public static List<String> reasons(YearResults results) {
        List<String> reasons = new ArrayList<>();
        if (!results.provisional()) {
            return reasons;
        }
        Coverage coverage = results.coverage();
        if (!coverage.complete()) {
            reasons.add("mới có " + Formats.count(coverage.reported()) + "/" + Formats.count(coverage.expected())
                    + " báo cáo tháng của các đơn vị");
        }
        if (!coverage.allApproved()) {
            reasons.add("còn " + Formats.count((long) coverage.reported() - coverage.approved())
                    + " báo cáo chưa được duyệt");
        }
        if (results.openItems().stream().anyMatch(OpenItem.MonthsWithoutFigures.class::isInstance)) {
            reasons.add("mới có số liệu " + results.period().months().size() + "/12 tháng");
        }
        if (reasons.isEmpty()) {
            reasons.add("số liệu có thể được chỉnh lý");
        }
        return reasons;
    }
}
