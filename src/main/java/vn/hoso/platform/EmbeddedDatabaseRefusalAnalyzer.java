package vn.hoso.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal of the embedded database as its Vietnamese text. */
final class EmbeddedDatabaseRefusalAnalyzer extends AbstractFailureAnalyzer<EmbeddedDatabaseRefusal> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedDatabaseRefusal refusal) {
        return new FailureAnalysis(refusal.getMessage(), refusal.whatToDo(), refusal);
    }
}
