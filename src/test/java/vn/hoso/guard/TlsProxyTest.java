package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;

/** Behind a proxy with HTTPS: cookies for HTTPS only, and the browser told to insist on it. */
@ProgramTest
class TlsProxyTest {

    /** The program's server with the program's settings, and one page that says what it takes the request for. */
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class ServerAlone {

        @Bean
        ServletRegistrationBean<HttpServlet> seen() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            request.getSession();
                            response.getWriter().print(request.getRequestURL() + " from " + request.getRemoteAddr());
                        }
                    },
                    "/seen");
        }
    }

    @Autowired
    private MockMvc browser;

    @Test
    void insistsOnHttps() throws Exception {
        browser.perform(get("/login").secure(true))
                .andExpect(header().string(
                                "Set-Cookie",
                                Matchers.allOf(
                                        Matchers.startsWith("__Host-HOSO_SESSION="),
                                        Matchers.containsString("Path=/;"),
                                        Matchers.not(Matchers.containsString("Domain")),
                                        Matchers.containsString("Secure"),
                                        Matchers.containsString("HttpOnly"),
                                        Matchers.containsString("SameSite=Lax"))))
                .andExpect(header().string("Strict-Transport-Security", Matchers.containsString("max-age=31536000")));
    }

    @Test
    void clearsWhatTheBrowserKeptAtSigningOut() throws Exception {
        browser.perform(post("/logout").secure(true).with(csrf()).with(user("lanhdao")))
                .andExpect(redirectedUrl("/login?logout"))
                .andExpect(header().string("Clear-Site-Data", "\"storage\""));
    }

    @Test
    void followsTheProxyOnceToldTo() {
        HttpResponse<String> answer = forwarded("--server.forward-headers-strategy=native");
        assertThat(answer.body()).isEqualTo("https://hoso.example.vn/seen from 203.0.113.7");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure", "HttpOnly");
    }

    @Test
    void believesNobodyUntilToldTo() {
        HttpResponse<String> answer = forwarded();
        assertThat(answer.body()).startsWith("http://127.0.0.1").endsWith("from 127.0.0.1");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("Secure");
    }

    private static HttpResponse<String> forwarded(String... settings) {
        String[] all = Stream.concat(Stream.of("--server.port=0", "--spring.jmx.enabled=false"), Stream.of(settings))
                .toArray(String[]::new);
        try (var server =
                (ServletWebServerApplicationContext) new SpringApplicationBuilder(ServerAlone.class).run(all)) {
            return new HttpVisitor(server.getWebServer().getPort())
                    .get(
                            "/seen",
                            "X-Forwarded-Proto",
                            "https",
                            "X-Forwarded-Host",
                            "hoso.example.vn",
                            "X-Forwarded-Port",
                            "443",
                            "X-Forwarded-For",
                            "203.0.113.7");
        }
    }
}
