/** Units and their history: names, codes and parents by date; the tree as of a month. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "security", "audit"})
package vn.hoso.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
