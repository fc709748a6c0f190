package vn.hoso.demo;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.hoso.database.StartupFailure;
import vn.hoso.shared.Installations;

/** Keeps a database with made-up figures and a published password from being used as a real one. */
@Component
@Profile("!demo")
class DemonstrationGuard implements SmartInitializingSingleton {

    private final Installations installations;

    DemonstrationGuard(Installations installations) {
        this.installations = installations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (installations.current().demonstration()) {
            throw new StartupFailure(
                    "Cơ sở dữ liệu này chứa dữ liệu minh họa và tài khoản có mật khẩu công khai.",
                    "Chạy lại với profile demo, hoặc trỏ chương trình tới một cơ sở dữ liệu khác.");
        }
    }
}
