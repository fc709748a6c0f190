/** The yearly report as a document and as a workbook: drafted, issued for good, and restated. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "results",
            "followups",
            "rates",
            "period",
            "targets",
            "figures",
            "audit",
            "security",
            "shared"
        })
package vn.hoso.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
