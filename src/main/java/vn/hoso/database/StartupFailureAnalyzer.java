package vn.hoso.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal of the embedded database as its Vietnamese text. */
final class StartupFailureAnalyzer extends AbstractFailureAnalyzer<StartupFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartupFailure refusal) {
        return new FailureAnalysis(refusal.getMessage(), refusal.whatToDo(), refusal);
    }
}
