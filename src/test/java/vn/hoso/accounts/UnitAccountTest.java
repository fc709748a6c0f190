package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.BrowserWithCookie;
import vn.hoso.ProgramTest;
import vn.hoso.ProgramTest.World;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** Accounts for all units by one press, and their links as sheet and letters. One story in order. */
@ProgramTest(world = World.OWN)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnitAccountTest {

    /** Of the demonstration's 23 units one has an account. */
    private static final int OPEN = 22;

    private static final CurrentUser QUAN_TRI =
            new CurrentUser(1, "quantri", "Lê Quản Trị", Role.ADMINISTRATOR, Set.of());

    @Autowired
    private MockMvc browser;

    @Autowired
    private AccountService accounts;

    @Autowired
    private UnitAccountService unitAccounts;

    @Autowired
    private Users users;

    @Autowired
    private OneTimeLinks links;

    @Autowired
    private UserQueries queries;

    @Autowired
    private UnusedOneTimeLinkQueries unused;

    @Autowired
    private SecondFactorCipher cipher;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionOperations transactions;

    private BrowserWithCookie desk;

    @BeforeEach
    void signIn() throws Exception {
        desk = administrator();
    }

    private BrowserWithCookie administrator() throws Exception {
        CurrentUser user = new Newcomers(accounts).make(Role.ADMINISTRATOR);
        BrowserWithCookie theirs = new BrowserWithCookie(browser);
        theirs.signIn(user.username(), Newcomers.PASSWORD).andExpect(redirectedUrl("/"));
        return theirs;
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }

    /** The page's form as it came, each name with its value; then these changes of it. */
    private static String[] form(Document page, String... changes) {
        List<String> fields = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < changes.length; i += 2) {
            changed.add(changes[i]);
            if (!changes[i + 1].isEmpty()) {
                fields.addAll(List.of(changes[i], changes[i + 1]));
            }
        }
        page.select("section form[method=post] input[name]").stream()
                .filter(field -> !field.attr("type").equals("checkbox") || field.hasAttr("checked"))
                .filter(field -> !changed.contains(field.attr("name")))
                .filter(field -> !field.attr("name").equals("_csrf"))
                .forEach(field -> fields.addAll(List.of(field.attr("name"), field.val())));
        return fields.toArray(String[]::new);
    }

    private long count() {
        return jdbc.sql("select count(*) from app_user").query(Long.class).single();
    }

    @Test
    @Order(1)
    void saysAtItsPlaceWhatCannotBeAcceptedAndKeepsWhatWasTyped() throws Exception {
        Document page = page(desk.open("/accounts/units"));
        assertThat(page.select("[name$=.username]")).hasSize(OPEN);
        assertThat(page.getElementById("u1.username").val()).isEqualTo("tuyphuoc");
        long before = count();

        Document refused = page(desk.post(
                        "/accounts/units",
                        form(page, "u1.username", "Có Dấu", "u1.displayName", "", "u3.username", "vanphong"))
                .andExpect(status().isUnprocessableContent()));
        assertThat(refused.getElementById("u1.username").val()).isEqualTo("Có Dấu");
        assertThat(refused.getElementById("u1.username").attr("aria-invalid")).isEqualTo("true");
        assertThat(refused.getElementById("u1-displayName-problem")).isNotNull();
        assertThat(refused.getElementById("u3-username-problem").text())
                .isEqualTo("Tên đăng nhập này đã có người dùng.");
        assertThat(refused.select(".error-summary a")).hasSize(3);

        Document twice = page(desk.post("/accounts/units", form(page, "u1.username", "chung", "u3.username", "chung"))
                .andExpect(status().isUnprocessableContent()));
        assertThat(twice.getElementById("u3-username-problem")).isNotNull();
        desk.post("/accounts/units", "u1.username", "tuyphuoc", "u1.displayName", "Thị trấn")
                .andExpect(status().isUnprocessableContent());
        assertThat(page(desk.post(
                                        "/accounts/units",
                                        "u987654.username",
                                        "tuyphuoc",
                                        "u987654.displayName",
                                        "Lạ",
                                        "u987654.ticked",
                                        "1")
                                .andExpect(status().isUnprocessableContent()))
                        .select(".error-summary li")
                        .text())
                .contains("không còn trong danh sách");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void refusesWithBothWhereSomebodyElseWasFaster() throws Exception {
        Document page = page(desk.open("/accounts/units"));
        accounts.create(new UserDraft("nguoikhac", "Lê Người Khác", Role.UNIT_STAFF, Set.of(1L)), QUAN_TRI);
        long before = count();

        Document refused = page(desk.post("/accounts/units", form(page, "u3.username", "cuatoi"))
                .andExpect(status().isConflict()));
        assertThat(refused.select(".error-summary li").text())
                .contains("Thị trấn Tuy Phước: Lê Người Khác (nguoikhac)", "Thị trấn Tuy Phước (tuyphuoc)");
        assertThat(refused.getElementById("u3.username").val()).isEqualTo("cuatoi");
        assertThat(refused.getElementById("u1.username")).isNull();
        assertThat(count()).isEqualTo(before);

        desk.post("/accounts/units", form(refused, "u3.ticked", "")).andExpect(redirectedUrl("/accounts/links"));
        assertThat(count()).isEqualTo(before + OPEN - 2);
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'account.created'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(OPEN - 1);
    }

    @Test
    @Order(3)
    void handsTheSameLinksOutAsSheetAndLettersAndKeepsHashesOnly() throws Exception {
        desk.post("/accounts/units", form(page(desk.open("/accounts/units"))))
                .andExpect(redirectedUrl("/accounts/links"));
        Document letters = page(desk.open("/accounts/links/letters").andExpect(status().isOk()));
        assertThat(letters.select("article.letter")).hasSize(1);
        assertThat(letters.select("article").text())
                .contains("ỦY BAN NHÂN DÂN HUYỆN TUY PHƯỚC", "Kính gửi: Xã Phước Thắng", "phuocthang");
        assertThat(letters.select("article svg.qr-code path").attr("d")).startsWith("M");
        String link = letters.select(".account-link").text();

        byte[] file = desk.open("/accounts/links/sheet.xlsx")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("phuocthang");
            assertThat(sheet.getRow(1).getCell(4).getStringCellValue()).isEqualTo(link);
        }
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(token).hasSize(43);
        assertThat(jdbc.sql(
                                "select count(*) from spring_session_attributes where position(:token in encode(attribute_bytes, 'escape')) > 0")
                        .param("token", token)
                        .query(Integer.class)
                        .single())
                .isZero();
        administrator().open("/accounts/links/letters").andExpect(status().isNotFound());
        new BrowserWithCookie(browser)
                .post(
                        link.substring(link.indexOf("/links/")),
                        "password",
                        Newcomers.PASSWORD,
                        "repeated",
                        Newcomers.PASSWORD)
                .andExpect(redirectedUrl("/login?welcome"));
        new BrowserWithCookie(browser).signIn("phuocthang", Newcomers.PASSWORD).andExpect(redirectedUrl("/"));
        desk.open("/accounts/links/letters").andExpect(status().isNotFound());
    }

    @Test
    @Order(4)
    void makesLostLinksAnewAndEndsTheOldOnes() throws Exception {
        Document list = page(desk.open("/accounts/links"));
        assertThat(list.select("tbody tr")).hasSize(OPEN - 1);
        desk.post(
                        "/accounts/links",
                        "all",
                        "all",
                        "latest",
                        list.select("[name=latest]").val())
                .andExpect(redirectedUrl("/accounts/links"));
        Document first = page(desk.open("/accounts/links/letters"));
        assertThat(first.select("article.letter")).hasSize(OPEN - 1);
        String old = first.select(".account-link").first().text();

        Document renewed = page(desk.open("/accounts/links"));
        String ticked = renewed.select("[name=ticked]").first().val();
        desk.post("/accounts/links", "ticked", ticked).andExpect(redirectedUrl("/accounts/links"));
        browserOpens(old, 404);
        // The page that still shows the old link, and the one that means all, come too late: neither changes anything.
        assertThat(page(desk.post("/accounts/links", "ticked", ticked).andExpect(status().isConflict()))
                        .select(".error-summary li"))
                .hasSize(1);
        assertThat(page(desk.post(
                                        "/accounts/links",
                                        "all",
                                        "all",
                                        "latest",
                                        renewed.select("[name=latest]").val())
                                .andExpect(status().isConflict()))
                        .select(".error-summary li"))
                .hasSize(1);
        desk.post("/accounts/links").andExpect(status().isUnprocessableContent());
        // What was made by two presses is handed out together.
        assertThat(page(desk.open("/accounts/links/letters")).select("article.letter"))
                .hasSize(OPEN - 1);
    }

    private void browserOpens(String link, int answer) throws Exception {
        new BrowserWithCookie(browser)
                .open(link.substring(link.indexOf("/links/")))
                .andExpect(status().is(answer));
    }

    @Test
    @Order(5)
    void showsTheAgeOfLinksAndForgetsKeysAfterAnHour() throws Exception {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql(
                        "update one_time_link set created_at = ?, expires_at = ? where id = (select max(id) from one_time_link)")
                .params(now.minusDays(16), now.minusDays(2))
                .update();
        assertThat(page(desk.open("/accounts/links")).select("tbody tr").first().text())
                .contains("16 ngày trước", "Đã hết hạn");

        String key =
                unitAccounts.renew(Set.of(), true, Long.MAX_VALUE, QUAN_TRI).key();
        assertThat(key).isNotNull();
        assertThat(unitAccounts.handedOut(List.of(key))).hasSize(OPEN - 1);
        assertThat(after(59).handedOut(List.of(key))).hasSize(OPEN - 1);
        assertThat(after(60).handedOut(List.of(key))).isEmpty();
    }

    /** Of two that replace a user's link at once the second ends what the first made. */
    @Test
    @Order(6)
    void linksMadeAtOnceLeaveOneThatWorks() throws Exception {
        long user = unused.find().get(0).userId();
        CompletableFuture<Void> other = new CompletableFuture<>();
        transactions.executeWithoutResult(open -> {
            unitAccounts.renew(Set.of(), true, Long.MAX_VALUE, QUAN_TRI);
            Thread pressed = new Thread(() -> {
                try {
                    accounts.newLink(user, QUAN_TRI);
                    other.complete(null);
                } catch (RuntimeException | Error failed) {
                    other.completeExceptionally(failed);
                }
            });
            pressed.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting() > 0);
        });
        other.get(20, TimeUnit.SECONDS);

        assertThat(jdbc.sql(
                                "select count(*) from one_time_link where user_id = ? and used_at is null and expires_at > ?")
                        .params(user, OffsetDateTime.now(clock))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int waiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }

    private UnitAccountService after(int minutes) {
        return new UnitAccountService(
                users, links, queries, unused, cipher, audit, Clock.offset(clock, Duration.ofMinutes(minutes)));
    }

    @ParameterizedTest
    @CsvSource({
        "Xã Phước An, 21985, phuocan",
        "Phường Quy Nhơn Đông, 21583, quynhondong",
        "Phường 1, 26740, phuong1",
        "Đặc khu Côn Đảo, 26732, condao",
        "Xã Ya Ly, 23602, yaly",
        "Phòng Kinh tế, PKT, phongkinhte",
        "Trung tâm Phục vụ hành chính công, TTPVHCC, ttpvhcc",
        "Trung tâm Phục vụ hành chính công, 12, trungtamphucvuhanhchinhcong",
        "Ủ, 7, donviu"
    })
    void proposesNamesThatAreEasyToType(String unit, String code, String proposed) {
        assertThat(UserDraft.proposedUsername(unit, code, false, Set.of())).isEqualTo(proposed);
        assertThat(UserDraft.proposedUsername(unit, code, true, Set.of(proposed)))
                .startsWith(proposed + ".");
    }

    @Test
    void proposesAFreeNameOfAtMost40SignsHoweverManyAreTaken() {
        String unit = "Trung tâm Phục vụ hành chính công liên phường Đông Bắc";
        String first = UserDraft.proposedUsername(unit, "12", true, Set.of());
        assertThat(first).hasSize(40).endsWith(".12");
        assertThat(UserDraft.proposedUsername(unit, "12", true, Set.of(first)))
                .hasSize(40)
                .endsWith(".12-2");
    }
}
