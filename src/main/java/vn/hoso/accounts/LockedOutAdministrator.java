package vn.hoso.accounts;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets an administrator in again whom no other one can help: where {@code hoso.accounts.link-for} names one, the start prints a
 * one-time link for them. Whoever starts the program on its own computer could read and change everything anyway.
 */
@Component
class LockedOutAdministrator {

    private static final String SETTING = "hoso.accounts.link-for";

    private final AccountService accounts;
    private final Environment environment;

    LockedOutAdministrator(AccountService accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    /** On the console and not in the log, which holds no key to anybody's account. */
    @EventListener(ApplicationReadyEvent.class)
    void printLink() {
        String username = environment.getProperty(SETTING, "").strip();
        if (username.isEmpty()) {
            return;
        }
        PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        accounts.linkForLockedOut(username)
                .ifPresentOrElse(
                        token -> {
                            console.printf(
                                    "Liên kết dùng một lần (hiệu lực 3 ngày) để %s đặt mật khẩu mới: http://localhost:%s/links/%s%n",
                                    username, environment.getProperty("local.server.port", "8080"), token);
                            console.printf(
                                    "Xác thực hai bước của người ấy đã được gỡ. Đặt mật khẩu xong, hãy chạy lại không có %s.%n",
                                    SETTING);
                        },
                        () -> console.printf(
                                "Không có quản trị viên đang dùng nào tên “%s”: không tạo liên kết (%s).%n",
                                username, SETTING));
    }
}
