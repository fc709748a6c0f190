/** Each press of a form's button counts once: the key in the form, and what became of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "security", "audit"})
package vn.hoso.once;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
