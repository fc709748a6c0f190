package vn.hoso.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** The sheets that offices have, of October 2024, from the upload to the stored figures. All of it is taken back. */
@ProgramTest
@Transactional
class SampleSheetsTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private People people;

    private ImportForm office;

    @BeforeEach
    void signIn() {
        office = new ImportForm(browser, people.as("vanphong"));
    }

    /** Presses the button with one reason for all rows that are unusual, each in its own box; what is stored waits for no end of the transaction. */
    private int apply(String address, Document preview) throws Exception {
        preview.select(".import-reason textarea").val("đúng như sổ theo dõi");
        int status = office.apply(address, preview).getStatus();
        entities.flush();
        entities.clear();
        return status;
    }

    private List<String> stored() {
        return jdbc.sql("""
                        select concat_ws(',', v.code, v.name, '2024-10', full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, online_reported)
                        from monthly_return r join unit_version v on v.unit_id = r.unit_id
                        where r.month = '2024-10-01' order by r.unit_id
                        """).query(String.class).list();
    }

    private static List<String> expected(long units) throws Exception {
        return new String(ImportForm.sample("expected-2024-10.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .limit(units)
                .toList();
    }

    private long revisions() {
        return jdbc.sql("select count(*) from return_revision")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"766-thang-10-2024.xlsx, 23", "phu-luc-4-thang-10-2024.xlsx, 13", "so-lieu-thang-10-2024.csv, 23"})
    void givesExactlyTheExpectedFiguresAndNothingTheSecondTime(String sample, long units) throws Exception {
        String address = office.taken(sample, ImportForm.sample(sample), "");
        Document preview = office.open(address);
        assertThat(preview.select(".error-summary, .notice-warning").text()).isEmpty();
        assertThat(preview.select(".import-rows tbody tr")).hasSize((int) units);
        assertThat(apply(address, preview)).isEqualTo(302);
        assertThat(stored()).isEqualTo(expected(units));
        assertThat(jdbc.sql("select count(*) from return_revision where import_file_id = ? and source = 'IMPORT'")
                        .param(Long.valueOf(address.substring("/imports/".length())))
                        .query(Long.class)
                        .single())
                .isEqualTo(units);

        long before = revisions();
        String again = office.taken(sample, ImportForm.sample(sample), "2024-10");
        Document same = office.open(again);
        assertThat(same.text()).contains("Không có gì thay đổi");
        assertThat(apply(again, same)).isEqualTo(302);
        assertThat(revisions()).isEqualTo(before);
    }

    @Test
    void bringsTheOwnSheetBackWithoutAChange() throws Exception {
        String csv = office.taken("a.csv", ImportForm.sample("so-lieu-thang-10-2024.csv"), "");
        apply(csv, office.open(csv));
        long before = revisions();
        byte[] template = browser.perform(get("/imports/template?month=2024-10").with(people.as("vanphong")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String address = office.taken("mau.xlsx", template, "");
        Document preview = office.open(address);
        assertThat(preview.select(".error-summary").text()).isEmpty();
        assertThat(preview.text()).contains("Không có gì thay đổi");
        apply(address, preview);
        assertThat(revisions()).isEqualTo(before);
    }

    @Test
    void asksOnceAboutAnUnknownSheetAndAnUnknownName() throws Exception {
        byte[] sheet = "Nơi gửi;A;B;C;D;E\nChợ Tuy Phước;5;4;3;2;10\n".getBytes(StandardCharsets.UTF_8);
        String address = office.taken("la.csv", sheet, "2024-10");
        assertThat(office.open(address).select("#headerRow")).hasSize(1);
        office.send(
                address + "/layout",
                "sheet",
                "0",
                "headerRow",
                "1",
                "unitColumn",
                "1",
                "columnOf[fullProcessReceived]",
                "2",
                "columnOf[fullProcessOnline]",
                "3",
                "columnOf[partialReceived]",
                "4",
                "columnOf[partialOnline]",
                "5",
                "columnOf[dossiersReceived]",
                "6");
        Document asking = office.open(address);
        assertThat(asking.select("select#unit0")).hasSize(1);
        office.send(
                address + "/units",
                "unitOf[0]",
                "1",
                "nameOf[0]",
                asking.select("input[name^=nameOf]").val());
        Document preview = office.open(address);
        assertThat(apply(address, preview)).isEqualTo(302);
        assertThat(stored()).containsExactly("21952,Thị trấn Tuy Phước,2024-10,5,4,3,2,10");

        String again = office.taken("la2.csv", sheet, "2024-10");
        assertThat(office.open(again).text()).contains("Không có gì thay đổi");
    }
}
