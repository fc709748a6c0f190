/** What stands around every page: its frame, the sign-in page and the language. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "security", "organisation", "database", "worklist"})
package vn.hoso.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
