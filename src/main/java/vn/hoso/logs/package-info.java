/** What the log tells: each request's id, and nothing that a user typed or that a message of an exception quotes. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.hoso.logs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
