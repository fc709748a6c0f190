package vn.hoso.shared;

import java.util.Arrays;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered, with the reason to show to the person. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HttpStatus status;
    private final String messageKey;
    private final transient Object[] args;

    public RefusedException(HttpStatus status, String messageKey, Object... args) {
        super(messageKey + Arrays.toString(args));
        this.status = status;
        this.messageKey = messageKey;
        this.args = args.clone();
    }

    public HttpStatus status() {
        return status;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] args() {
        return args.clone();
    }
}
