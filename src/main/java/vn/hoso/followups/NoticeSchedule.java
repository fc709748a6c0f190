package vn.hoso.followups;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks each minute whether a notice waits for its letter. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty("spring.mail.host")
class NoticeSchedule {

    private final NoticeMail mail;

    NoticeSchedule(NoticeMail mail) {
        this.mail = mail;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void look() {
        mail.sendDue();
    }
}
