package vn.hoso.extracts;

import java.time.Clock;
import java.time.Period;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/** Leaves lists aside that were read and not counted, also where nobody brings another one. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ExtractSchedule {

    static final Period KEPT_UNUSED = Period.ofDays(7);

    private final ExtractStore store;
    private final TransactionOperations transactions;
    private final Clock clock;

    ExtractSchedule(ExtractStore store, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(cron = "0 45 1,8-16 * * *", zone = "Asia/Ho_Chi_Minh")
    void look() {
        transactions.executeWithoutResult(
                status -> store.discard(clock.instant().minus(KEPT_UNUSED), null));
    }
}
