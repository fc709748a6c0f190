package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import vn.hoso.TestDatabase;
import vn.hoso.security.QuickHashes;

/** A new office from the printed link to the first figures: "UBND tỉnh Gia Lai" with its 135 communes, two targets, 135 accounts. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "hoso.security.second-factor-required=false")
@Import({TestDatabase.class, QuickHashes.class})
@DirtiesContext
@ExtendWith({OutputCaptureExtension.class, VisitorsExtension.class})
class SetUpJourneyTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/links/[A-Za-z0-9_-]+)");

    private int interactions;

    private void click(Locator what) {
        interactions++;
        what.click();
    }

    private void fill(Page page, String label, String text) {
        interactions++;
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private void button(Page page, String text) {
        click(page.locator("main")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .last());
    }

    private void nextStep(Page page) {
        click(page.locator(".set-up .btn"));
    }

    @Test
    void takesFewerThanFortyInteractionsAndSpeaksOfNoOtherOffice(Visitors visitors, CapturedOutput log) {
        Matcher link = LINK.matcher(log.getAll());
        assertThat(link.find()).isTrue();
        Page page = visitors.stranger();
        interactions++;
        page.navigate(link.group(1));
        fill(page, "Tên đăng nhập", "quantri");
        fill(page, "Họ và tên", "Lê Quản Trị");
        fill(page, "Mật khẩu mới", Visitors.PASSWORD);
        fill(page, "Gõ lại mật khẩu mới", Visitors.PASSWORD);
        click(page.locator("main button[type=submit]"));
        interactions += 3;
        Visitors.signIn(page, "quantri", Visitors.PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/settings$"));

        nextStep(page);
        interactions++;
        page.locator("#province").selectOption("52");
        button(page, "Điền giúp tôi");
        button(page, "Lưu");
        assertThat(page.locator(".brand-agency")).hasText("UBND tỉnh Gia Lai");

        nextStep(page);
        button(page, "Thêm 135 đơn vị");
        assertThat(page.locator("main")).containsText("Đã thêm 135 đơn vị");

        nextStep(page);
        click(page.locator("form[action$=first-month] button"));
        nextStep(page);
        target(page, "NQ17", "50");
        target(page, "CT60", "60");
        nextStep(page);
        button(page, "Tạo cho các đơn vị đã đánh dấu");
        assertThat(page.locator("main")).containsText("Đã tạo 135 tài khoản");
        // Units may enter, but nobody approves yet.
        click(page.locator(".set-up a[href$='/accounts']"));
        assertThat(page.locator("main")).containsText("Văn phòng chưa có người duyệt");
        System.out.println("Set-up of a province: " + interactions + " interactions");
        assertThat(interactions).isLessThanOrEqualTo(40);

        Page office = reviewer(page, visitors);
        page.navigate("/accounts");
        assertThat(page.locator(".set-up")).hasCount(0);
        office.navigate("/figures");
        String month = office.locator("thead a").last().getAttribute("href");
        office.navigate(month);
        List<Locator> cells = office.locator("tbody tr:not(.group-head)")
                .first()
                .locator("input.figure, td input[type=text]")
                .all();
        assertThat(cells.size()).isGreaterThanOrEqualTo(5);
        List<String> figures = List.of("40", "20", "30", "10", "80");
        for (int i = 0; i < figures.size(); i++) {
            cells.get(i).fill(figures.get(i));
        }
        office.getByText("Lưu số liệu", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(office.locator("main")).containsText("Đã lưu số liệu của 1 đơn vị");

        WordsOfElsewhere search = new WordsOfElsewhere();
        List<String> opened = new ArrayList<>();
        for (Page each : List.of(page, office)) {
            WordsOfElsewhere.Found found = search.from(
                    WordsOfElsewhere.BEGINNINGS,
                    address -> answer(each.request().get(address)));
            opened.addAll(found.opened());
            assertThat(found.wrong()).isEmpty();
        }
        assertThat(opened).hasSizeGreaterThan(60).contains("/reports/2026/report.docx");
    }

    private static WordsOfElsewhere.Answer answer(APIResponse got) {
        return new WordsOfElsewhere.Answer(got.status(), got.headers().getOrDefault("content-type", ""), got.body());
    }

    private void target(Page page, String code, String threshold) {
        button(page, "Thêm chỉ tiêu");
        fill(page, "Ký hiệu", code);
        fill(page, "Nội dung chỉ tiêu", "Hồ sơ trực tuyến trên tổng số hồ sơ");
        interactions++;
        page.locator("#threshold").fill(threshold);
        button(page, "Xem kết luận nào thay đổi");
        button(page, "Lưu");
        assertThat(page.locator("main")).containsText("Đã lưu chỉ tiêu " + code);
    }

    /** The Office's own person, who enters and reads. */
    private static Page reviewer(Page administrator, Visitors visitors) {
        administrator.navigate("/accounts/new");
        administrator.getByLabel("Họ và tên").fill("Trần Văn Phòng");
        administrator.getByLabel("Tên đăng nhập").fill("vanphong");
        administrator.getByLabel("Vai trò").selectOption("REVIEWER");
        administrator
                .locator("main form[action$='/accounts'] button[type=submit]")
                .last()
                .click();
        String link = administrator.locator(".one-time-link").first().innerText();
        Page person = visitors.stranger();
        person.navigate(link);
        person.getByLabel("Mật khẩu mới", new Page.GetByLabelOptions().setExact(true))
                .fill(Visitors.PASSWORD);
        person.getByLabel("Gõ lại mật khẩu mới").fill(Visitors.PASSWORD);
        person.locator("main button[type=submit]").click();
        return Visitors.signIn(person, "vanphong", Visitors.PASSWORD);
    }
}
