/** What waits for whom: lines that each module adds, the page they stand on, and their number in the menu. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "security"})
package vn.hoso.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
