package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** The page on which a year's published totals are entered; what it stores is taken back. */
@ProgramTest
@Transactional
class PublishedYearPagesTest {

    private static final String PAGE = "/settings/published";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private EntityManager entities;

    private static Map<String, String> of2022(String... over) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "year", "2022",
                "fullProcessReceived", "11.212",
                "fullProcessOnline", "10682",
                "partialReceived", "14 874",
                "partialOnline", "11.602",
                "dossiersReceived", "48.254",
                "onlineReported", "22.574",
                "source", "Báo cáo năm 2022",
                "firstDay", "2022-01-01",
                "lastDay", "2022-12-31"));
        for (int i = 0; i < over.length; i += 2) {
            fields.put(over[i], over[i + 1]);
        }
        return fields;
    }

    private MockHttpServletResponse send(Map<String, String> fields) throws Exception {
        var request = post(PAGE).with(people.as("quantri")).with(csrf());
        fields.forEach(request::param);
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        entities.flush();
        return answer;
    }

    private String problem(String field, String... over) throws Exception {
        MockHttpServletResponse refused = send(of2022(over));
        assertThat(refused.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(refused.getContentAsString());
        assertThat(page.select("#source").val()).isEqualTo("Báo cáo năm 2022");
        return page.select("#" + field + "-problem").text();
    }

    @Test
    void entersAYearAndShowsItsResults() throws Exception {
        assertThat(send(of2022()).getStatus()).isEqualTo(302);
        String dashboard = Jsoup.parse(
                        mvc.perform(get("/dashboard/details?year=2022").with(people.as("lanhdao")))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .text();
        assertThat(dashboard).contains("22.574/48.254", "46,78%", "Báo cáo năm 2022");
        // Who saw no totals of that year is told of those that are there now.
        MockHttpServletResponse late = send(of2022("onlineReported", "22.575"));
        assertThat(late.getStatus()).isEqualTo(409);
        Document told = Jsoup.parse(late.getContentAsString());
        assertThat(told.select(".error-summary").text()).contains("22.574/48.254");
        assertThat(told.select("#onlineReported").val()).isEqualTo("22.575");
        assertThat(send(of2022(
                                "onlineReported",
                                "22.575",
                                "seen",
                                told.select("[name=seen]").val()))
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void takesAYearBackFromWhoSawItAsItIs() throws Exception {
        assertThat(send(of2022()).getStatus()).isEqualTo(302);
        String seen = Jsoup.parse(mvc.perform(get("/settings/published").with(people.as("quantri")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("form[action$=withdrawal]:has([name=year][value=2022]) [name=seen]")
                .val();
        assertThat(withdraw("2022", String.valueOf(Integer.parseInt(seen) + 1))).isEqualTo(409);
        assertThat(withdraw("2022", seen)).isEqualTo(302);
        assertThat(withdraw("2022", seen)).isEqualTo(409);
        assertThat(withdraw("0", seen)).isEqualTo(409);
        assertThat(mvc.perform(get("/dashboard/details?year=2022").with(people.as("lanhdao")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("Báo cáo năm 2022");
    }

    private int withdraw(String year, String seen) throws Exception {
        return mvc.perform(post("/settings/published/withdrawal")
                        .with(people.as("quantri"))
                        .with(csrf())
                        .param("year", year)
                        .param("seen", seen))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void refusesWhatTheTableRefuses() throws Exception {
        assertThat(problem("fullProcessOnline", "fullProcessOnline", "11213")).startsWith("Số trực tuyến");
        assertThat(problem("partialOnline", "partialOnline", "14875")).startsWith("Số trực tuyến");
        assertThat(problem("dossiersReceived", "dossiersReceived", "26085")).startsWith("Tổng số hồ sơ không được");
        assertThat(problem("onlineReported", "onlineReported", "48255")).startsWith("Số trực tuyến");
        assertThat(problem("onlineReported", "onlineReported", "10.68")).startsWith("Hãy nhập số hồ sơ");
        assertThat(problem("lastDay", "lastDay", "2021-12-31")).startsWith("Ngày cuối");
        assertThat(problem("firstDay", "firstDay", "31/02/2022")).startsWith("Hãy nhập ngày");
        assertThat(problem("firstDay", "firstDay", "2021-12-14")).startsWith("Hãy nhập ngày thuộc năm đó");
        assertThat(problem("lastDay", "lastDay", "2023-01-01")).startsWith("Hãy nhập ngày thuộc năm đó");
        assertThat(problem("year", "year", "2099")).startsWith("Hãy nhập năm");
        assertThat(send(of2022("source", " ")).getStatus()).isEqualTo(422);
    }
}
