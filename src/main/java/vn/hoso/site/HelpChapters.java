package vn.hoso.site;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which chapter of the guide speaks of which page. The guide itself uses nothing of the pages; they lead to it by its address. */
public final class HelpChapters {

    /** A page below another one has that one's chapter unless it is named itself. */
    private static final Map<String, String> CHAPTERS = Map.ofEntries(
            Map.entry("/", "start"),
            Map.entry("/help", "start"),
            Map.entry("/login", "sign-in"),
            Map.entry("/links", "sign-in"),
            Map.entry("/accounts", "accounts"),
            Map.entry("/accounts/me", "sign-in"),
            Map.entry("/figures", "month"),
            Map.entry("/figures/{month}/review", "review"),
            Map.entry("/figures/{month}/approvals", "review"),
            Map.entry("/figures/{month}/returns", "review"),
            Map.entry("/figures/{month}/lock", "review"),
            Map.entry("/figures/{month}/reopening", "review"),
            Map.entry("/figures/{month}/reminders", "reminders"),
            Map.entry("/figures/{month}/{unitId}/corrections", "returned"),
            Map.entry("/figures/{month}/{unitId}/notes", "returned"),
            Map.entry("/extracts", "extracts"),
            Map.entry("/imports", "import"),
            Map.entry("/procedures", "extracts"),
            Map.entry("/dashboard", "leader"),
            Map.entry("/dashboard/decisions", "targets"),
            Map.entry("/dashboard/paper/people", "people"),
            Map.entry("/dashboard/paper/explanations", "people"),
            Map.entry("/dashboard/units/{id}/letter", "reminders"),
            Map.entry("/letters", "reminders"),
            Map.entry("/follow-ups", "reminders"),
            Map.entry("/readiness", "readiness"),
            Map.entry("/reconciliation", "trace"),
            Map.entry("/targets", "targets"),
            Map.entry("/trace", "trace"),
            Map.entry("/reports", "reports"),
            Map.entry("/reports/{year}/corrections", "review"),
            Map.entry("/exports", "reports"),
            Map.entry("/settings", "set-up"),
            Map.entry("/settings/dossiers", "people"),
            Map.entry("/wall", "set-up"),
            Map.entry("/units", "units"),
            Map.entry("/backups", "care"),
            Map.entry("/status", "care"),
            Map.entry("/audit", "care"),
            Map.entry("/once", "refusals"),
            Map.entry("/error", "refusals"));

    private HelpChapters() {}

    /** The chapter of a page by its handler's pattern, such as {@code /figures/{month}}; null for an address of no page. */
    public static @Nullable String of(String pattern) {
        for (String route = pattern; !route.isEmpty(); route = route.substring(0, route.lastIndexOf('/'))) {
            String chapter = CHAPTERS.get(route);
            if (chapter != null) {
                return chapter;
            }
        }
        return null;
    }
}
