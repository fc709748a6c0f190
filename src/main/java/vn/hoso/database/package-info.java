/** The embedded PostgreSQL, its roles, and the checks at the start. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit"})
package vn.hoso.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
