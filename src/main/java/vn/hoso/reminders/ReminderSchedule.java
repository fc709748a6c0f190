package vn.hoso.reminders;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks each working hour whether reminders and the day's letters about what waits are due: a program that was off in the morning sends them later that day. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("spring.mail.host")
class ReminderSchedule {

    private final ReminderMail mail;
    private final WorkMail work;

    ReminderSchedule(ReminderMail mail, WorkMail work) {
        this.mail = mail;
        this.work = work;
    }

    @Scheduled(cron = "0 15 8-16 * * *", zone = "Asia/Ho_Chi_Minh")
    void look() {
        mail.sendDue();
        work.sendDue();
    }
}
