/** Results as CSV and JSON with stable field names. */
@NullMarked
@ApplicationModule(allowedDependencies = {"period", "rates", "shared", "security", "audit", "targets", "results"})
package vn.hoso.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
