/** Packages of everything an office has stored: made each night, proved, restored, moved and taken away. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "security", "audit", "database", "worklist"})
package vn.hoso.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
