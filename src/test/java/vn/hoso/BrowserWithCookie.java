package vn.hoso;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A browser that keeps the session's cookie, for what only a session in the database can show. */
public final class BrowserWithCookie {

    private static final AtomicInteger DESKS = new AtomicInteger();

    private final MockMvc browser;
    private final String address;
    private @Nullable Cookie cookie;

    /** One at a desk of its own: what fails at another desk does not slow it down. */
    public BrowserWithCookie(MockMvc browser) {
        this(browser, "10.1.%d.%d".formatted(DESKS.incrementAndGet() >> 8, DESKS.get() & 0xff));
    }

    /** One that calls from elsewhere. */
    public BrowserWithCookie(MockMvc browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    public ResultActions open(String page) throws Exception {
        return send(get(page));
    }

    /** Sends a form with its token; fields and texts in turn. */
    public ResultActions post(String page, String... fieldsAndTexts) throws Exception {
        MockHttpServletRequestBuilder form = MockMvcRequestBuilders.post(page).with(csrf());
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            form.param(fieldsAndTexts[i], fieldsAndTexts[i + 1]);
        }
        return send(form);
    }

    public ResultActions signIn(String username, String password) throws Exception {
        return post("/login", "username", username, "password", password);
    }

    /** Sends anything, such as a form without its token. */
    public ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        if (cookie != null) {
            request.cookie(cookie);
        }
        ResultActions answer = browser.perform(request.with(from -> {
            from.setRemoteAddr(address);
            return from;
        }));
        Cookie set = answer.andReturn().getResponse().getCookie("HOSO_SESSION");
        if (set != null) {
            cookie = set.getMaxAge() == 0 ? null : set;
        }
        return answer;
    }

    /** The cookie as somebody who copied it would have it. */
    public @Nullable Cookie cookie() {
        return cookie;
    }

    public void use(Cookie other) {
        cookie = other;
    }
}
