package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.BrowserWithCookie;
import vn.hoso.ProgramTest;
import vn.hoso.shared.Formats;

/** The whole way of a month where no script runs: every step is a form as its page has it, sent by its button. */
@ProgramTest(world = OWN)
class PlainFormsTest {

    private static final String MONTH = "/figures/2022-02";
    private static final String UNIT = "Thị trấn Diêu Trì";

    @Autowired
    private MockMvc browser;

    /** Somebody signed in, in front of a page: what is typed stands in its fields until a button sends them. */
    private static final class Desk {

        private final BrowserWithCookie browser;
        private Document page = new Document("");

        Desk(MockMvc program, String username) throws Exception {
            browser = new BrowserWithCookie(program);
            assertThat(browser.signIn(username, "Thu-nghiem-2024")
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(302);
        }

        void open(String address) throws Exception {
            show(browser.open(address).andReturn().getResponse());
        }

        private void show(MockHttpServletResponse answer) throws Exception {
            if (answer.getStatus() == 302) {
                open(Objects.requireNonNull(answer.getRedirectedUrl()));
            } else {
                page = Jsoup.parse(answer.getContentAsString());
            }
        }

        Element one(String css) {
            return page.expectFirst(css);
        }

        /** The field or button that is called so, by itself or by its label. */
        Element called(String name) {
            for (Element label : page.select("label")) {
                if (label.text().contains(name)) {
                    return label.hasAttr("for")
                            ? Objects.requireNonNull(page.getElementById(label.attr("for")))
                            : label.expectFirst("input, textarea, select");
                }
            }
            return page.select("[aria-label]").stream()
                    .filter(each -> each.attr("aria-label").contains(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing is called " + name));
        }

        void press(String text) throws Exception {
            press(page.select("main button").stream()
                    .filter(each -> each.text().contains(text))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button " + text + " on " + page.title())));
        }

        /** Sends the button's form with what stands in its fields, and goes where the answer leads. */
        void press(Element button) throws Exception {
            Element form = button.hasAttr("form")
                    ? Objects.requireNonNull(page.getElementById(button.attr("form")))
                    : Objects.requireNonNull(button.closest("form"));
            assertThat(form.attr("method")).isEqualToIgnoringCase("post");
            List<String> sent = new ArrayList<>();
            for (Element field : page.select("input[name], textarea[name], select[name]")) {
                boolean here =
                        field.hasAttr("form") ? field.attr("form").equals(form.id()) : field.closest("form") == form;
                boolean off = field.is("[type=checkbox], [type=radio]") && !field.hasAttr("checked");
                if (here && !off && !field.hasAttr("disabled") && !field.is("[type=submit], [name=_csrf]")) {
                    sent.add(field.attr("name"));
                    sent.add(value(field));
                }
            }
            if (button.hasAttr("name")) {
                sent.add(button.attr("name"));
                sent.add(button.val());
            }
            String to = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
            show(browser.post(to, sent.toArray(String[]::new)).andReturn().getResponse());
        }

        private static String value(Element field) {
            if (field.is("select")) {
                Element chosen = field.selectFirst("option[selected]");
                return chosen == null ? field.expectFirst("option").val() : chosen.val();
            }
            return field.is("textarea") ? field.wholeText() : field.val();
        }

        String done() {
            return one(".notice-ok").text();
        }

        void type(String... figures) {
            String[] fields = {
                "fullProcessReceived", "fullProcessOnline", "partialReceived", "partialOnline", "dossiersReceived"
            };
            for (int at = 0; at < figures.length; at++) {
                one("#u2-" + fields[at]).val(figures[at]);
            }
        }
    }

    @Test
    void goesFromEntryToLockAndOpensAgain() throws Exception {
        Desk staff = new Desk(browser, "dieutri");
        staff.open(MONTH);
        staff.type("75", "74", "98", "91", "251");
        staff.press(staff.called("Lưu hàng " + UNIT));
        assertThat(staff.done()).isEqualTo("Đã lưu số liệu của 1 đơn vị.");
        staff.press("Nộp số liệu của " + UNIT);
        assertThat(staff.done()).contains("Đã nộp số liệu của 1 đơn vị (");

        Desk office = new Desk(browser, "vanphong");
        office.open(MONTH + "/review");
        office.one("#r2-remark").val("Xem lại tổng số");
        office.one("#r2-dossiersReceived").val("sổ ghi 261");
        office.press("Trả lại " + UNIT);
        assertThat(office.done()).contains("Đã trả lại số liệu của Thị trấn Diêu Trì (");

        staff.open(MONTH);
        assertThat(staff.one(".notice-warning").text()).contains("Xem lại tổng số");
        assertThat(staff.one("td:has(#u2-dossiersReceived)").text()).contains("Cần xem lại: sổ ghi 261");
        staff.type("75", "74", "98", "91", "261");
        staff.press("Lưu số liệu");
        staff.press("Nộp số liệu của " + UNIT);
        assertThat(staff.one("[role=alert]").text()).contains("hãy trả lời từng ý kiến của Văn phòng");
        staff.called("Xem lại tổng số").val("Đã đếm lại theo sổ");
        staff.called("sổ ghi 261").val("Đã sửa thành 261");
        staff.press("Nộp số liệu của " + UNIT);
        assertThat(staff.done()).contains("Đã nộp số liệu của 1 đơn vị (");

        office.open(MONTH + "/review");
        assertThat(office.page.select("table").text()).contains("Tổng số hồ sơ: lần trước 251, nay 261");
        office.called("Duyệt " + UNIT).attr("checked", "");
        office.press("Duyệt các đơn vị đã chọn");
        assertThat(office.done()).contains("Đã duyệt số liệu của 1 đơn vị (");
        office.one("#lock-missing").attr("checked", "");
        office.press("Chốt tháng");
        assertThat(office.done()).contains("còn 22 đơn vị chưa nộp. Từ nay không ai nhập");

        staff.open(MONTH);
        assertThat(staff.one(".facts-line").text()).contains("Tháng đã chốt");
        assertThat(staff.page.select("main input[type=text]")).isEmpty();

        LocalDate today = LocalDate.now(Formats.ZONE);
        office.one("#reason").val("Chỉnh lý số liệu theo văn bản của xã");
        office.one("#until").val(today.toString());
        office.press("Mở lại tháng");
        assertThat(office.done()).contains("đến hết ngày " + Formats.date(today) + " (");
        staff.open(MONTH);
        assertThat(staff.one(".facts-line").text()).contains("Chỉnh lý số liệu theo văn bản của xã");
    }

    @Test
    void keepsTheOtherRowsTypedWhenOneIsSaved() throws Exception {
        Desk office = new Desk(browser, "vanphong");
        office.open("/figures/2022-08");
        office.one("#u1-dossiersReceived").val("111");
        office.one("#u2-dossiersReceived").val("22.2");
        office.press(office.called("Lưu hàng Thị trấn Tuy Phước"));
        assertThat(office.done()).contains("Đã lưu số liệu của 1 đơn vị.");
        assertThat(office.one("#u2-dossiersReceived").val()).isEqualTo("22.2");
        assertThat(office.one("#row-2").hasClass("is-unsaved")).isTrue();
        assertThat(office.one("#row-1").hasClass("is-unsaved")).isFalse();
    }
}
