package vn.hoso.database;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import vn.hoso.audit.AuditCheckConfiguration;
import vn.hoso.audit.ChainEnd;
import vn.hoso.audit.ChainReport;
import vn.hoso.audit.ChainVerification;
import vn.hoso.audit.TrailMessages;

/**
 * {@code --hoso.command=verify-audit}: checks the trail's chain without pages, migrations or anything that writes, prints
 * what is wrong and ends with 0 for a sound chain and 1 for a broken one. {@code --hoso.audit.kept=1234:ab12…} also looks for
 * an end that was noted down earlier.
 */
@ImportAutoConfiguration({
    EmbeddedDatabaseConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    MessageSourceAutoConfiguration.class
})
public final class VerifyAudit {

    private static final String COMMAND = "--hoso.command=verify-audit";

    VerifyAudit() {}

    /** Whether the command line asks for it. */
    public static boolean askedFor(String... arguments) {
        return Arrays.asList(arguments).contains(COMMAND);
    }

    /** Does it and answers with the process's exit code: 0 sound, 1 broken, 2 not checked. */
    public static int run(String... arguments) {
        try {
            return check(arguments);
        } catch (RuntimeException notStarted) {
            // Boot has printed why.
            return 2;
        }
    }

    private static int check(String... arguments) {
        SpringApplication check = new SpringApplication(VerifyAudit.class, AuditCheckConfiguration.class);
        check.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = check.run(arguments)) {
            Environment environment = context.getEnvironment();
            String kept = environment.getProperty("hoso.audit.kept", "");
            ChainEnd end = ChainEnd.read(kept).orElse(null);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            if (end == null && !kept.isBlank()) {
                out.println("hoso.audit.kept phải có dạng <số thứ tự>:<64 ký tự băm>, như trang Nhật ký in ra.");
                return 2;
            }
            ChainReport report = context.getBean(ChainVerification.class).verify(end);
            print(report, context.getBean(TrailMessages.class), out);
            return report.intact() ? 0 : 1;
        }
    }

    private static void print(ChainReport report, TrailMessages words, PrintStream out) {
        report.faults().forEach(fault -> out.println(words.fault(fault)));
        String end = report.end().length() + ":" + report.end().hash();
        out.println(
                report.intact()
                        ? "Nhật ký nguyên vẹn: " + report.rows() + " dòng, dấu cuối " + end
                        : "Nhật ký KHÔNG nguyên vẹn: " + report.faults().size() + " chỗ sai trong " + report.rows()
                                + " dòng, dấu cuối " + end);
    }
}
