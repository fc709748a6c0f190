package vn.hoso.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** The language of the pages is a person's choice, whatever their browser asks for. */
@ProgramTest(world = OWN)
class LanguageTest {

    private static final Cookie ENGLISH = new Cookie("hoso_language", "en");

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    private MockHttpServletResponse choose(String language, String back) throws Exception {
        return browser.perform(post("/language")
                        .with(csrf())
                        .param("language", language)
                        .param("back", back))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private static Document page(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void speaksVietnameseWhateverTheBrowserAsksFor() throws Exception {
        Document page = page(answer(get("/login").header("Accept-Language", "en-GB,en;q=0.9")));

        assertThat(page.select("html").attr("lang")).isEqualTo("vi");
        assertThat(page.select("h1").text()).isEqualTo("Đăng nhập");
        assertThat(page.select(".language button").text()).isEqualTo("English");
    }

    @Test
    void keepsTheChoiceForAYear() throws Exception {
        MockHttpServletResponse chosen = choose("en", "/login");

        assertThat(chosen.getStatus()).isEqualTo(302);
        assertThat(chosen.getRedirectedUrl()).isEqualTo("/login");
        assertThat(chosen.getHeader("Set-Cookie"))
                .startsWith("hoso_language=en; Path=/; Max-Age=31536000;")
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        Document page = page(answer(get("/login").cookie(ENGLISH).header("Accept-Language", "vi")));
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").text()).isEqualTo("Sign in");
        assertThat(page.select(".language button").val()).isEqualTo("vi");
        assertThat(choose("vi", "/login").getHeader("Set-Cookie")).startsWith("hoso_language=vi;");
    }

    @Test
    void keepsTheChoiceOverHttpsUnderANameNoOtherHostCanSet() throws Exception {
        assertThat(answer(post("/language")
                                .secure(true)
                                .with(csrf())
                                .param("language", "en")
                                .param("back", "/"))
                        .getHeader("Set-Cookie"))
                .startsWith("__Host-hoso_language=en; Path=/;")
                .contains("; Secure;")
                .doesNotContain("Domain");
        assertThat(page(answer(get("/login").secure(true).cookie(new Cookie("__Host-hoso_language", "en"))))
                        .select("html")
                        .attr("lang"))
                .isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "EN", "en-GB", "vi_VN", ""})
    void knowsTwoLanguagesOnly(String other) throws Exception {
        MockHttpServletResponse refused = choose(other, "/login");

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getHeader("Set-Cookie")).isNull();
        assertThat(page(answer(get("/login").cookie(new Cookie("hoso_language", other))))
                        .select("html")
                        .attr("lang"))
                .isEqualTo("vi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org/",
                "/\\example.org",
                "/a\\..\\b",
                "javascript:alert(1)",
                "login",
                "/a b",
                "/a\r\nSet-Cookie: x=y",
                "/\u0111",
                ""
            })
    void leadsNowhereElse(String back) throws Exception {
        MockHttpServletResponse refused = choose("en", back);

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getRedirectedUrl()).isNull();
        assertThat(refused.getHeader("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login?error", "/dashboard?year=2024&span=QUARTER", "/a/%C4%91?b={c}"})
    void showsTheSamePageAgain(String back) throws Exception {
        assertThat(choose("en", back).getRedirectedUrl()).isEqualTo(back);
    }

    @Test
    void takesNoChoiceThatTheFormDidNotSend() throws Exception {
        MockHttpServletResponse forged = answer(post("/language")
                .with(people.as("lanhdao"))
                .param("language", "en")
                .param("back", "/"));

        assertThat(forged.getStatus()).isEqualTo(403);
        assertThat(forged.getHeaders("Set-Cookie")).noneMatch(each -> each.contains("language"));
    }

    @Test
    void speaksVietnameseFromTheWall() throws Exception {
        MockHttpServletResponse wall = answer(get("/wall/khong-co").cookie(ENGLISH));

        assertThat(wall.getStatus()).isEqualTo(404);
        assertThat(page(wall).select("html").attr("lang")).isEqualTo("vi");
        assertThat(page(wall).select("h1").text()).isEqualTo("Liên kết không dùng được");
    }
}
