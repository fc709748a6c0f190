package vn.hoso.reminders;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks each working hour whether reminders are due: a program that was off in the morning sends them later that day. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("spring.mail.host")
class ReminderSchedule {

    private final ReminderMail mail;

    ReminderSchedule(ReminderMail mail) {
        this.mail = mail;
    }

    @Scheduled(cron = "0 15 8-16 * * *", zone = "Asia/Ho_Chi_Minh")
    void look() {
        mail.sendDue();
    }
}
