/** The yearly report as a document and as a workbook: drafted, issued for good, and restated. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "period",
            "rates",
            "shared",
            "security",
            "organisation",
            "audit",
            "units",
            "targets",
            "figures",
            "figures :: domain",
            "notes",
            "results",
            "followups",
            "intake",
            "presentation",
            "readiness",
            "reconciliation",
            "backup",
            "worklist"
        })
package vn.hoso.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
