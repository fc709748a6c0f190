package vn.hoso.shared;

import org.springframework.http.HttpStatus;

/** Something a user asked for that the program will not do, with the reason to tell them. */
public class UserFacingException extends RuntimeException {

    private final HttpStatus status;
    private final String messageKey;
    private final transient Object[] args;

    /**
     * Refuses.
     *
     * @param status a 4xx or 5xx status
     * @param messageKey key of the sentence that says what happened and what to do
     * @param args what the sentence names, already formatted
     */
    public UserFacingException(HttpStatus status, String messageKey, Object... args) {
        super(messageKey);
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
