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

    /**
     * Marks what was judged on an earlier page: elements that stand below the same elements with the same classes and hold
     * the same, all but texts, values and how often something is repeated. Answers what is new here; nothing if the whole page
     * is known.
     */
    private static final String MARK_KNOWN = """
            known => {
                const judged = new Set(known.split(' '));
                const fresh = new Set();
                const digest = text => {
                    let a = 0xdeadbeef, b = 0x41c6ce57;
                    for (let i = 0; i < text.length; i++) {
                        a = Math.imul(a ^ text.charCodeAt(i), 2654435761);
                        b = Math.imul(b ^ text.charCodeAt(i), 1597334677);
                        a ^= a >>> 15;
                        b ^= b >>> 13;
                    }
                    return ((b >>> 0) * 2097152 + ((a >>> 0) & 0x1fffff)).toString(36);
                };
                const varies = /^(id|for|name|value|href|title|headers|form|action|content|datetime|min|max|d|x|y|[xy][12]|[cr][xy]?|width|height|points|transform|viewBox|data-.*|aria-(?!current|disabled|invalid|hidden).*)$/;
                const tags = new Map();
                const tag = each => tags.get(each) ?? tags.set(each, each.tagName + [...each.attributes]
                    .map(one => one.name + (varies.test(one.name) && one.value.trim() ? '' : '=' + one.value)).sort()).get(each);
                const kinds = new Map();
                const kind = each => kinds.get(each) ?? kinds.set(each, digest(tag(each) + [...new Set(
                    [...each.childNodes].map(node => node.nodeType === Node.ELEMENT_NODE ? kind(node)
                        : node.nodeType === Node.TEXT_NODE && node.data.trim() ? 'text' : ''))])).get(each);
                const visit = (each, above) => {
                    const look = digest(above + kind(each));
                    // What a field, a link or a button is called may stand beside it.
                    if (judged.has(look) && !each.matches('a, button, input, label, select, summary, textarea')) {
                        each.dataset.known = '';
                    } else {
                        fresh.add(look);
                        [...each.children].forEach(part => visit(part, digest(above + tag(each))));
                    }
                };
                visit(document.body, '');
                return [...fresh];
            }""";

    /**
     * Marks the texts whose contrast is to be judged: all but those that look, up to the page's edge, like one of an
     * earlier page or two of this one, by their elements, classes, colours, grounds and letters, with nothing drawn over
     * or under them from elsewhere. Answers the looks that are new.
     */
    private static final String MARK_NEW_LOOKS = """
            known => {
                const judged = new Set(known);
                const fresh = new Map();
                const alike = look => judged.has(look) || fresh.get(look) > 1;
                const digest = text => {
                    let a = 0xdeadbeef, b = 0x41c6ce57;
                    for (let i = 0; i < text.length; i++) {
                        a = Math.imul(a ^ text.charCodeAt(i), 2654435761);
                        b = Math.imul(b ^ text.charCodeAt(i), 1597334677);
                    }
                    return ((b >>> 0) * 2097152 + (a >>> 11)).toString(36);
                };
                const style = new Map();
                const styleOf = each => style.get(each) ?? style.set(each, getComputedStyle(each)).get(each);
                const floats = [...document.querySelectorAll('body *')].filter(each =>
                    ['absolute', 'fixed'].includes(styleOf(each).position) && each.checkVisibility()
                    && styleOf(each).clipPath === 'none' && styleOf(each).clip === 'auto');
                const places = floats.map(each => each.getBoundingClientRect());
                const apart = each => {
                    const at = each.getBoundingClientRect();
                    return floats.every((float, i) => !float.contains(each)
                        && (places[i].right <= at.left || places[i].left >= at.right
                            || places[i].bottom <= at.top || places[i].top >= at.bottom));
                };
                const visit = (each, above) => {
                    if (each.tagName === 'svg' || 'alike' in each.dataset || 'known' in each.dataset || !each.checkVisibility()) {
                        return;
                    }
                    const css = styleOf(each);
                    const look = digest([above, each.tagName, each.className, each.disabled, each.ariaDisabled,
                        css.color, css.backgroundColor, css.backgroundImage, css.opacity, css.filter, css.fontSize,
                        css.fontWeight, css.textShadow, css.position].join());
                    const says = each.matches('input, select, textarea')
                        || [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
                    if (says && !(alike(look) && apart(each))) {
                        each.dataset.look = '';
                        fresh.set(look, (fresh.get(look) ?? 0) + 1);
                    }
                    [...each.children].forEach(part => visit(part, look));
                };
                visit(document.body, '');
                axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-look]' }] });
                return [...fresh.keys()];
            }""";

    /** Only what breaks a rule travels back; a run of every rule that found nothing to judge on a page of nothing known counts as broken. */
    private static final String WCAG_22_AA = """
            async runOnly => {
                const found = await axe.run(
                    { exclude: [['[data-alike]'], ['[data-known]']] },
                    { runOnly: runOnly, resultTypes: ['violations'], selectors: false, preload: false });
                return found.passes.length === 0 && runOnly.length > 2 && !document.querySelector('[data-known]')
                    ? ['axe judged nothing']
                    : found.violations.map(rule =>
                        rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html).join(' | '));
            }""";

    /**
     * Cheap enough for every page, known or not: what refers to nothing, fields without a name, icons that lead nowhere, how
     * wide the page is, and whether it says that its figures are made up, if it has any.
     */
    private static final String LOOK = """
            () => ({
                dangling: ['for', 'aria-labelledby', 'aria-describedby', 'headers', 'form'].flatMap(name =>
                    [...document.querySelectorAll(`[${name}]`)].filter(each => each.getAttribute(name).trim().split(/\\s+/)
                        .some(id => id && !document.getElementById(id))).map(each => each.outerHTML.slice(0, 120))),
                nameless: [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
                    .filter(each => !each.labels.length && !each.ariaLabel && !each.hasAttribute('aria-labelledby'))
                    .map(each => each.outerHTML.slice(0, 120)),
                titled: document.title.trim() !== '' && document.documentElement.lang !== '',
                lost: document.querySelectorAll("use:not([href^='/assets/icons'])").length,
                wide: document.documentElement.scrollWidth,
                warns: !document.querySelector('.top-bar')
                    || (document.querySelector('aside.demonstration')?.innerText ?? '').includes('DỮ LIỆU MINH HỌA')
            })""";

    /** The marks of what need not be judged, in one question. */
    private static final String MARK = """
            known => {
                (%s)();
                return { fresh: (%s)(known), hasAxe: 'axe' in window };
            }""".formatted(MARK_ROWS_ALIKE, MARK_KNOWN);

    /** Everything that is asked at one width, in one question; contrast is judged with every other rule alone. */
    private static final String JUDGE = """
            async ({ rules, looks }) => ({
                newLooks: rules.length > 2 ? (%s)(looks) : [],
                barriers: rules.length > 0 ? await (%s)(rules) : [],
                ...(%s)()
            })""".formatted(MARK_NEW_LOOKS, WCAG_22_AA, LOOK);

    private static final List<String> EVERY_RULE = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** What a narrower page may break although its markup and colours are those of the wide one. */
    private static final List<String> RULES_OF_LAYOUT = List.of("target-size", "scrollable-region-focusable");

    /** A page's own content, and the frame around it as each role sees it, without what differs on every request. */
    private static final String PARTS = """
            () => Promise.all(['main', '.top-bar'].filter(part => document.querySelector(part)).map(async part => {
                const copy = document.querySelector(part).cloneNode(true);
                copy.querySelectorAll('[name=_csrf], [name=_once]').forEach(each => each.remove());
                copy.querySelectorAll('[aria-current]').forEach(each => each.removeAttribute('aria-current'));
                const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(copy.outerHTML));
                return Array.from(new Uint8Array(digest)).join();
            }))""";

    /** Markup that was judged: what two roles see alike is judged once. */
    private static final Set<Object> JUDGED = new HashSet<>();

    /** What {@link #MARK_KNOWN} answered of pages without a fault. */
    private static final Set<String> KNOWN = new HashSet<>();

    /** How the texts looked whose contrast was judged. */
    private static final Set<Object> LOOKS = new HashSet<>();

    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");
    private static final Pattern A4_PORTRAIT = Pattern.compile("/MediaBox\\s*\\[0 0 59[456][.\\d]* 84[123][.\\d]*]");

    private Standard() {}

    /** Has this page ready for judging at each address: handing the rules over anew costs several times as much. */
    static void stayReady(Page page) {
        page.addInitScript(AxeBuilder.getAxeScript());
    }

    /** What is wrong with the page, one line each; leaves the page as wide as on a desk. */
    static List<String> complaints(Page page) {
        boolean judge = JUDGED.addAll((List<?>) page.evaluate(PARTS));
        if (!judge) {
            return List.of();
        }
        List<String> complaints = new ArrayList<>();
        Map<?, ?> marked = (Map<?, ?>) page.evaluate(MARK, String.join(" ", KNOWN));
        List<?> fresh = (List<?>) marked.get("fresh");
        if (!fresh.isEmpty() && !(boolean) marked.get("hasAxe")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        for (Screen screen : List.of(Screen.PHONE, Screen.DESK)) {
            screen.show(page);
            List<String> rules = fresh.isEmpty() ? List.of() : screen == Screen.DESK ? EVERY_RULE : RULES_OF_LAYOUT;
            Map<?, ?> look = (Map<?, ?>) page.evaluate(JUDGE, Map.of("rules", rules, "looks", List.copyOf(LOOKS)));
            LOOKS.addAll((List<?>) look.get("newLooks"));
            ((List<?>) look.get("barriers"))
                    .forEach(each -> complaints.add(page.url() + " at " + screen + ": " + each));
            for (String fault : List.of("dangling", "nameless")) {
                ((List<?>) look.get(fault)).forEach(each -> complaints.add(page.url() + ": " + fault + ": " + each));
            }
            if (!(boolean) look.get("titled")) {
                complaints.add(page.url() + ": has no title or no language");
            }
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
        if (complaints.isEmpty()) {
            fresh.forEach(each -> KNOWN.add(each.toString()));
        }
        return complaints;
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
