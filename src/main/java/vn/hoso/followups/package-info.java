/** What follows from verdicts: tasks about missed targets until they are closed, and one notice of each change. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"results", "rates", "period", "targets", "units", "audit", "security", "shared"})
package vn.hoso.followups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
