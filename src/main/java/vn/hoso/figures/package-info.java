/** Monthly returns: enter, check, save; revisions and locked months. */
@NullMarked
@ApplicationModule(allowedDependencies = {"period", "rates", "units", "security", "audit", "shared"})
package vn.hoso.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
