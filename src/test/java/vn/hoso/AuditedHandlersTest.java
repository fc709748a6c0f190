package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No state-changing handler without its line in the trail, and no line without its words. */
class AuditedHandlersTest {

    /** What each address that changes something writes into the trail. */
    private static final Map<String, Set<String>> WRITES = Map.ofEntries(
            Map.entry("/links/{token}", Set.of("account.password", "account.setup")),
            Map.entry("/accounts", Set.of("account.created")),
            Map.entry("/accounts/units", Set.of("account.created")),
            Map.entry("/accounts/links", Set.of("account.link")),
            Map.entry("/accounts/{id}", Set.of("account.changed")),
            Map.entry("/accounts/{id}/disabling", Set.of("account.disabled")),
            Map.entry("/accounts/{id}/enabling", Set.of("account.enabled")),
            Map.entry("/accounts/{id}/link", Set.of("account.link")),
            Map.entry("/accounts/{id}/second-factor-reset", Set.of("account.second-factor.reset")),
            Map.entry("/accounts/{id}/unlocking", Set.of("account.unlocked")),
            Map.entry("/accounts/me/password", Set.of("account.password")),
            Map.entry("/accounts/me/passkeys", Set.of("account.passkey.added")),
            Map.entry("/accounts/me/passkeys/{id}/removal", Set.of("account.passkey.removed")),
            Map.entry("/login/code", Set.of("account.code.used", "account.recovery-code.used", "signin.succeeded")),
            Map.entry("/login/code/passkey", Set.of("account.passkey.used", "signin.succeeded")),
            Map.entry("/accounts/me/second-factor/confirmation", Set.of("account.second-factor.enrolled")),
            Map.entry("/accounts/me/second-factor/removal", Set.of("account.second-factor.removed")),
            Map.entry("/accounts/me/sessions/end", Set.of("session.ended")),
            Map.entry("/accounts/me/sessions/{key}/end", Set.of("session.ended")),
            Map.entry("/audit/verification", Set.of("trail.verified")),
            Map.entry("/dashboard/decisions/{targetId}", Set.of("target.decided")),
            Map.entry("/figures/{month}", Set.of("figures.saved")),
            Map.entry("/figures/{month}/submissions", Set.of("figures.submitted")),
            Map.entry("/figures/{month}/approvals", Set.of("figures.approved")),
            Map.entry(
                    "/figures/{month}/returns",
                    Set.of("figures.returned", "correction.refused", "correction.withdrawn")),
            Map.entry("/figures/{month}/lock", Set.of("figures.locked")),
            Map.entry("/figures/{month}/reopening", Set.of("figures.reopened")),
            Map.entry("/figures/{month}/reminders/{unit}/contact", Set.of("contact.changed")),
            Map.entry("/figures/{month}/reminders/{unit}/letter", Set.of("reminder.sent")),
            Map.entry("/figures/{month}/{unitId}/corrections", Set.of("correction.proposed")),
            Map.entry("/figures/{month}/{unitId}/corrections/{id}/approval", Set.of("correction.approved")),
            Map.entry("/figures/{month}/{unitId}/corrections/{id}/refusal", Set.of("correction.refused")),
            Map.entry("/figures/{month}/{unitId}/corrections/{id}/withdrawal", Set.of("correction.withdrawn")),
            Map.entry("/extracts", Set.of("extract.read")),
            Map.entry("/extracts/memory", Set.of("memory.withdrawn")),
            Map.entry("/extracts/{id}/answers", Set.of("procedure.listed", "extract.answered")),
            Map.entry("/extracts/{id}/application", Set.of("extract.counted")),
            Map.entry("/extracts/{id}/procedures", Set.of("procedure.listed")),
            Map.entry("/extracts/{id}/discarding", Set.of("extract.discarded")),
            Map.entry("/extracts/{id}/withdrawal", Set.of("extract.withdrawn")),
            Map.entry("/procedures", Set.of("procedure.added")),
            Map.entry("/procedures/{id}", Set.of("procedure.changed")),
            Map.entry("/procedures/list", Set.of("procedure.listed")),
            Map.entry("/imports", Set.of("imports.kept")),
            Map.entry("/imports/{id}/application", Set.of("imports.applied")),
            Map.entry("/letters", Set.of("letter.kept")),
            Map.entry("/reports/{term}/issues", Set.of("report.issued")),
            Map.entry("/reports/{term}/issues/{id}/registrations", Set.of("report.registered")),
            Map.entry("/reports/{term}/wording/{part}", Set.of("report.worded")),
            Map.entry("/reports/{term}/wording/{part}/proposal", Set.of("report.worded")),
            Map.entry("/figures/{month}/{unitId}/notes", Set.of("note.written", "note.changed")),
            Map.entry("/figures/{month}/{unitId}/notes/{id}/withdrawal", Set.of("note.withdrawn")),
            Map.entry("/readiness/{quarter}/{unitId}", Set.of("shop.reported")),
            Map.entry("/settings/calendar", Set.of("calendar.set")),
            Map.entry("/settings/calendar/first-month", Set.of("calendar.used")),
            Map.entry("/settings/deadlines", Set.of("deadline.set")),
            Map.entry("/settings/dossiers", Set.of("dossiers.keeping")),
            Map.entry("/settings/fields", Set.of("field.added", "field.changed")),
            Map.entry("/settings/fields/unused", Set.of("columns.folded")),
            Map.entry("/settings/fields/{code}/removal", Set.of("field.removed")),
            Map.entry("/settings/map/{id}/keeping", Set.of("map.kept")),
            Map.entry("/settings/map/{id}/removal", Set.of("map.removed")),
            Map.entry("/units", Set.of("unit.begun")),
            Map.entry("/units/{id}", Set.of("unit.changed", "unit.corrected")),
            Map.entry("/units/{id}/contact", Set.of("unit.reached")),
            Map.entry("/units/{id}/end", Set.of("unit.ended", "unit.resumed")),
            Map.entry("/units/{id}/removal", Set.of("unit.removed")),
            Map.entry("/units/kinds", Set.of("kind.added", "kind.changed")),
            Map.entry("/units/list", Set.of("unit.listed")),
            Map.entry("/units/reorganisations", Set.of("unit.reorganised")),
            Map.entry("/units/reorganisations/{id}/withdrawal", Set.of("unit.restored")),
            Map.entry("/settings/organisation", Set.of("install.corrected", "install.named")),
            Map.entry("/settings/published", Set.of("published.added", "published.changed")),
            Map.entry("/settings/published/withdrawal", Set.of("published.withdrawn")),
            Map.entry("/settings/indicators", Set.of("indicator.added", "indicator.changed")),
            Map.entry("/targets/version", Set.of("target.added", "target.changed", "target.corrected")),
            Map.entry("/targets/version/end", Set.of("target.ended")),
            Map.entry("/targets/version/withdrawal", Set.of("target.withdrawn")),
            Map.entry("/targets/proposals", Set.of("instrument.added")),
            Map.entry("/targets/instruments", Set.of("instrument.added", "instrument.changed")),
            Map.entry("/dashboard/paper/people/{unit}/{official}/explanations", Set.of("explanation.proposed")),
            Map.entry(
                    "/dashboard/paper/explanations/{id}/decision",
                    Set.of("explanation.accepted", "explanation.refused")),
            Map.entry("/dashboard/paper/explanations/{id}/withdrawal", Set.of("explanation.withdrawn")),
            Map.entry("/reconciliation/{period}/{unit}/{measure}/explanations", Set.of("difference.explained")),
            Map.entry(
                    "/reconciliation/{period}/{unit}/{measure}/decisions",
                    Set.of("difference.assigned", "difference.accepted", "difference.reopened")),
            Map.entry("/reconciliation/totals", Set.of("outside.entered", "outside.corrected")),
            Map.entry("/reconciliation/totals/list", Set.of("outside.entered")),
            Map.entry("/reconciliation/totals/{id}/withdrawal", Set.of("outside.withdrawn")),
            Map.entry("/follow-ups", Set.of("followup.made")),
            Map.entry("/follow-ups/{id}/closing", Set.of("followup.closed")),
            Map.entry("/imports/{id}/withdrawal", Set.of("memory.withdrawn")),
            Map.entry("/backups", Set.of("backup.asked")),
            Map.entry("/backups/drill", Set.of("backup.drill-asked")),
            Map.entry("/wall", Set.of("wall.made")),
            Map.entry("/wall/{id}/renewal", Set.of("wall.renewed")),
            Map.entry("/wall/{id}/revocation", Set.of("wall.revoked")),
            // What only answers, begins or remembers for the next import changes no figure and no right.
            Map.entry("/figures/{month}/checks", Set.of()),
            Map.entry("/imports/paste", Set.of()),
            Map.entry("/units/reorganisations/preview", Set.of()),
            Map.entry("/settings/map", Set.of()),
            Map.entry("/follow-ups/notices/{id}/dismissal", Set.of()),
            Map.entry("/work/{kind}/{reference}/dismissal", Set.of()),
            Map.entry("/accounts/me/second-factor", Set.of()),
            Map.entry("/language", Set.of()),
            Map.entry("/imports/{id}/layout", Set.of()),
            Map.entry("/imports/{id}/month", Set.of()),
            Map.entry("/imports/{id}/units", Set.of()),
            Map.entry("/imports/{id}/sheets", Set.of()),
            Map.entry("/imports/{id}/answers", Set.of()));

    /** What each address that hands out a file writes into the trail: figures that leave the program are told of too. */
    private static final Map<String, String> HANDS_OUT = Map.ofEntries(
            Map.entry("/accounts/links/sheet.xlsx", "account.sheet"),
            Map.entry("/exports/results.json", "results.exported"),
            Map.entry("/exports/results.csv", "results.exported"),
            Map.entry("/dashboard/details.{format:csv|xlsx}", "results.exported"),
            Map.entry("/dashboard/compare.{format:csv|xlsx}", "results.exported"),
            Map.entry("/dashboard/contribution.{format:csv|xlsx}", "results.exported"),
            Map.entry("/dashboard/paper.{format:csv|xlsx}", "results.exported"),
            Map.entry("/dashboard/map.{format:csv|xlsx}", "results.exported"),
            Map.entry("/dashboard/paper/people.{format:csv|xlsx}", "people.exported"),
            Map.entry("/dashboard/paper/people/annex.{format:docx|xlsx}", "people.annex"),
            Map.entry("/readiness/list.{format:csv|xlsx}", "shop.exported"),
            Map.entry("/reconciliation/list.{format:csv|xlsx}", "difference.exported"),
            Map.entry("/imports/template", "sheet.exported"),
            Map.entry("/imports/{id}/original", "file.downloaded"),
            Map.entry("/backups/{id}/package", "backup.taken"),
            Map.entry("/letters/{id}/letter.docx", "letter.downloaded"),
            Map.entry("/letters/{id}/letter.pdf", "letter.downloaded"),
            Map.entry("/letters/{id}/letters.zip", "letter.downloaded"),
            Map.entry("/reports/{term}/report.docx", "report.downloaded"),
            Map.entry("/reports/{term}/report.pdf", "report.downloaded"),
            Map.entry("/reports/{term}/annex.xlsx", "report.downloaded"),
            Map.entry("/reports/{term}/issues/{id}/report.docx", "report.downloaded"),
            Map.entry("/reports/{term}/issues/{id}/report.pdf", "report.downloaded"),
            Map.entry("/reports/{term}/issues/{id}/annex.xlsx", "report.downloaded"));

    /** Part of the program, the same for everybody: it holds nothing of any office. */
    private static final Set<String> HOLDS_NO_DATA = Set.of("/help/guide.pdf");

    private static final Pattern A_FILE =
            Pattern.compile("@GetMapping\\(\\s*\"([^\"]+)\"\\s*\\)(?:\\s*@\\w+(?:\\([^)]*\\))?)*\\s*ResponseEntity<");

    private static final Pattern CHANGING =
            Pattern.compile("@(?:Post|Put|Patch|Delete)Mapping\\(\\s*(?:value\\s*=\\s*)?\"([^\"]+)\"");
    private static final Pattern ACTION = Pattern.compile(
            "(?:TrailEntry\\.of\\(\\s*|record\\(\\s*[\\w.()]+,\\s*|ACTION = |-> |\\? |: |return )\"([a-z]+\\.[a-z]+(?:[.-][a-z]+)*)\"");

    private static Set<String> all(Pattern pattern, Map<Path, String> files) {
        return files.values().stream()
                .flatMap(java -> pattern.matcher(java).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Path, String> audited() {
        Map<Path, String> files = new TreeMap<>(SourceFiles.below(SourceFiles.JAVA, ".java"));
        files.values().removeIf(java -> !java.contains("AuditTrail"));
        return files;
    }

    @Test
    void everyHandlerThatChangesSomethingIsListedWithItsLine() {
        assertThat(all(CHANGING, SourceFiles.below(SourceFiles.JAVA, ".java")))
                .containsExactlyInAnyOrderElementsOf(WRITES.keySet());
        assertThat(all(ACTION, audited()))
                .containsAll(WRITES.values().stream().flatMap(Set::stream).toList());
    }

    @Test
    void everyHandlerThatHandsOutAFileIsListedWithItsLine() {
        Set<String> files = all(A_FILE, SourceFiles.below(SourceFiles.JAVA, ".java"));
        assertThat(files).containsAll(HOLDS_NO_DATA);
        files.removeAll(HOLDS_NO_DATA);
        assertThat(files).containsExactlyInAnyOrderElementsOf(HANDS_OUT.keySet());
        assertThat(all(ACTION, audited())).containsAll(HANDS_OUT.values());
    }

    @Test
    void everyLineHasItsWords() {
        Set<String> actions = all(ACTION, audited());

        assertThat(actions).hasSizeGreaterThan(15);
        assertThat(actions).allSatisfy(action -> assertThat(Messages.VIETNAMESE.all())
                .containsKeys("audit.action." + action, "audit.sentence." + action));
    }
}
