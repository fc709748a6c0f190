package vn.hoso.intake;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import vn.hoso.shared.Installations;

/**
 * Deletes each night what was kept long enough; a program that is off at night makes up for it in a working hour, for what was due
 * that night. A demonstration keeps its made-up dossiers.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class KeepingSchedule {

    private final DossierKeeping keeping;
    private final Installations installations;

    KeepingSchedule(DossierKeeping keeping, Installations installations) {
        this.keeping = keeping;
        this.installations = installations;
    }

    @Scheduled(cron = "0 35 1,8-16 * * *", zone = "Asia/Ho_Chi_Minh") // the night is DossierKeeping.NIGHT
    void look() {
        if (!installations.current().demonstration()) {
            keeping.forget();
        }
    }
}
