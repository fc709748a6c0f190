/** The yearly report as a document and as a workbook. */
@NullMarked
@ApplicationModule(allowedDependencies = {"results", "rates", "period", "targets", "audit", "security", "shared"})
package vn.hoso.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
