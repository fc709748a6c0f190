package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.persistence.EntityManager;
import java.text.Normalizer;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.notes.NoteKind;
import vn.hoso.notes.NoteService;
import vn.hoso.notes.UnitNote;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.security.CurrentUser;

/** Notes on a unit's month: written, changed and withdrawn without losing a word, each unit its own. */
@ProgramTest(world = OWN)
class NotesPagesTest {

    private static final long DIEU_TRI = 2;
    private static final String PAGE = "/figures/2022-03/2/notes";

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private UnitNoteQueries notes;

    @Autowired
    private NoteService writing;

    private ResultActions write(String page, String person, String text, String... more) throws Exception {
        var request = post(page)
                .with(people.as(person))
                .with(csrf())
                .param("kind", "EXPLANATION")
                .param("text", text);
        for (int i = 0; i < more.length; i += 2) {
            request.param(more[i], more[i + 1]);
        }
        return browser.perform(request);
    }

    private Document open(String page, String person) throws Exception {
        return Jsoup.parse(browser.perform(get(page).with(people.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private String idOf(String text) {
        return jdbc.sql("select id from unit_note where text = ? limit 1")
                .param(text)
                .query(String.class)
                .single();
    }

    private int versions(String month) {
        return jdbc.sql("select count(*) from unit_note where month = cast(? as date)")
                .param(month + "-01")
                .query(Integer.class)
                .single();
    }

    @Test
    void aNoteStandsBesideTheFigureWhereverItIsShown() throws Exception {
        String words = "Mất điện hai ngày,\nhồ sơ nhận giấy";
        write("/figures/2022-01/2/notes", "dieutri", Normalizer.normalize(words, Normalizer.Form.NFD) + " \r\n")
                .andExpect(redirectedUrl("/figures/2022-01/2/notes"));

        assertThat(notes.ofYear(DIEU_TRI, 2022).stream().map(UnitNote::text)).contains(words);
        for (String reader : List.of("dieutri", "vanphong", "lanhdao", "vanthu")) {
            assertThat(open("/figures/2022-01/2/notes", reader)
                            .select(".unit-note-words")
                            .text())
                    .contains("Mất điện hai ngày");
        }
        assertThat(open("/figures/2022-01", "dieutri").select(".note-count").attr("aria-label"))
                .isEqualTo("Thị trấn Diêu Trì: 1 ghi chú");
        assertThat(open("/trace/returns/2/2022-01", "lanhdao")
                        .select(".unit-note-words")
                        .text())
                .contains("hồ sơ nhận giấy");
        write("/figures/2024-01/2/notes", "vanphong", "Đợt cao điểm đất đai").andExpect(status().isFound());
        assertThat(open("/dashboard/units/2?year=2024", "lanhdao")
                        .select("#unit-notes-title ~ .past")
                        .text())
                .contains("Tháng 01/2024", "Đợt cao điểm đất đai");
    }

    @Test
    void changingAndWithdrawingKeepTheOldWordsInSight() throws Exception {
        write(PAGE, "dieutri", "Lời thứ nhất").andExpect(status().isFound());
        String id = idOf("Lời thứ nhất");
        write(PAGE, "dieutri", "Lời thứ hai", "note", id, "seen", "1").andExpect(status().isFound());
        Document changed = open(PAGE, "lanhdao");
        assertThat(changed.select("#note-" + id + " > .unit-note-text .unit-note-words")
                        .text())
                .isEqualTo("Lời thứ hai");
        assertThat(changed.select("#note-" + id + " .unit-note-earlier").text()).contains("Lời thứ nhất");
        assertThat(changed.select("form[method=post][action*=notes]")).isEmpty();

        browser.perform(post(PAGE + "/" + id + "/withdrawal")
                        .with(people.as("dieutri"))
                        .with(csrf())
                        .param("seen", "2"))
                .andExpect(redirectedUrl(PAGE));
        assertThat(open(PAGE, "lanhdao").select("#note-" + id).text())
                .contains("đã rút", "Lời thứ hai", "Lời thứ nhất");
        assertThat(notes.ofYear(DIEU_TRI, 2022).stream().map(UnitNote::text)).doesNotContain("Lời thứ hai");
        assertThat(jdbc.sql("""
                        select action from audit_event where action like 'note.%' and month = '2022-03-01' order by sequence
                        """).query(String.class).list())
                .containsExactly("note.written", "note.changed", "note.withdrawn");
        assertThatThrownBy(() -> jdbc.sql("update unit_note set text = 'khác' where id = " + id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () -> jdbc.sql("delete from unit_note where id = " + id).update())
                .isInstanceOf(DataAccessException.class);
    }

    /** Who acted in whose place stays with the words, as with returns. */
    @Test
    @Transactional
    void aNoteSaysThatSomebodyStoodIn() {
        CurrentUser own = people.staff();
        CurrentUser standIn = new CurrentUser(
                own.id(), own.username(), own.displayName(), own.role(), Set.of(2L, 3L), Set.of(3L), false);
        for (long unit : List.of(2L, 3L)) {
            writing.write(
                    new UnitNote.Place(YearMonth.of(2022, 5), unit),
                    new UnitNote.Draft(NoteKind.OTHER, "Mất điện", false),
                    standIn);
        }

        entities.flush();
        assertThat(jdbc.sql("select written_by_name from unit_note where month = '2022-05-01' order by unit_id")
                        .query(String.class)
                        .list())
                .containsExactly(own.displayName(), own.displayName() + " (làm thay)");
    }

    @Test
    void aSecondWriterSeesTheFirstOnesWordsAndKeepsTheirOwn() throws Exception {
        String page = "/figures/2022-04/2/notes";
        write(page, "dieutri", "Của đơn vị").andExpect(status().isFound());
        String id = idOf("Của đơn vị");
        write(page, "vanphong", "Văn phòng sửa", "note", id, "seen", "1").andExpect(status().isFound());

        Document refused = Jsoup.parse(write(page, "dieutri", "Đơn vị sửa", "note", id, "seen", "1")
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select(".error-summary").text()).contains("Văn phòng sửa");
        assertThat(refused.select("#text").text()).isEqualTo("Đơn vị sửa");
        assertThat(refused.select("[name=seen]").last().val()).isEqualTo("2");
        assertThat(versions("2022-04")).isEqualTo(2);
    }

    @Test
    void refusesWhatCannotBeKeptAndKeepsTheTypedText() throws Exception {
        String page = "/figures/2022-06/2/notes";
        for (String wrong : List.of("", " \u00a0\n", "x".repeat(5001), "a\u0007b")) {
            Document refused = Jsoup.parse(write(page, "dieutri", wrong)
                    .andExpect(status().isUnprocessableContent())
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            assertThat(refused.select("#text-problem").text()).startsWith("Chưa lưu");
        }
        assertThat(versions("2022-06")).isZero();
        write(page, "dieutri", "x".repeat(5000)).andExpect(status().isFound());
    }

    @Test
    void anotherUnitsNotesAreNotThereAndReadersWriteNone() throws Exception {
        write("/figures/2022-07/3/notes", "vanphong", "Của Phước Thắng").andExpect(status().isFound());
        browser.perform(get("/figures/2022-07/3/notes").with(people.as("dieutri")))
                .andExpect(status().isNotFound());
        write("/figures/2022-07/3/notes", "dieutri", "Lạ").andExpect(status().isNotFound());
        write("/figures/2022-07/2/notes", "dieutri", "Lạ", "note", idOf("Của Phước Thắng"), "seen", "1")
                .andExpect(status().isNotFound());
        for (String reader : List.of("lanhdao", "vanthu", "quantri")) {
            write("/figures/2022-07/2/notes", reader, "Lạ").andExpect(status().isForbidden());
        }
        assertThat(versions("2022-07")).isEqualTo(1);
    }

    @Test
    void offersToTheReportWhatItsAuthorsOffer() throws Exception {
        write("/figures/2021-05/3/notes", "vanphong", "Cho báo cáo", "forReport", "true")
                .andExpect(status().isFound());
        write("/figures/2021-04/2/notes", "dieutri", "Cũng cho báo cáo", "forReport", "true")
                .andExpect(status().isFound());
        write("/figures/2021-04/2/notes", "dieutri", "Chỉ nội bộ").andExpect(status().isFound());

        assertThat(notes.explained(2021).stream().map(UnitNoteQueries.Explained::text))
                .containsExactly("Cũng cho báo cáo", "Cho báo cáo");
        assertThat(notes.explained(2021).get(0).unit()).isEqualTo("Thị trấn Diêu Trì");
    }

    @Test
    void theSamePressTenTimesIsOneNote() throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(5);
        try {
            Callable<Integer> press = () -> write("/figures/2022-08/2/notes", "dieutri", "Bấm nhiều lần")
                    .andReturn()
                    .getResponse()
                    .getStatus();
            for (Future<Integer> each :
                    desks.invokeAll(List.of(press, press, press, press, press, press, press, press, press, press))) {
                assertThat(each.get()).isEqualTo(302);
            }
        } finally {
            desks.shutdownNow();
        }
        assertThat(versions("2022-08")).isEqualTo(1);
    }
}
