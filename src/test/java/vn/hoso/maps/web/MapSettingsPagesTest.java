package vn.hoso.maps.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** Maps brought, kept and removed; what they store is taken back. */
@ProgramTest
@Transactional
class MapSettingsPagesTest {

    private static final String SQUARE = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ten":"\\u0000\\ud800<b>","ma":"21955"},
            "geometry":{"type":"Polygon","coordinates":[[[109,13],[110,13],[110,14],[109,14],[109,13]]]}},
            {"type":"Feature","properties":{"ma":"<i>\\u0000\\ud800"},
            "geometry":{"type":"Polygon","coordinates":[[[109,13],[110,13],[110,14],[109,14],[109,13]]]}}]}
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private MockHttpServletResponse bring(String file, String... fields) throws Exception {
        var request = multipart("/settings/map")
                .file(new MockMultipartFile(
                        "file", "a.geojson", "application/json", file.getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request.with(people.as("quantri")).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(people.as("quantri")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private int send(String address, String... fields) throws Exception {
        var request = post(address);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request.with(people.as("quantri")).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private long count() {
        return jdbc.sql("select count(*) from unit_map").query(Long.class).single();
    }

    @Test
    void aMapIsLookedAtKeptDrawnFromItsDayAndRemoved() throws Exception {
        MockHttpServletResponse brought = bring(SQUARE, "from", "2024-06-15", "attribution", "Nguồn: <b>Sở</b>");
        assertThat(brought.getStatus()).isEqualTo(302);
        String address = Objects.requireNonNull(brought.getRedirectedUrl());
        Document preview = page(address);
        assertThat(preview.select(".district-map path")).hasSize(1);
        assertThat(preview.select(".district-map title").text()).isEqualTo("21955 Thị trấn Diêu Trì");
        assertThat(preview.select("main").text())
                .contains("1/23 đơn vị có ranh giới", "“ma”", "1 hình, mã: <i>", "Nguồn: <b>Sở</b>");
        assertThat(page("/dashboard/map?year=2024").select(".district-map a")).hasSize(13);

        assertThat(send(address + "/keeping", "version", "0")).isEqualTo(302);
        assertThat(send(address + "/keeping", "version", "0")).isEqualTo(409);
        assertThat(page("/dashboard/map?year=2024").select(".district-map a")).hasSize(1);
        assertThat(page("/dashboard/map?year=2024").select(".hint").text()).contains("Nguồn: <b>Sở</b>");
        assertThat(page("/dashboard/map?year=2024&span=MONTH&month=5").select(".district-map a"))
                .hasSize(13);
        assertThat(bring(SQUARE, "from", "2024-06-15", "attribution", "Khác").getStatus())
                .isEqualTo(422);

        assertThat(send(address + "/removal", "version", "1")).isEqualTo(422);
        assertThat(send(address + "/removal", "version", "0", "sure", "true")).isEqualTo(409);
        assertThat(send(address + "/removal", "version", "1", "sure", "true")).isEqualTo(302);
        assertThat(send(address + "/removal", "version", "1", "sure", "true")).isEqualTo(404);
        // The trail is written when everything else of a transaction is.
        TransactionSynchronizationUtils.triggerBeforeCommit(false);
        assertThat(jdbc.sql("select action from audit_event where action like 'map.%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("map.kept", "map.removed");
    }

    @Test
    void aPeriodBeforeEveryMapHasNoneButItsTable() throws Exception {
        jdbc.sql("update unit_map set valid_from = valid_from + interval '20 years'")
                .update();
        Document page = page("/dashboard/map?year=2024");
        assertThat(page.select(".district-map")).isEmpty();
        assertThat(page.select("main").text()).contains("Chưa có ranh giới của các đơn vị này");
        assertThat(page.select(".heat-tile")).isNotEmpty();
    }

    @Test
    void theDemonstrationSaysWhatBecameOfTheThirteen() throws Exception {
        assertThat(page("/settings/map").select("tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("01/01/2021", "13/23 đơn vị"),
                        second -> assertThat(second).contains("01/07/2025", "13 xã, thị trấn sắp xếp thành 4 xã"));
    }

    @Test
    void whatCannotBeTakenIsToldAtItsFieldAndNothingIsStored() throws Exception {
        long before = count();
        MockHttpServletResponse broken = bring(SQUARE.substring(0, 90), "from", "2024-06-15", "attribution", "Nguồn");
        assertThat(broken.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(broken.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("#file-problem").text()).contains("không phải JSON hoàn chỉnh");
        assertThat(page.select("#attribution").val()).isEqualTo("Nguồn");
        for (String[] fields : new String[][] {
            {"from", "2024-06-15", "attribution", " "},
            {"from", "2024-06-15", "attribution", "x".repeat(301)},
            {"from", "2024-06-15", "attribution", "x", "property", "khong-co"},
            {"from", "2024-06-15", "attribution", "x", "property", "y".repeat(101)},
            {"from", "2024-06-15", "attribution", "x", "licence", "y".repeat(4001)},
            {"from", "0001-01-01", "attribution", "x"},
            {"from", "+999999999-12-31", "attribution", "x"},
            {"from", "hôm nay", "attribution", "x"},
            {"attribution", "x"},
            {},
        }) {
            MockHttpServletResponse refused = bring(SQUARE, fields);
            assertThat(refused.getStatus()).as(String.join(" ", fields)).isEqualTo(422);
            assertThat(Jsoup.parse(refused.getContentAsString(StandardCharsets.UTF_8))
                            .select(".field-error"))
                    .as(String.join(" ", fields))
                    .isNotEmpty();
        }
        assertThat(send("/settings/map", "from", "2024-06-15", "attribution", "x"))
                .isEqualTo(422);
        assertThat(count()).isEqualTo(before);
    }
}
