/** Maps of the units by date: brought as GeoJSON, matched by code, simplified and kept with their source. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "security", "audit", "once", "units"})
package vn.hoso.maps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
