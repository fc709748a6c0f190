/** Legal instruments, targets in force in a period, confirmed decisions and verdicts. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"period", "rates", "indicators", "shared", "security", "organisation", "audit", "units"})
package vn.hoso.targets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
