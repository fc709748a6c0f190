/** The leaders' and the units' pages. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "period",
            "rates",
            "indicators",
            "shared",
            "security",
            "audit",
            "units",
            "organisation",
            "maps",
            "targets",
            "figures",
            "figures :: domain",
            "notes",
            "results",
            "followups",
            "presentation",
            "reconciliation"
        })
package vn.hoso.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
