/** Where figures of the same dossiers differ: typed, counted from lists, stated elsewhere; who explains it, and what became of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "period",
            "shared",
            "security",
            "organisation",
            "audit",
            "units",
            "figures",
            "figures :: domain",
            "imports :: layouts",
            "presentation",
            "worklist"
        })
package vn.hoso.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
