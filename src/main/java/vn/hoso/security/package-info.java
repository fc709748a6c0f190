/** Sign-in chain, headers, roles, the current user and the {@code @May…} annotations. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package vn.hoso.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
