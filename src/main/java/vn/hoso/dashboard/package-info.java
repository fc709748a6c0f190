/** The leaders' and the units' pages, and the trace from any figure to where it came from. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "results",
            "followups",
            "rates",
            "period",
            "targets",
            "figures",
            "imports",
            "units",
            "audit",
            "security",
            "shared"
        })
package vn.hoso.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
