/** Clock, number and date formats, error pages, text folding; kept tiny. */
@NullMarked
@ApplicationModule(allowedDependencies = {"period"})
package vn.hoso.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
