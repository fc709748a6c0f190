/** Reminders to units that have not submitted a month. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "period",
            "shared",
            "security",
            "audit",
            "units",
            "figures",
            "figures :: domain",
            "worklist"
        })
package vn.hoso.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
