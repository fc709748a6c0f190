/** Counts, indicators, exact rates, comparisons and display rounding; plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.hoso.rates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
