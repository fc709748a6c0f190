/** Months, ranges, reporting calendars and the entry window; plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.hoso.period;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
