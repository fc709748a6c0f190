/** How the program itself is doing: its status page, what health probes ask for, and figures for those who watch it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"period", "shared", "security", "audit", "backup", "figures", "figures :: domain", "site"
        })
package vn.hoso.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
