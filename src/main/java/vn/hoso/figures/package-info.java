/** Monthly returns: enter, check, save; revisions and locked months. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"period", "shared", "security", "audit", "fields", "units", "notes", "worklist"})
package vn.hoso.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
