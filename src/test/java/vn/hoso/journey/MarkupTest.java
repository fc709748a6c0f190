package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MarkupTest {

    private static final String PAGE = """
            <html lang="vi"><head><title>Trang</title></head><body>
            <header class="top-bar"></header>
            <aside class="demonstration"><strong>DỮ LIỆU MINH HỌA</strong></aside>
            <main class="wide">
              <h1>Tháng 9</h1>
              <form><input type="hidden" name="_csrf" value="1"><label for="a">Tên</label><input id="a"></form>
              <p class="act"><a href="/x">Mở</a></p><p class="act"><a href="/x">Mở</a></p>
            </main></body></html>""";

    private static Set<String> standing(String page) {
        return Markup.standing(Jsoup.parse(page).expectFirst("main"));
    }

    @Test
    void aPageThatLacksSomethingShowsNothingNew() {
        Set<String> whole = standing(PAGE);
        assertThat(whole).containsAll(standing(PAGE.replace("value=\"1\"", "value=\"2\"")));
        assertThat(whole).containsAll(standing(PAGE.replaceFirst("<p class=\"act\">.*?</p>", "")));
    }

    @Test
    void anotherTextClassPlaceAttributeOrNumberIsNew() {
        Set<String> whole = standing(PAGE);
        for (String other : new String[] {
            PAGE.replace("Tháng 9", "Tháng 10"),
            PAGE.replace("class=\"act\"", "class=\"other\""),
            PAGE.replace("class=\"wide\"", "class=\"narrow\""),
            PAGE.replace("href=\"/x\"", "href=\"/y\""),
            PAGE.replace("<h1>Tháng 9</h1>", "<div><h1>Tháng 9</h1></div>"),
            PAGE.replace("<h1>", "<p class=\"act\"><a href=\"/x\">Mở</a></p><h1>"),
            PAGE.replace("<h1>", "<button></button><h1>")
        }) {
            assertThat(whole.containsAll(standing(other))).as(other).isFalse();
        }
    }

    @Test
    void findsWhatABrowserIsNotNeededFor() {
        assertThat(Markup.complaints(Jsoup.parse(PAGE))).isEmpty();
        assertThat(Markup.complaints(Jsoup.parse(PAGE.replace("for=\"a\"", "for=\"b\""))))
                .anySatisfy(each -> assertThat(each).startsWith("dangling: <label"))
                .anySatisfy(each -> assertThat(each).startsWith("nameless: <input"));
        assertThat(Markup.complaints(Jsoup.parse(PAGE.replace("<h1>", "<h1 aria-describedby=\"a nobody\">"))))
                .singleElement()
                .satisfies(each -> assertThat(each).startsWith("dangling: <h1"));
        assertThat(Markup.complaints(Jsoup.parse(PAGE.replace("lang=\"vi\"", ""))))
                .containsExactly("has no title or no language");
        assertThat(Markup.complaints(Jsoup.parse(PAGE.replace("MINH", ""))))
                .containsExactly("does not say that its figures are made up");
    }
}
