/** Fields that the monthly return asks for beyond its own, which an office adds. */
@NullMarked
@ApplicationModule(allowedDependencies = {"period", "shared", "security", "audit"})
package vn.hoso.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
