/** The catalogue of administrative procedures: how far each is offered online, from which day on. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "security", "audit", "imports :: files", "imports :: layouts"})
package vn.hoso.procedures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
