package vn.hoso.once;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Sha256;

/** The press of a form's button that the current request is. */
public final class Press {

    private static final String ATTRIBUTE = Press.class.getName();

    private final String key;
    private final CurrentUser by;
    private final Function<String, String> content;
    private @Nullable String contentHash;
    private boolean counted;
    private Runnable afterwards = () -> {};

    /**
     * Describes a press.
     *
     * @param key the form's key
     * @param content from a beginning, a text that ends differently for every other form and everything else typed into it
     */
    public Press(String key, CurrentUser by, Function<String, String> content) {
        this.key = key;
        this.by = by;
        this.content = content;
    }

    /** The one that the current request is; null if it is none, or the program works by itself. */
    public static @Nullable Press current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null ? null : (Press) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }

    /** Makes this the press of the current request. */
    public void begin() {
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, this, RequestAttributes.SCOPE_REQUEST);
    }

    public String key() {
        return key;
    }

    CurrentUser by() {
        return by;
    }

    String keyHash() {
        return hash(key);
    }

    static String hash(String key) {
        return Sha256.of(key);
    }

    /** What makes this press another than all others. The key is kept nowhere, so nobody can try out a password that was typed. */
    public String contentHash() {
        if (contentHash == null) {
            contentHash = Sha256.of(content.apply(key + "\n" + by.id() + "\n"));
        }
        return contentHash;
    }

    /** Whether this very request has changed something, and not another one before it. */
    public boolean counted() {
        return counted;
    }

    void count(boolean now) {
        counted = now;
    }

    /** Has something done when the press has its answer. */
    public void whenEnded(Runnable then) {
        afterwards = then;
    }

    public void end() {
        afterwards.run();
    }
}
