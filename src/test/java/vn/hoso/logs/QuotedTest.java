package vn.hoso.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.CoreConstants;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;

/** A line of the log as it is printed: no message of an exception that could quote what a user typed. */
class QuotedTest {

    private static final String TYPED = "Nguyễn Thị Thường";

    @Test
    void leavesOutWhatAnExceptionQuotesInItsTraceAndInItsLine() {
        Exception refused =
                new IllegalArgumentException("For input: " + TYPED, new IllegalStateException("stored " + TYPED));
        refused.addSuppressed(new IllegalStateException("also " + TYPED));

        String printed = printed("Servlet threw exception [For input: " + TYPED + "] with root cause", refused);

        assertThat(printed)
                .doesNotContain(TYPED)
                .contains("threw exception […] with root cause", "IllegalArgumentException", "IllegalStateException")
                .contains("Suppressed: ", "QuotedTest.leavesOut");
    }

    @Test
    void printsTheRuleThatARowBreaksAndNothingOfTheRow() {
        PSQLException refused = new PSQLException(new ServerErrorMessage(
                "SERROR\0C23505\0Mduplicate key " + TYPED + "\0DKey (name)=(" + TYPED + ")\0tunit\0nunit_name_key\0"));

        assertThat(printed("Not stored", new DataIntegrityViolationException(TYPED, refused)))
                .doesNotContain(TYPED)
                .contains("PSQLException: SQLSTATE 23505 unit.unit_name_key");
    }

    @Test
    void saysWhatIsWrongWithTheDatabaseOrTheNetwork() {
        assertThat(printed("Broken", new SQLException("invalid page in block 7 of relation base/16384/16999", "XX001")))
                .contains("XX001 invalid page in block 7");
        assertThat(printed("Down", new ConnectException("Connection refused"))).contains("Connection refused");
    }

    @Test
    void leavesALineWithoutAnExceptionAsItIs() {
        assertThat(printed("Started in 3 s", null)).isEqualTo("Started in 3 s\n");
    }

    private static String printed(String line, @Nullable Exception exception) {
        LoggerContext context = new LoggerContext();
        Map<String, Supplier<?>> words = Map.of("m", QuotedMessage::new, "wEx", QuotedThrowable::new);
        context.putObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS, words);
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern("%m%n%wEx");
        lines.start();
        Logger logger = context.getLogger("test");
        return new String(
                lines.encode(new LoggingEvent("test", logger, Level.ERROR, line, exception, null)),
                StandardCharsets.UTF_8);
    }
}
