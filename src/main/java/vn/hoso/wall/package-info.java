/** The screen on a wall and the links that open it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "period",
            "rates",
            "shared",
            "security",
            "audit",
            "targets",
            "figures",
            "figures :: domain",
            "results",
            "presentation",
            "worklist"
        })
package vn.hoso.wall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
