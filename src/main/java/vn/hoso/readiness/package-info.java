/** What the one-stop shops have to work with, quarter by quarter: officials, computers, signatures, lines and scanners. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"period", "rates", "shared", "security", "audit", "units", "worklist", "presentation"})
package vn.hoso.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
