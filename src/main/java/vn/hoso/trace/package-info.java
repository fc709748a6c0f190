/** From any figure to where it came from: the months, returns and hands behind it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "period",
            "rates",
            "indicators",
            "shared",
            "security",
            "units",
            "targets",
            "figures",
            "figures :: domain",
            "notes",
            "imports",
            "extracts",
            "results",
            "presentation"
        })
package vn.hoso.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
