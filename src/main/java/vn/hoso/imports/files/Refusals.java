package vn.hoso.imports.files;

import org.springframework.http.HttpStatus;
import vn.hoso.shared.RefusedException;

/** The reasons for which a file is not taken. */
public final class Refusals {

    private Refusals() {}

    /** The reason under {@code imports.refused.<reason>}, with what it names. */
    public static RefusedException of(String reason, Object... named) {
        return new RefusedException(HttpStatus.UNPROCESSABLE_CONTENT, "imports.refused." + reason, named);
    }
}
