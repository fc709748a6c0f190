/** What pages print of results: rates, verdicts, periods and gauges in words, one way for every page. */
@NullMarked
@ApplicationModule(allowedDependencies = {"period", "rates", "indicators", "shared", "security", "targets", "results"})
package vn.hoso.presentation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
