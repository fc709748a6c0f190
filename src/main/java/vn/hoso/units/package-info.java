/** Units and their history: kinds, names, codes and groups by date, and the pages that change them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"rates", "shared", "security", "organisation", "audit"})
package vn.hoso.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
