package vn.hoso;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.resilience.annotation.EnableResilientMethods;
import vn.hoso.backup.BackupCommand;
import vn.hoso.database.VerifyAudit;

/** Starts the dashboard of a district's online public-service dossiers. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableResilientMethods
public class HosoApplication {

    public static void main(String[] args) {
        if (VerifyAudit.askedFor(args)) {
            System.exit(VerifyAudit.run(args));
        }
        if (BackupCommand.askedFor(args)) {
            System.exit(BackupCommand.run(args));
        }
        SpringApplication program = new SpringApplication(HosoApplication.class);
        program.setDefaultProperties(Map.of("hoso.embedded.early-start", "true"));
        program.run(args);
    }
}
