package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hoso.accounts.AccountService;
import vn.hoso.accounts.AuthenticatorApp;
import vn.hoso.accounts.UserDraft;
import vn.hoso.security.Role;

/** With the authenticator that Chromium plays itself. */
@JourneyTest
class PasskeyJourneyTest {

    private static final String NAME = "khoa.truy.cap";

    @Autowired
    private Clock clock;

    @Test
    void addsAPasskeyAndSignsInWithItNextTime(Visitors visitors, @Autowired AccountService accounts) {
        accounts.createForDemonstration(new UserDraft(NAME, "Lê Thị Khóa", Role.LEADER, List.of()), Visitors.PASSWORD);
        Page page = visitors.stranger();
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        String authenticator = browser.send("WebAuthn.addVirtualAuthenticator", internal())
                .get("authenticatorId")
                .getAsString();

        Visitors.signIn(page, NAME, Visitors.PASSWORD);
        page.navigate("/accounts/me/passkeys");
        assertThat(page.locator("main")).containsText("Hãy bật xác thực hai bước trước");
        page.locator("main a.btn").click();
        page.locator("main button[type=submit]").click();
        String key = page.locator(".one-time-link").innerText();
        page.locator("#present").fill(Visitors.PASSWORD);
        page.locator("#code").fill(AuthenticatorApp.shows(key, clock.instant()));
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".recovery-codes li")).hasCount(10);
        // An address of numbers has no passkeys, and says so.
        page.navigate("/accounts/me/passkeys");
        assertThat(page.locator("main")).containsText("chưa mở qua HTTPS");

        String local = page.url().replace("127.0.0.1", "localhost").replaceAll("/accounts.*", "");
        page.navigate(local + "/login");
        Visitors.signIn(page, NAME, Visitors.PASSWORD);
        page.locator("#code").fill(AuthenticatorApp.shows(key, clock.instant().plusSeconds(30)));
        page.getByText("Tiếp tục").click();
        page.navigate(local + "/accounts/me/passkeys");
        page.locator("#name").fill("Máy bàn ở cơ quan");
        page.locator("#present").fill("sai mật khẩu");
        page.locator("form[data-passkey] button").click();
        assertThat(page.locator(".error-summary")).containsText("Mật khẩu hiện nay không đúng");
        assertThat(page.locator("#name")).hasValue("Máy bàn ở cơ quan");
        assertThat(Standard.complaints(page)).isEmpty();
        page.locator("#present").fill(Visitors.PASSWORD);
        page.locator("form[data-passkey] button").click();
        assertThat(page.locator(".notice-ok")).containsText("Đã thêm khóa truy cập");
        assertThat(page.locator(".passkey")).containsText("Máy bàn ở cơ quan");
        Visitors.picture(page, "passkeys");
        page.locator(".sign-out button").click();

        Visitors.signIn(page, NAME, Visitors.PASSWORD);
        assertThat(page).hasURL(local + "/login/code");
        Visitors.picture(page, "passkey-asked");
        verified(browser, authenticator, false);
        page.getByText("Dùng khóa truy cập").click();
        assertThat(page.getByText("Hãy bấm lại")).isVisible();
        assertThat(Standard.complaints(page)).isEmpty();
        verified(browser, authenticator, true);
        page.getByText("Dùng khóa truy cập").click();
        assertThat(page).hasURL(Pattern.compile("^" + local + "/(\\?.*)?$"));
        page.navigate(local + "/accounts/me/passkeys");
        assertThat(page.locator(".passkey")).containsText("Dùng lần cuối");

        page.locator(".passkey summary").click();
        assertThat(Standard.complaints(page)).isEmpty();
        Visitors.picture(page, "passkey-removal");
        page.locator(".passkey input[type=password]").fill(Visitors.PASSWORD);
        page.locator(".passkey button").click();
        assertThat(page.locator(".notice-ok")).containsText("Đã gỡ khóa truy cập");
        assertThat(page.locator(".passkey")).hasCount(0);
    }

    private static JsonObject internal() {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        JsonObject params = new JsonObject();
        params.add("options", options);
        return params;
    }

    private static void verified(CDPSession browser, String authenticator, boolean on) {
        JsonObject params = new JsonObject();
        params.addProperty("authenticatorId", authenticator);
        params.addProperty("isUserVerified", on);
        browser.send("WebAuthn.setUserVerified", params);
    }
}
