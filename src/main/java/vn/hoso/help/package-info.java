/** The guide for those who use the program: chapters by role in both languages, found by their words. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "security", "reports"})
package vn.hoso.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
