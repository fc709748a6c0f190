/** Results as CSV and JSON with stable field names. */
@NullMarked
@ApplicationModule(allowedDependencies = {"results", "rates", "period", "targets", "audit", "security", "shared"})
package vn.hoso.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
