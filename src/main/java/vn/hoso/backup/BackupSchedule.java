package vn.hoso.backup;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every ten minutes whether a package is due: a computer that is off at night makes it after it was switched on. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "hoso.backup.enabled", matchIfMissing = true)
class BackupSchedule {

    private final BackupService service;

    BackupSchedule(BackupService service) {
        this.service = service;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 3, timeUnit = TimeUnit.MINUTES)
    void look() {
        service.beginDue();
    }
}
