/** What is measured beyond the program's own indicators: defined by the administrator, known to every page. */
@NullMarked
@ApplicationModule(allowedDependencies = {"rates", "period", "shared", "security", "audit", "fields"})
package vn.hoso.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
