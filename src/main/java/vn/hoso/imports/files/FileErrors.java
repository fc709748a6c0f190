package vn.hoso.imports.files;

import org.springframework.http.HttpStatus;
import vn.hoso.shared.UserFacingException;

/** The reasons for which a file is not taken. */
public final class FileErrors {

    private FileErrors() {}

    /** The reason under {@code imports.refused.<reason>}, with what it names. */
    public static UserFacingException of(String reason, Object... named) {
        return new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "imports.refused." + reason, named);
    }
}
