package vn.hoso.accounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** As long as there is no account, prints the one-time link with which the first administrator is created. */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AccountService accounts;
    private final Environment environment;

    FirstAdministrator(AccountService accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void printSetUpLink() {
        if (accounts.needsSetUp()) {
            String port = environment.getProperty("local.server.port", "8080");
            LOG.warn(
                    "Chưa có tài khoản nào. Mở liên kết dùng một lần này (hiệu lực 3 ngày) để tạo quản trị viên đầu tiên: "
                            + "http://localhost:{}/links/{}",
                    port,
                    accounts.setUpToken());
        }
    }
}
