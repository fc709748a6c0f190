/** The embedded PostgreSQL, start-up checks and demonstration data. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "period",
            "rates",
            "security",
            "audit",
            "units",
            "accounts",
            "targets",
            "figures",
            "shared"
        })
package vn.hoso.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
