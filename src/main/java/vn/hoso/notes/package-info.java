/** Notes that units and the Office write on a unit's month, each version kept. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "security", "audit", "units"})
package vn.hoso.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
