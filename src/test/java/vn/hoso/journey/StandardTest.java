package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A check that finds nothing anywhere has to show that it would. */
@JourneyTest
class StandardTest {

    @Test
    void findsABarrierAPageTooWideAndAMissingWarning(Visitors visitors) {
        Page page = visitors.stranger();
        // As on most pages, what stands here is known.
        assertThat(Standard.complaints(page)).isEmpty();
        page.evaluate("""
                () => {
                    document.querySelector('label').remove();
                    document.querySelector('input:not([type=hidden])').setAttribute('aria-describedby', 'nobody');
                    document.querySelector('aside.demonstration strong').remove();
                    document.querySelector('main').append('x'.repeat(500));
                    document.querySelector('h1').style.color = '#aaa';
                    for (const name of ['một', 'hai']) {
                        const tiny = document.createElement('button');
                        tiny.ariaLabel = name;
                        tiny.style.cssText = 'width: 9px; height: 9px; padding: 0; border: 0';
                        document.querySelector('main').prepend(tiny);
                    }
                }""");
        assertThat(Standard.complaints(page))
                .anySatisfy(each -> assertThat(each).contains("360 px", "target-size: "))
                .anySatisfy(each -> assertThat(each).contains("1280 px", "label: "))
                .anySatisfy(each -> assertThat(each).contains("1280 px", "color-contrast: ", "<h1"))
                .anySatisfy(each -> assertThat(each).contains("360 px", "scrolls sideways"))
                .anySatisfy(each -> assertThat(each).contains("nameless: <input"))
                .anySatisfy(each -> assertThat(each).contains("dangling: <input"))
                .anySatisfy(each -> assertThat(each).contains("does not say that its figures are made up"));
    }

    @Test
    void judgesWhatIsNewOnAPageThatIsKnown(Visitors visitors) {
        Page page = visitors.stranger();
        assertThat(Standard.complaints(page)).isEmpty();
        page.evaluate("() => document.querySelector('form').append(document.createElement('button'))");
        assertThat(Standard.complaints(page))
                .anySatisfy(each -> assertThat(each).contains("1280 px", "button-name: "));
    }

    @Test
    void countsTheSheetsOfALongDocument(Visitors visitors) {
        Page page = visitors.signedIn("lanhdao");
        page.navigate("/reports/2023");
        assertThat(Standard.sheets(page)).isBetween(2L, 12L);
    }
}
