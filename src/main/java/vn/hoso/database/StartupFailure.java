package vn.hoso.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The program must not start: going on could lose or hide figures. The text is Vietnamese and complete, because the
 * person who reads it has a console and no developer at hand; {@link Analyzer} prints it
 * instead of a stack trace.
 */
public final class StartupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String whatToDo;

    public StartupFailure(String whatHappened, String whatToDo) {
        this(whatHappened, whatToDo, null);
    }

    public StartupFailure(String whatHappened, String whatToDo, @Nullable Throwable cause) {
        super(whatHappened, cause);
        this.whatToDo = whatToDo;
    }

    /** The step that helps, as a sentence to the person at the console. */
    public String whatToDo() {
        return whatToDo;
    }

    /** Prints a refusal of the embedded database as its Vietnamese text. */
    static final class Analyzer extends AbstractFailureAnalyzer<StartupFailure> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, StartupFailure refusal) {
            return new FailureAnalysis(refusal.getMessage(), refusal.whatToDo(), refusal);
        }
    }
}
