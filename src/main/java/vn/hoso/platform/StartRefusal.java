package vn.hoso.platform;

import org.jspecify.annotations.Nullable;

/**
 * The program must not start: going on could lose or hide figures. The text is Vietnamese and complete, because the
 * person who reads it has a console and no developer at hand; {@link StartRefusalAnalyzer} prints it
 * instead of a stack trace.
 */
final class StartRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String whatToDo;

    StartRefusal(String whatHappened, String whatToDo) {
        this(whatHappened, whatToDo, null);
    }

    StartRefusal(String whatHappened, String whatToDo, @Nullable Throwable cause) {
        super(whatHappened, cause);
        this.whatToDo = whatToDo;
    }

    /** The step that helps, as a sentence to the person at the console. */
    String whatToDo() {
        return whatToDo;
    }
}
