package vn.hoso.once.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import vn.hoso.shared.Sha256;

/**
 * Gives every form that a signed-in user may send a key, beside Spring Security's token and in the same way: a hidden field that
 * {@code th:action} writes. All forms of a page share one.
 */
@Component
class FormKeys implements BeanPostProcessor {

    /** The field's name. */
    static final String FIELD = "_once";

    private static final String ATTRIBUTE = FormKeys.class.getName();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor fields ? new WithKey(fields) : bean;
    }

    private record WithKey(RequestDataValueProcessor fields) implements RequestDataValueProcessor {

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return fields.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return fields.processFormFieldValue(request, name, value, type);
        }

        /** A form without Spring Security's token changes nothing and needs no key. */
        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> others = fields.getExtraHiddenFields(request);
            if (others == null || others.isEmpty() || request.getUserPrincipal() == null) {
                return others;
            }
            Map<String, String> all = new LinkedHashMap<>(others);
            all.put(FIELD, key(request));
            return all;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return fields.processUrl(request, url);
        }

        private static String key(HttpServletRequest request) {
            if (request.getAttribute(ATTRIBUTE) instanceof String key) {
                return key;
            }
            String key = UUID.randomUUID().toString();
            request.setAttribute(ATTRIBUTE, key);
            return key;
        }
    }

    /** Everything that was sent, in an order of its own. */
    static String content(HttpServletRequest request) {
        StringBuilder content = new StringBuilder(request.getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.equals(FIELD)) {
                Arrays.stream(values).forEach(value -> content.append('\n')
                        .append(name)
                        .append('=')
                        .append(value.length())
                        .append(':')
                        .append(value));
            }
        });
        if (request instanceof MultipartHttpServletRequest multipart) {
            new TreeMap<>(multipart.getMultiFileMap())
                    .forEach((name, files) -> files.forEach(file ->
                            content.append('\n').append(name).append('=').append(hash(file))));
        }
        return content.toString();
    }

    private static String hash(MultipartFile file) {
        try {
            return Sha256.of(file.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
