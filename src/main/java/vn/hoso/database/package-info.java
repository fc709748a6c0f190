/** The embedded PostgreSQL, its roles, and the checks at the start. */
@NullMarked
@ApplicationModule(allowedDependencies = {"logs", "audit"})
package vn.hoso.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
