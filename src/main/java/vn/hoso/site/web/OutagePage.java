package vn.hoso.site.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.hoso.security.BrowserPolicy;

/**
 * The page for when the database does not answer: made without it and without a session. It carries what a form brought and
 * sends it again at its reader's press. The form's own token is carried along, never a new one: a form that another site sent
 * has none that counts, and pressing the button gives it none. Passwords, codes and files are left out; a form that needs
 * them is typed anew.
 */
@Component
class OutagePage {

    /** What the page speaks of: a database that does not answer, one that has no room left, or one held up by somebody else's work. */
    enum Kind {
        OUTAGE("error.outage.title", "error.outage.message"),
        FULL("error.outage.full.title", "error.outage.full.message"),
        BUSY("error.outage.busy.title", "error.outage.busy.message");

        private final String title;
        private final String message;

        Kind(String title, String message) {
            this.title = title;
            this.message = message;
        }
    }

    /** Seconds until trying again makes sense. */
    private static final int RETRY = 10;

    /** The one header that outlives what was begun before. */
    private static final String REQUEST_ID = "X-Request-Id";

    private static final Set<String> SECRETS = Set.of("password", "repeated", "present", "code");

    private static final List<String> STYLES =
            List.of("/webjars/bootstrap/5.3.8/css/bootstrap.min.css", "/assets/theme.css");

    private final ITemplateEngine templates;
    private final LocaleResolver languages;
    private final ResourceUrlProvider files;

    OutagePage(ITemplateEngine templates, LocaleResolver languages, ResourceUrlProvider files) {
        this.templates = templates;
        this.languages = languages;
        this.files = files;
    }

    /** A field of the form that was sent. */
    record Field(String name, String value) {}

    /** @param begun whether anything may have been done before the fault */
    void write(HttpServletRequest request, HttpServletResponse response, Kind kind, boolean begun) throws IOException {
        Locale language = languages.resolveLocale(request);
        boolean form = request.getMethod().equals("POST");
        List<Field> fields = form ? fields(request) : List.of();
        Context model = new Context(language);
        model.setVariable("requestId", response.getHeader(REQUEST_ID));
        model.setVariable("title", kind.title);
        model.setVariable("message", kind.message);
        model.setVariable("retry", RETRY);
        model.setVariable("begun", begun);
        model.setVariable("form", form);
        model.setVariable("fields", fields);
        // Words, as opposed to numbers and technical values, are shown as well.
        model.setVariable(
                "written",
                fields.stream()
                        .map(Field::value)
                        .filter(value -> value.strip().contains(" "))
                        .toList());
        model.setVariable("sendable", form && !fields.isEmpty() && !lacksSomething(request));
        model.setVariable("address", address(request));
        model.setVariable("path", request.getRequestURI());
        model.setVariable(
                "styles",
                STYLES.stream()
                        .map(style -> request.getContextPath() + hashed(style))
                        .toList());
        byte[] page = templates.process("error/outage", model).getBytes(StandardCharsets.UTF_8);
        String id = response.getHeader(REQUEST_ID);
        response.reset();
        response.setHeader(REQUEST_ID, id);
        BrowserPolicy.write(response);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY));
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private String hashed(String file) {
        return Objects.requireNonNullElse(files.getForLookupPath(file), file);
    }

    /** Those of the form itself; what its address says stays there. */
    private static List<Field> fields(HttpServletRequest request) {
        Set<String> inTheAddress = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .keySet();
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (!SECRETS.contains(field.getKey()) && !inTheAddress.contains(field.getKey())) {
                for (String value : field.getValue()) {
                    fields.add(new Field(field.getKey(), value));
                }
            }
        }
        return fields;
    }

    private static boolean lacksSomething(HttpServletRequest request) throws IOException {
        if (SECRETS.stream().anyMatch(request.getParameterMap()::containsKey)) {
            return true;
        }
        if (!String.valueOf(request.getContentType()).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            return false;
        }
        try {
            return request.getParts().stream()
                    .map(Part::getSubmittedFileName)
                    .anyMatch(name -> name != null && !name.isEmpty());
        } catch (ServletException | IllegalStateException unreadable) {
            return true;
        }
    }

    private static String address(HttpServletRequest request) {
        return request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
    }
}
