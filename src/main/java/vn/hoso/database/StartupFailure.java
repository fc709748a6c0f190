package vn.hoso.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The program must not start: going on could lose or hide figures. The text is Vietnamese and complete, because the
 * person who reads it has a console and no developer at hand; {@link Analyzer} prints it
 * instead of a stack trace.
 */
public final class StartupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String NL = System.lineSeparator();

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

    /** The port was free when it was looked at, and taken when it was needed. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class PortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException taken) {
            StartupFailure refusal = StartChecks.portTaken(taken.getPort(), taken);
            return new FailureAnalysis(refusal.getMessage(), refusal.whatToDo(), refusal);
        }
    }

    /** Prints why the program does not start; Boot's own print says the same between English headings and is turned off. */
    static final class Reporter implements FailureAnalysisReporter {

        private static final Logger LOG = LoggerFactory.getLogger(StartupFailure.class);

        @Override
        public void report(FailureAnalysis analysis) {
            LOG.error(
                    "{}{}CHƯƠNG TRÌNH KHÔNG KHỞI ĐỘNG ĐƯỢC{}{}{}{}{}Cần làm: {}{}",
                    NL,
                    NL,
                    NL,
                    NL,
                    analysis.getDescription(),
                    NL,
                    NL,
                    analysis.getAction(),
                    NL);
        }
    }

    /** Prints a refusal of the embedded database as its Vietnamese text. */
    static final class Analyzer extends AbstractFailureAnalyzer<StartupFailure> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, StartupFailure refusal) {
            return new FailureAnalysis(refusal.getMessage(), refusal.whatToDo(), refusal);
        }
    }
}
