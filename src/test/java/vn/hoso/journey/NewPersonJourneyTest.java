package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

@JourneyTest
class NewPersonJourneyTest {

    private static final String SECRET = "sông Hà Thanh mùa nước nổi";

    @Test
    void choosesAPasswordThroughTheHandedLinkAndSignsIn(Visitors visitors) {
        Page administrator = visitors.signedIn("quantri");
        administrator.navigate("/");
        administrator.locator(".main-nav").getByText("Tài khoản").click();
        administrator.locator("main a.btn-primary").click();
        administrator.getByLabel("Họ và tên").fill("Võ Thị An");
        administrator.getByLabel("Tên đăng nhập").fill("An Nguyễn");
        administrator.getByLabel("Vai trò").selectOption("UNIT_STAFF");
        administrator.getByText("Thêm người").last().click();
        assertThat(administrator.locator(".error-summary")).isFocused();
        assertThat(administrator.locator(".error-summary a")).hasCount(2);
        assertThat(administrator.getByLabel("Họ và tên")).hasValue("Võ Thị An");
        assertThat(Standard.complaints(administrator)).isEmpty();

        administrator.getByLabel("Tên đăng nhập").fill("phuocan");
        administrator.getByLabel("Xã Phước An").check();
        administrator.getByText("Thêm người").last().click();
        assertThat(administrator.locator("tbody")).containsText("Võ Thị An");
        assertThat(Standard.complaints(administrator)).isEmpty();
        String link = administrator.locator(".one-time-link").innerText();

        Page person = visitors.stranger();
        person.navigate(link);
        assertThat(person.locator("main")).containsText("phuocan");
        assertThat(Standard.complaints(person)).isEmpty();
        choose(person, SECRET, "một câu khác hẳn");
        assertThat(person.locator(".error-summary")).containsText("Hai lần gõ mật khẩu không giống nhau.");
        assertThat(Standard.complaints(person)).isEmpty();
        choose(person, SECRET, SECRET);
        assertThat(person.locator(".notice-ok")).hasText("Đã đặt mật khẩu. Hãy đăng nhập.");

        Visitors.signIn(person, "phuocan", SECRET);
        assertThat(person.locator(".signed-in-name")).hasText("Võ Thị An");
        person.navigate("/figures/2024-09");
        assertThat(person.locator("tbody tr")).hasCount(1);
        assertThat(person.locator("tbody th")).containsText("Xã Phước An");

        Page late = visitors.stranger();
        assertThat(late.navigate(link).status()).isEqualTo(404);
        assertThat(late.locator("main")).containsText("đã được dùng");
        administrator.navigate("/accounts");
        assertThat(administrator.locator(".one-time-link")).hasCount(0);
    }

    private static void choose(Page page, String password, String repeated) {
        page.getByLabel("Mật khẩu mới", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        page.getByLabel("Gõ lại mật khẩu mới").fill(repeated);
        page.locator("main button[type=submit]").click();
    }
}
