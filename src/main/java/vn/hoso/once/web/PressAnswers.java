package vn.hoso.once.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;
import vn.hoso.once.Press;
import vn.hoso.once.Presses;
import vn.hoso.once.Presses.Stored;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;

/**
 * Answers a press that was stored before by leading to where the first one led, whatever the second would have been told: that the code
 * is taken, say, by what the first has just stored. Only a press that has stored nothing asks, so a change pays for no question.
 */
@Configuration(proxyBeanMethods = false)
class PressAnswers implements HandlerInterceptor, HandlerExceptionResolver, WebMvcConfigurer, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(PressAnswers.class);

    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    /** Under this name a page finds the sentence that says so. */
    private static final String STORED_BEFORE = "storedBefore";

    /** So long a second press waits for the first. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** So often, and after such a pause, it asks where the first has led, if that was on another copy of the program. */
    private static final int TIMES = 40;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Presses presses;
    private final PressTurns turns;
    private final MessageSource messages;
    private final Clock clock;

    PressAnswers(Presses presses, MessageSource messages, Clock clock) {
        this.presses = presses;
        turns = new PressTurns(presses, PATIENCE);
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // A form that could not be read is not read again for the page that says so.
        String key =
                request.getDispatcherType() == DispatcherType.REQUEST ? request.getParameter(FormKeys.FIELD) : null;
        // Who it is stands in the session, which a file must not need: asked last.
        if (key != null
                && KEY.matcher(key).matches()
                && request.getUserPrincipal() instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof CurrentUser user) {
            if (request.getMethod().equals("POST")) {
                Press press = new Press(key, user, beginning -> beginning + FormKeys.content(request));
                turns.waitForTheSame(press);
                press.begin();
            } else {
                presses.find(key, user).ifPresent(stored -> request.setAttribute(STORED_BEFORE, told(stored)));
            }
        }
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        Press press = Press.current();
        if (page != null && press != null && !press.counted()) {
            presses.find(press).map(first -> withAnswer(press, first)).ifPresent(stored -> {
                if (stored.partly() && HttpStatus.valueOf(response.getStatus()).is4xxClientError()) {
                    // What it refuses is what the first one left, with the text that was typed.
                    page.addObject(STORED_BEFORE, told(stored));
                    return;
                }
                ModelAndView again = again(press, stored);
                page.clear();
                page.setStatus(null);
                if (again.getView() == null) {
                    page.setViewName(again.getViewName());
                } else {
                    page.setView(again.getView());
                }
                page.addAllObjects(again.getModel());
                response.setStatus(HttpServletResponse.SC_OK);
                // The first answer's words for the next page wait in the session, which these would replace.
                RequestContextUtils.getOutputFlashMap(request).clear();
            });
        }
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        Press press = Press.current();
        return press == null || press.counted() || !maySay(failure)
                ? null
                : find(press)
                        .map(first -> again(press, withAnswer(press, first)))
                        .orElse(null);
    }

    /** A right that is gone stays gone, and a database that does not answer is not asked once more. */
    private static boolean maySay(Exception failure) {
        return !(failure instanceof AccessDeniedException)
                && !(failure instanceof TransactionException)
                && (!(failure instanceof DataAccessException)
                        || failure instanceof DataIntegrityViolationException
                        || failure instanceof ConcurrencyFailureException);
    }

    private Optional<Stored> find(Press press) {
        try {
            return presses.find(press);
        } catch (DataAccessException unknown) {
            LOG.warn("Whether a press was stored could not be asked: {}", unknown.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Press press = Press.current();
        if (press == null) {
            return;
        }
        try {
            String to = response.getHeader(HttpHeaders.LOCATION);
            if (press.counted() && failure == null && to != null) {
                presses.answered(press, local(to, request.getContextPath()));
            } else if (press.counted()
                    && failure == null
                    && HttpStatus.valueOf(response.getStatus()).is4xxClientError()) {
                presses.storedPartly(press);
            }
        } finally {
            press.end();
        }
    }

    /** Where an address of our own leads to within the program. */
    private static String local(String address, String context) {
        URI uri = URI.create(address);
        String path = uri.getRawPath().substring(context.length());
        return path
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
    }

    private ModelAndView again(Press press, Stored stored) {
        String answer = stored.answer();
        if (answer == null) {
            return new ModelAndView("error/refused")
                    .addObject("title", text("once.title"))
                    .addObject("message", told(stored))
                    .addObject("back", "/");
        }
        int fragment = answer.indexOf('#');
        String page = fragment < 0 ? answer : answer.substring(0, fragment);
        RedirectView to = new RedirectView(
                page + (page.contains("?") ? "&" : "?") + FormKeys.FIELD + "=" + press.key()
                        + (fragment < 0 ? "" : answer.substring(fragment)),
                true);
        to.setExpandUriTemplateVariables(false);
        return new ModelAndView(to);
    }

    private Stored withAnswer(Press press, Stored first) {
        Stored stored = first;
        boolean justNow = first.at().plus(PATIENCE).isAfter(clock.instant());
        for (int i = 0; justNow && stored.answer() == null && !stored.partly() && i < TIMES; i++) {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                return stored;
            }
            stored = presses.find(press).orElse(first);
        }
        return stored;
    }

    private String told(Stored stored) {
        return text(stored.partly() ? "once.partly" : "once.before", Formats.time(stored.at()));
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, Language.ofReader());
    }
}
