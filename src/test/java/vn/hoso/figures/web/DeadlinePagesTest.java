package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.YearMonth;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;

/** The page on which the deadline is set; what it stores is taken back. */
@ProgramTest
@Transactional
class DeadlinePagesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private EntryWindows windows;

    private MockHttpServletResponse send(String from, String day, String seen) throws Exception {
        return mvc.perform(post("/settings/deadlines")
                        .with(people.as("quantri"))
                        .with(csrf())
                        .param("from", from)
                        .param("day", day)
                        .param("seen", seen))
                .andReturn()
                .getResponse();
    }

    @Test
    void setsTheDayOfAMonthToCome() throws Exception {
        YearMonth next = windows.today().current().plusMonths(1);
        assertThat(send(next.toString(), "10", "1").getStatus()).isEqualTo(302);
        String page = Jsoup.parse(mvc.perform(get("/settings/deadlines").with(people.as("quantri")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("tbody")
                .text();
        assertThat(page).startsWith(Formats.month(next) + " 10 Lê Quản Trị").contains("Chương trình");
        for (String address : List.of("/settings/deadlines", "/settings/calendar", "/settings/organisation")) {
            assertThat(Jsoup.parse(mvc.perform(get(address)
                                            .with(people.as("quantri"))
                                            .cookie(new Cookie("hoso_language", "en")))
                                    .andReturn()
                                    .getResponse()
                                    .getContentAsString())
                            .select("main tbody")
                            .text())
                    .contains("The program")
                    .doesNotContain("Chương trình");
        }
    }

    @Test
    void tellsWhatCannotBeSetAndWhoWasFaster() throws Exception {
        YearMonth now = windows.today().current();
        MockHttpServletResponse over = send(now.minusMonths(1).toString(), "10", "1");
        assertThat(over.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(over.getContentAsString())
                        .select("#from-problem")
                        .text())
                .startsWith("Chỉ đổi được hạn từ tháng này");
        MockHttpServletResponse late = send(now.toString(), "29", "1");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("Hãy nhập ngày từ 1 đến 28.");
        assertThat(send("2024", "10", "1").getStatus()).isEqualTo(422);
        assertThat(send(now.toString(), "10", "7").getStatus()).isEqualTo(409);
    }
}
