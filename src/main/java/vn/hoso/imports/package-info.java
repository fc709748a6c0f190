/** Sheets from elsewhere: read, recognised, compared cell by cell, then entered whole or not at all. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "period",
            "shared",
            "security",
            "audit",
            "fields",
            "units",
            "figures",
            "figures :: domain"
        })
package vn.hoso.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
