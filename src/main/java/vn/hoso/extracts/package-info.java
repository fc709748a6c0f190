/** Lists of dossiers as the one-stop system exports them: read without the citizens, counted, and entered as figures. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "period",
            "shared",
            "security",
            "audit",
            "units",
            "figures",
            "figures :: domain",
            "imports",
            "imports :: files",
            "imports :: layouts",
            "procedures"
        })
package vn.hoso.extracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
