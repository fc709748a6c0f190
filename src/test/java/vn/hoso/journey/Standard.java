package vn.hoso.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What every page owes its readers, on a desk's screen and on a phone's. */
final class Standard {

    /** Rows that differ from an earlier one in their texts and values alone: judging one of each kind judges them all. */
    private static final String MARK_ROWS_ALIKE = """
            () => {
                const kinds = new Set();
                document.querySelectorAll('tbody tr').forEach(row => {
                    const kind = row.outerHTML
                        .replace(/>[^<]+</g, '>x<')
                        .replace(/ (id|for|name|value|href|title|headers|form|data-[a-z-]+|aria-[a-z]+)="[^"]+"/g, ' $1="x"')
                        + row.closest('table').className;
                    if (kinds.has(kind)) {
                        row.dataset.alike = '';
                    }
                    kinds.add(kind);
                });
            }""";

    /** Only what breaks a rule travels back; a run of every rule that found nothing to judge counts as broken. */
    private static final String WCAG_22_AA = """
            async runOnly => {
                const found = await axe.run(
                    { exclude: [['[data-alike]']] },
                    { runOnly: runOnly, resultTypes: ['violations'], selectors: false, preload: false });
                return found.passes.length === 0 && runOnly.length > 2
                    ? ['axe judged nothing']
                    : found.violations.map(rule =>
                        rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html).join(' | '));
            }""";

    /** Icons that lead nowhere, how wide the page is, and whether it says that its figures are made up, if it has any. */
    private static final String LOOK = """
            () => ({
                lost: document.querySelectorAll("use:not([href^='/assets/icons'])").length,
                wide: document.documentElement.scrollWidth,
                warns: !document.querySelector('.top-bar')
                    || (document.querySelector('aside.demonstration')?.innerText ?? '').includes('DỮ LIỆU MINH HỌA')
            })""";

    private static final List<String> EVERY_RULE = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** What a narrower page may break although its markup and colours are those of the wide one. */
    private static final List<String> RULES_OF_LAYOUT = List.of("target-size", "scrollable-region-focusable");

    /** A page's own content, and the frame around it as each role sees it, without what differs on every request. */
    private static final String PARTS = """
            () => Promise.all(['main', '.top-bar'].filter(part => document.querySelector(part)).map(async part => {
                const copy = document.querySelector(part).cloneNode(true);
                copy.querySelectorAll('[name=_csrf]').forEach(each => each.remove());
                copy.querySelectorAll('[aria-current]').forEach(each => each.removeAttribute('aria-current'));
                const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(copy.outerHTML));
                return Array.from(new Uint8Array(digest)).join();
            }))""";

    /** Markup that was judged: what two roles see alike is judged once. */
    private static final Set<Object> JUDGED = new HashSet<>();

    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");
    private static final Pattern A4_PORTRAIT = Pattern.compile("/MediaBox\\s*\\[0 0 59[456][.\\d]* 84[123][.\\d]*]");

    private Standard() {}

    /** Before many pages are judged: what judges them is brought along by each instead of being sent to it. */
    static void prepare(Page page) {
        page.addInitScript(AxeBuilder.getAxeScript());
    }

    /** What is wrong with the page, one line each; leaves the page as wide as on a desk. */
    static List<String> complaints(Page page) {
        boolean judge = JUDGED.addAll((List<?>) page.evaluate(PARTS));
        if (!judge) {
            return List.of();
        }
        List<String> complaints = new ArrayList<>();
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        page.evaluate(MARK_ROWS_ALIKE);
        for (Screen screen : List.of(Screen.PHONE, Screen.DESK)) {
            screen.show(page);
            barriers(page, screen == Screen.DESK ? EVERY_RULE : RULES_OF_LAYOUT)
                    .forEach(each -> complaints.add(page.url() + " at " + screen + ": " + each));
            Map<?, ?> look = (Map<?, ?>) page.evaluate(LOOK);
            if ((int) look.get("lost") > 0) {
                complaints.add(page.url() + ": an icon leads nowhere");
            }
            if ((int) look.get("wide") > screen.width()) {
                complaints.add(page.url() + " at " + screen + ": scrolls sideways, " + look.get("wide") + " px");
            }
            if (!(boolean) look.get("warns")) {
                complaints.add(page.url() + " at " + screen + ": does not say that its figures are made up");
            }
        }
        return complaints;
    }

    private static List<String> barriers(Page page, List<String> rules) {
        return ((List<?>) page.evaluate(WCAG_22_AA, rules))
                .stream().map(String::valueOf).toList();
    }

    /** How many sheets of A4 the page prints on, upright unless it says otherwise itself. */
    static long sheets(Page page) {
        String printed = new String(
                page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true)),
                StandardCharsets.ISO_8859_1);
        if (!A4_PORTRAIT.matcher(printed).find()) {
            throw new IllegalStateException("Not on A4: " + page.url());
        }
        return SHEET.matcher(printed).results().count();
    }
}
