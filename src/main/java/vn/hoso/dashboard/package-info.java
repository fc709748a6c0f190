/** The leaders' and the units' pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"results", "rates", "period", "targets", "units", "security", "shared"})
package vn.hoso.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
