package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody's work without a mouse: signing in, every place of the navigation, and all there is on it. */
@JourneyTest
class KeyboardJourneyTest {

    /** What can be focused and is seen, in the order of the page; a group of radio buttons is one stop. */
    private static final String STOPS = """
            () => {
                const groups = new Set();
                const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                    .filter(each => each.tabIndex >= 0 && !each.disabled && each.type !== 'hidden'
                        && each.checkVisibility({ visibilityProperty: true }))
                    .filter(each => each.type !== 'radio' || !groups.has(each.name) && groups.add(each.name));
                all.forEach((each, at) => each.dataset.stop = at);
                return all.length;
            }""";

    /**
     * From here on writes down, before each Tab moves it, which stop has the focus and whether one sees that it has: asked
     * after each key from outside, the walk takes twice as long.
     */
    private static final String LISTEN = """
            () => {
                const focused = () => {
                    const at = document.activeElement;
                    const look = getComputedStyle(at);
                    const seen = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0
                        || look.boxShadow !== 'none' || at.type === 'radio';
                    const box = at.getBoundingClientRect();
                    const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                    const stop = at.type === 'radio'
                        ? [...document.getElementsByName(at.name)].map(each => each.dataset.stop).find(each => each)
                        : at.dataset.stop;
                    return [stop ?? at.tagName, seen, inSight, at.outerHTML.slice(0, 120)];
                };
                window.passed = [];
                addEventListener('keydown', event => {
                    if (event.key === 'Tab') {
                        const here = focused();
                        // A date's field holds its day, month, year and calendar: one stop.
                        if (passed.at(-1)?.[0] !== here[0]) {
                            passed.push(here);
                        }
                    }
                }, true);
            }""";

    /** Places that were walked through, by whoever is offered the most there, who comes first. */
    private static final Set<String> WALKED = new HashSet<>();

    @ParameterizedTest
    @ValueSource(strings = {"vanphong", "quantri", "dieutri", "lanhdao", "vanthu"})
    void reachesEverythingByTabInTheOrderOfThePage(String person, Visitors visitors) {
        Page page = visitors.stranger();
        tabTo(page, "[name=username]");
        page.keyboard().type(person);
        page.keyboard().press("Tab");
        page.keyboard().type(Visitors.PASSWORD);
        page.keyboard().press("Enter");
        page.locator(".sign-out").waitFor();
        int places = page.locator(".main-nav a:visible").count();
        List<String> complaints = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            String entry = ".main-nav li:nth-child(%d) a".formatted(place + 1);
            String address = page.locator(entry).getAttribute("href");
            tabTo(page, entry);
            if (WALKED.add(address)) {
                page.evaluate("() => { window.left = true; }");
                page.keyboard().press("Enter");
                page.waitForFunction("() => !window.left");
                page.waitForLoadState();
                assertThat(page.url()).contains(address);
                complaints.addAll(walk(page));
            }
        }
        assertThat(complaints).isEmpty();
    }

    /** Through the whole page; what is wrong, one line each. */
    private static List<String> walk(Page page) {
        List<String> complaints = new ArrayList<>();
        toTheTop(page);
        int stops = (Integer) page.evaluate(STOPS);
        page.evaluate(LISTEN);
        List<?> passed = List.of();
        for (int pressed = 0; passed.size() < stops && pressed < 4 * stops; pressed += stops - passed.size()) {
            for (int missing = passed.size(); missing < stops; missing++) {
                page.keyboard().press("Tab");
            }
            passed = (List<?>) page.evaluate("() => passed");
        }
        for (int expected = 0; expected < stops; expected++) {
            List<?> focused = expected < passed.size() ? (List<?>) passed.get(expected) : List.of("nothing");
            if (!String.valueOf(expected).equals(focused.get(0))) {
                complaints.add("%s: stop %d of %d is %s".formatted(page.url(), expected, stops, focused));
                return complaints;
            }
            if (!focused.get(1).equals(true) || !focused.get(2).equals(true)) {
                complaints.add("%s: focus is not seen on %s".formatted(page.url(), focused));
            }
        }
        toTheTop(page);
        return complaints;
    }

    private static void toTheTop(Page page) {
        page.evaluate("() => document.querySelector('.skip-link').focus()");
    }

    private static void tabTo(Page page, String selector) {
        for (int pressed = 0; pressed < 40; pressed++) {
            if ((Boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not reach " + selector + " on " + page.url());
    }
}
