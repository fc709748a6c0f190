/** The append-only, hash-chained trail, written in the same transaction as the change it tells of. */
@NullMarked
@ApplicationModule(allowedDependencies = {"logs", "shared", "security"})
package vn.hoso.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
