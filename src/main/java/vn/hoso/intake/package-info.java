/** Who received dossiers on paper although their procedure is offered online, and what the units explain of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"period", "rates", "shared", "security", "audit", "figures", "presentation", "worklist"})
package vn.hoso.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
