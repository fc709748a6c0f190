package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Hands a journey its visitors, and sends them home after it. A machine without a browser skips the journeys and says
 * so; where skipping is forbidden ({@code HOSO_FORBID_SKIPS=true} or {@code -Dhoso.forbid-skips=true}) they fail.
 */
class VisitorsExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

    private static final Logger LOG = LoggerFactory.getLogger(VisitorsExtension.class);

    private static final Namespace OURS = Namespace.create(VisitorsExtension.class);

    private static final String NO_BROWSER = "The browser journeys did not run: this machine has no Chromium, Chrome or"
            + " Edge where one usually is. Install one, or name it in " + Chromium.CHOICE + ".";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Path> program = Chromium.program();
        if (program.isPresent()) {
            return ConditionEvaluationResult.enabled("Browser: " + program.get());
        }
        if (Boolean.parseBoolean(System.getenv("HOSO_FORBID_SKIPS")) || Boolean.getBoolean("hoso.forbid-skips")) {
            throw new IllegalStateException(NO_BROWSER);
        }
        LOG.warn(NO_BROWSER);
        return ConditionEvaluationResult.disabled(NO_BROWSER);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(
                        Visitors.class, type -> new Visitors(browser(context), origin(context)), Visitors.class);
    }

    private static Chromium browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(
                        Chromium.class,
                        type -> Chromium.start(Chromium.program().orElseThrow()),
                        Chromium.class);
    }

    private static String origin(ExtensionContext context) {
        return "http://127.0.0.1:"
                + SpringExtension.getApplicationContext(context)
                        .getEnvironment()
                        .getRequiredProperty("local.server.port");
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Visitors visitors = context.getStore(OURS).get(Visitors.class, Visitors.class);
        if (visitors == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            visitors.photograph(context.getRequiredTestClass().getSimpleName());
        } else {
            assertThat(visitors.complaints())
                    .as("what the browser complained of")
                    .isEmpty();
        }
    }
}
