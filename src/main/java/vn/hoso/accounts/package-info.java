/** Users, roles, unit assignment, passwords, second factors, sessions and one-time links. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "security",
            "organisation",
            "audit",
            "fields",
            "indicators",
            "units",
            "database",
            "worklist"
        })
package vn.hoso.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
