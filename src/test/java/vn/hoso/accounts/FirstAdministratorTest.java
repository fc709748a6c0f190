package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.BrowserWithCookie;
import vn.hoso.TestDatabase;
import vn.hoso.journey.WordsOfElsewhere;

/** A new office, without the demonstration: no account, no password, one link. One story in order. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(TestDatabase.class)
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstAdministratorTest {

    private static final String PASSWORD = "một câu dài dễ nhớ";

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AccountService accounts;

    @Autowired
    private FirstAdministrator firstStart;

    @Autowired
    private Clock clock;

    @TempDir
    private static Path folder;

    @DynamicPropertySource
    static void keyOutsideTheDatabase(DynamicPropertyRegistry settings) {
        settings.add("hoso.data-dir", folder::toString);
    }

    private int people() {
        return jdbc.sql("select count(*) from app_user").query(Integer.class).single();
    }

    @Test
    @Order(1)
    void knowsNobodyAndNoMadeUpFigure() throws Exception {
        assertThat(people()).isZero();
        assertThat(jdbc.sql("select count(*) from monthly_return")
                        .query(Integer.class)
                        .single())
                .isZero();
        for (String name : new String[] {"quantri", "vanphong", "admin", "root"}) {
            browser.perform(formLogin().user(name).password("Thu-nghiem-2024")).andExpect(unauthenticated());
        }
        assertThat(browser.perform(get("/login")).andReturn().getResponse().getContentAsString())
                .doesNotContain("DỮ LIỆU MINH HỌA", "vanphong");
    }

    @Test
    @Order(2)
    void printsALinkOfWhichOnlyTheLastWorks(CapturedOutput output) throws Exception {
        firstStart.printSetUpLink();
        assertThat(output.toString()).containsPattern("http://localhost:[0-9-]+/links/[A-Za-z0-9_-]{43}");
        String earlier = accounts.setUpToken();
        String token = accounts.setUpToken();
        browser.perform(get("/links/" + earlier)).andExpect(status().isNotFound());
        browser.perform(get("/links/nonsense")).andExpect(status().isNotFound());
        browser.perform(get("/links/" + token)).andExpect(status().isOk());
    }

    @Test
    @Order(3)
    void createsTheFirstAdministratorOnce() throws Exception {
        String token = accounts.setUpToken();
        Document refused = Jsoup.parse(browser.perform(post("/links/" + token)
                        .with(csrf())
                        .param("username", "Người Dùng")
                        .param("displayName", "Lê Thị Quản Trị")
                        .param("password", "ngắn")
                        .param("repeated", "khác"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select(".error-summary li")).hasSize(3);
        assertThat(refused.select("#displayName").val()).isEqualTo("Lê Thị Quản Trị");
        assertThat(refused.select("#password").val()).isEmpty();
        assertThat(people()).isZero();

        browser.perform(post("/links/" + token)
                        .with(csrf())
                        .param("username", "Chu.Nhiem")
                        .param("displayName", "Lê Thị Quản Trị")
                        .param("role", "REVIEWER")
                        .param("password", PASSWORD)
                        .param("repeated", PASSWORD))
                .andExpect(redirectedUrl("/login?welcome"));
        browser.perform(post("/links/" + token).with(csrf())).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select role from app_user where username = 'chu.nhiem'")
                        .query(String.class)
                        .single())
                .isEqualTo("ADMINISTRATOR");
        browser.perform(formLogin().user("chu.nhiem").password(PASSWORD)).andExpect(authenticated());
        browser.perform(formLogin().user("chu.nhiem").password(Normalizer.normalize(PASSWORD, Normalizer.Form.NFD)))
                .andExpect(authenticated());
    }

    /** The administrator's browser, which the steps below share. */
    private static BrowserWithCookie desk;

    @Test
    @Order(4)
    void letsAnAdministratorInOnlyWithAnAuthenticator() throws Exception {
        desk = new BrowserWithCookie(browser);
        desk.signIn("chu.nhiem", PASSWORD).andExpect(redirectedUrl("/"));
        desk.open("/accounts").andExpect(redirectedUrl("/accounts/me/second-factor"));
        desk.post("/accounts", "username", "ai.do").andExpect(redirectedUrl("/accounts/me/second-factor"));
        desk.open("/accounts/me").andExpect(redirectedUrl("/accounts/me/second-factor"));
        desk.post("/accounts/me/second-factor").andExpect(redirectedUrl("/accounts/me/second-factor"));
        String key = Jsoup.parse(desk.open("/accounts/me/second-factor")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select(".one-time-link")
                .text();
        String code = TotpCode.at(new Base32().decode(key.replace(" ", "")), TotpCode.step(clock.instant()));
        Document enrolled =
                Jsoup.parse(desk.post("/accounts/me/second-factor/confirmation", "present", PASSWORD, "code", code)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(enrolled.select(".recovery-codes li")).hasSize(10);
        assertThat(jdbc.sql("select action from audit_event order by sequence desc limit 3")
                        .query(String.class)
                        .list())
                .as("in only with the authenticator")
                .containsExactly("signin.succeeded", "account.second-factor.enrolled", "signin.password");
        desk.open("/dashboard").andExpect(redirectedUrl("/settings"));
        Document begin = Jsoup.parse(desk.open("/settings")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(begin.select(".set-up-steps li").eachText())
                .containsExactly("1. Đơn vị sử dụng", "2. Các đơn vị", "3. Kỳ báo cáo", "4. Chỉ tiêu", "5. Tài khoản");
        assertThat(begin.select(".set-up .btn").attr("href")).isEqualTo("/settings/organisation");
        desk.open("/accounts").andExpect(status().isOk());
        assertThat(folder.resolve("second-factor.key")).isNotEmptyFile();

        BrowserWithCookie elsewhere = new BrowserWithCookie(browser);
        elsewhere.signIn("chu.nhiem", PASSWORD);
        elsewhere.open("/accounts").andExpect(redirectedUrl("/login/code"));
        elsewhere.post("/login/code", "code", code).andExpect(status().isUnprocessableContent());
        String recovery = enrolled.select(".recovery-codes li").first().text();
        elsewhere
                .post("/login/code", "code", recovery.toLowerCase(Locale.ROOT))
                .andExpect(redirectedUrlPattern("**/accounts*"));
        elsewhere.open("/accounts").andExpect(status().isOk());
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(desk.open(address)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    /** Sends a page's form as it stands, with these fields and texts in turn. */
    private void submit(String address, String action, String... fieldsAndTexts) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        ((FormElement) page(address).selectFirst("form[method=post][action=" + action + "]"))
                .formData()
                .forEach(field -> fields.put(field.key(), field.value()));
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            fields.put(fieldsAndTexts[i], fieldsAndTexts[i + 1]);
        }
        desk.post(
                        action,
                        fields.entrySet().stream()
                                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                                .toArray(String[]::new))
                .andExpect(status().is3xxRedirection());
    }

    /** A commune watches its own offices: four usual ones are proposed, a fifth is added. */
    @Test
    @Order(5)
    void setsUpACommuneWithFiveOfficesThatSpeaksOfNoOtherOffice() throws Exception {
        submit("/settings/organisation?province=52&commune=21970", "/settings/organisation");
        String proposed = page("/units/list").select("textarea").text();
        submit("/units/list", "/units/list", "lines", proposed + "\n\tBan Chỉ huy quân sự\t\t", "apply", "true");
        assertThat(jdbc.sql("select name from unit_version").query(String.class).list())
                .contains("Văn phòng HĐND và UBND", "Ban Chỉ huy quân sự")
                .hasSize(5);
        submit("/settings/calendar", "/settings/calendar/first-month", "firstMonth", "11/2026");
        assertThat(page("/settings").select(".brand-agency").text()).isEqualTo("UBND xã Tuy Phước Đông");
        WordsOfElsewhere.Found found = new WordsOfElsewhere().from(WordsOfElsewhere.BEGINNINGS, address -> {
            try {
                MockHttpServletResponse got = desk.open(address).andReturn().getResponse();
                return new WordsOfElsewhere.Answer(
                        got.getStatus(), String.valueOf(got.getContentType()), got.getContentAsByteArray());
            } catch (Exception broken) {
                throw new IllegalStateException(address, broken);
            }
        });
        assertThat(found.opened()).hasSizeGreaterThan(15);
        assertThat(found.wrong()).isEmpty();
    }

    @Test
    @Order(6)
    void handsAPersonALinkWithWhichTheyChooseTheirPassword() throws Exception {
        String unit = jdbc.sql("select min(id) from unit").query(String.class).single();
        String link = (String) desk.post(
                        "/accounts",
                        "username",
                        "dieutri",
                        "displayName",
                        "Phạm Văn Trì",
                        "role",
                        "UNIT_STAFF",
                        "unitIds",
                        unit)
                .andExpect(redirectedUrl("/accounts"))
                .andReturn()
                .getFlashMap()
                .get("link");
        // Units may submit now, and there is nobody to approve: the set-up is not over.
        Document accounts = page("/accounts");
        assertThat(accounts.select(".notice-warning").text()).startsWith("Văn phòng chưa có người duyệt");
        assertThat(accounts.select(".set-up a[href=/accounts]:not(.done)").text())
                .isEqualTo("5. Tài khoản");
        String path = link.replaceFirst("^https?://[^/]+", "");
        browser.perform(formLogin().user("dieutri").password("")).andExpect(unauthenticated());
        browser.perform(post(path).with(csrf()).param("password", PASSWORD).param("repeated", PASSWORD))
                .andExpect(redirectedUrl("/login?welcome"));
        BrowserWithCookie person = new BrowserWithCookie(browser);
        person.signIn("DieuTri", PASSWORD).andExpect(redirectedUrl("/"));
        person.open("/accounts").andExpect(status().isForbidden());
    }

    @Test
    @Order(7)
    void refusesANameThatIsTakenAndStaffWithoutAUnit() throws Exception {
        Document page = Jsoup.parse(
                desk.post("/accounts", "username", "dieutri", "displayName", "Người khác", "role", "UNIT_STAFF")
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(page.select(".error-summary li")).hasSize(2);
        assertThat(page.select("#displayName").val()).isEqualTo("Người khác");
        assertThat(people()).isEqualTo(2);
    }

    /** The only administrator has forgotten the password and lost the telephone: whoever runs the program lets them in. */
    @Test
    @Order(8)
    void letsAnAdministratorInWhomNobodyElseCanHelp(CapturedOutput output) throws Exception {
        int before = output.toString().length();
        started("dieutri");
        started("khong.co");
        assertThat(output.toString().substring(before))
                .doesNotContain("/links/")
                .contains("“dieutri”", "“khong.co”");
        desk.open("/accounts").andExpect(status().isOk());

        started(" chu.nhiem ");

        String path =
                output.toString().replaceFirst("(?s).*http://localhost:[0-9-]+(/links/[A-Za-z0-9_-]{43}).*", "$1");
        desk.open("/accounts").andExpect(redirectedUrl("/login"));
        String other = "câu khác cũng dài và dễ nhớ";
        browser.perform(post(path).with(csrf()).param("password", other).param("repeated", other))
                .andExpect(redirectedUrl("/login?welcome"));
        desk = new BrowserWithCookie(browser);
        desk.signIn("chu.nhiem", other).andExpect(redirectedUrl("/"));
        desk.open("/accounts").andExpect(redirectedUrl("/accounts/me/second-factor"));
        assertThat(jdbc.sql("""
                        select action from audit_event where actor_id is null and subject = 'chu.nhiem' order by sequence
                        """).query(String.class).list())
                .containsExactly("account.second-factor.reset", "account.link");
    }

    private void started(String linkFor) {
        new LockedOutAdministrator(accounts, new MockEnvironment().withProperty("hoso.accounts.link-for", linkFor))
                .printLink();
    }
}
