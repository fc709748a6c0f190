/** The only place where counts become rates, verdicts, gaps and caveats. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "period",
            "rates",
            "indicators",
            "shared",
            "security",
            "organisation",
            "fields",
            "units",
            "targets",
            "figures",
            "figures :: domain"
        })
package vn.hoso.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
