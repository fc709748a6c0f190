/** Whose program this is: name, level and letterhead by date, and the official list to choose from. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "security", "audit"})
package vn.hoso.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
