/** Demonstration data, and the guard that keeps it out of a real office. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "security",
            "units",
            "maps",
            "accounts",
            "figures",
            "figures :: domain",
            "database"
        })
package vn.hoso.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
