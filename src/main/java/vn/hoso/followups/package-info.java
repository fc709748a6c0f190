/** What follows from verdicts: tasks about missed targets until they are closed, and one notice of each change. */
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
            "results",
            "worklist"
        })
package vn.hoso.followups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
