package vn.hoso.backup;

import org.jspecify.annotations.Nullable;
import vn.hoso.database.StartupFailure;

/**
 * A package was not made, or is not to be restored: nothing was changed by it. The text is Vietnamese and complete, for whoever
 * stands at the console or looks at the page.
 */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String whatToDo;

    BackupException(String whatHappened, String whatToDo) {
        this(whatHappened, whatToDo, null);
    }

    BackupException(String whatHappened, String whatToDo, @Nullable Throwable cause) {
        super(whatHappened, cause);
        this.whatToDo = whatToDo;
    }

    /** The same of a database that did not start. */
    static BackupException of(StartupFailure refused) {
        return new BackupException(String.valueOf(refused.getMessage()), refused.whatToDo(), refused);
    }

    /** The step that helps, as a sentence. */
    public String whatToDo() {
        return whatToDo;
    }
}
