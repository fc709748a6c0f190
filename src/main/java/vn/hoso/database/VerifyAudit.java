package vn.hoso.database;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
public final class VerifyAudit {

    private VerifyAudit() {}

    /** Whether the command line asks for it. */
    public static boolean askedFor(String... arguments) {
        return CommandContext.asksFor("verify-audit", arguments);
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
        try (ConfigurableApplicationContext context = CommandContext.open(arguments, AuditCheckConfiguration.class)) {
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
