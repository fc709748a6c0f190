package vn.hoso.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** The button makes a package behind the page's back, which shows it and hands it out; one at a time. */
@ProgramTest(world = OWN)
class BackupPageTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Backups backups;

    @Autowired
    private BackupService service;

    @Autowired
    private BackupRuns runs;

    @Autowired
    private Clock clock;

    private Document page() throws Exception {
        return Jsoup.parse(browser.perform(get("/backups").with(people.as("quantri")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private void press(String address, int answer) throws Exception {
        browser.perform(post(address).with(people.as("quantri")).with(csrf())).andExpect(status().is(answer));
    }

    private void awaitTheEnd() throws Exception {
        for (int i = 0; i < 600 && page().select("progress").size() > 0; i++) {
            Thread.sleep(100);
        }
    }

    private String failureOfTheKilled() {
        return jdbc.sql("select failure from backup_run where file = 'killed.zip'")
                .query(String.class)
                .single();
    }

    @Test
    void aPackageIsMadeShownAndHandedOut() throws Exception {
        assertThat(page().text())
                .contains(
                        "Chưa có bản sao lưu nào.",
                        "Hãy bấm “Sao lưu ngay” để có gói đầu tiên.",
                        "Chưa có nơi lưu thứ hai")
                .doesNotContain("Đã quá 48 giờ");
        press("/backups/drill", 409);
        press("/backups", 302);
        awaitTheEnd();
        Document made = page();
        assertThat(made.select("tbody tr")).hasSize(1);
        assertThat(made.select("tbody tr").text()).contains("Lê Quản Trị", "đã đọc lại");
        assertThat(made.text()).contains("Bản sao lưu gần nhất đã kiểm chứng", "(chưa đầy 1 giờ trước)");
        String link = made.select("tbody a").attr("href");
        byte[] taken = browser.perform(get(link).with(people.as("quantri")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Path copy = Files.createTempFile("taken", ".zip");
        Files.write(copy, taken);
        assertThat(PackageFile.open(copy).manifest().organisation()).isEqualTo("Tuy Phước");
        List<String> told = jdbc.sql("select action from audit_event where action like 'backup.%' order by sequence")
                .query(String.class)
                .list();
        assertThat(told.subList(told.size() - 3, told.size()))
                .isEqualTo(List.of("backup.asked", "backup.made", "backup.taken"));
        Files.delete(Path.of(
                "target",
                "backups",
                jdbc.sql("select file from backup_run").query(String.class).single()));
        assertThat(page().select("tbody a")).isEmpty();
        browser.perform(get(link).with(people.as("quantri"))).andExpect(status().isNotFound());
    }

    /** A copy of the program that was killed over it leaves a run that nobody works on. */
    @Test
    void whoWorksKeepsOthersOutUntilNothingIsHeardOfThem() throws Exception {
        jdbc.sql("""
                        insert into backup_run (kind, file, started_at, beat_at)
                        values ('BACKUP', 'killed.zip', now() - interval '1 hour', now())
                        """).update();
        press("/backups", 409);
        assertThat(page().select("progress")).hasSize(1);
        assertThat(page().select("form[action$=/backups]")).isEmpty();
        jdbc.sql("update backup_run set beat_at = now() - interval '3 minutes' where file = 'killed.zip'")
                .update();
        // Nobody has to wait for the next one to be told that this one is over.
        assertThat(page().select("progress")).isEmpty();
        assertThat(page().select("form[action$=/backups]")).hasSize(1);
        assertThat(page().select("tbody tr").text()).contains("dừng giữa chừng");
        press("/backups", 302);
        assertThat(failureOfTheKilled()).contains("dừng giữa chừng");
        awaitTheEnd();
        jdbc.sql("delete from backup_run").update();
    }

    /** What a clock that ran ahead has noted keeps nobody from making packages once it is right, nor from hearing that none is made. */
    @Test
    void runsOfAYearStillToComeAreNotWaitedFor() throws Exception {
        jdbc.sql("delete from backup_run").update();
        jdbc.sql("""
                        insert into backup_run (kind, file, started_at, beat_at, finished_at, bytes, row_count)
                        select kind, file, at, at, at, 1, 1
                        from (values ('BACKUP', 'sao-luu-a.zip'), ('DRILL', 'sao-luu-a.zip')) run (kind, file),
                            (select now() + interval '1 year') ahead (at)
                        """).update();
        jdbc.sql("""
                        insert into backup_run (kind, file, started_at, beat_at)
                        values ('BACKUP', 'killed.zip', now() + interval '1 year', now() + interval '1 year')
                        """).update();
        assertThat(page().select("progress")).isEmpty();
        assertThat(backups.state().proven()).isNull();
        assertThat(backups.state().drilled()).isNull();

        BackupSchedule schedule = new BackupSchedule(
                service,
                runs,
                new BackupProperties(true, "target/backups", "", LocalTime.of(2, 30), 14, Duration.ofDays(30)),
                clock);
        schedule.look();

        assertThat(failureOfTheKilled()).contains("dừng giữa chừng");
        awaitTheEnd();
        assertThat(backups.state().proven()).isBeforeOrEqualTo(backups.state().asOf());
        schedule.look();
        assertThat(jdbc.sql("select count(*) from backup_run where kind = 'BACKUP' and bytes is not null")
                        .query(Integer.class)
                        .single())
                .as("one package a day")
                .isEqualTo(2);
        awaitTheEnd();
        jdbc.sql("delete from backup_run").update();
    }

    /** A restore brings no list of packages with it; they lie there all the same, and with them what was replaced. */
    @Test
    @Transactional
    void packagesThatNoRunTellsOfAreNamedAndCanBeRestored() throws Exception {
        jdbc.sql("delete from backup_run").update();
        Path folder = Files.createDirectories(Path.of("target", "backups"));
        Path kept = Files.write(folder.resolve("truoc-khi-khoi-phuc-20261201-015243.zip"), new byte[398_086]);
        Path nightly = Files.write(folder.resolve("sao-luu-20261130-023000.zip"), new byte[1]);
        try {
            Files.setLastModifiedTime(nightly, FileTime.from(Instant.parse("2035-11-30T02:30:00Z")));
            Files.setLastModifiedTime(kept, FileTime.from(Instant.parse("2035-12-01T01:52:43Z")));
            Document page = page();
            assertThat(page.select(".backup-others li").first().text())
                    .isEqualTo("truoc-khi-khoi-phuc-20261201-015243.zip: 08:52 ngày 01/12/2035, 0,4 MB");
            // What was replaced is there for whoever restored by mistake; the command is about the latest nightly one.
            assertThat(page.select("code.one-time-link").text())
                    .startsWith("java -jar ho-so-truc-tuyen.jar --hoso.command=restore --hoso.data-dir=/")
                    .endsWith("/sao-luu-20261130-023000.zip");

            jdbc.sql("""
                            insert into backup_run (kind, file, started_at, beat_at, finished_at, bytes, row_count)
                            values ('BACKUP', 'truoc-khi-khoi-phuc-20261201-015243.zip', now(), now(), now(), 1, 1)
                            """).update();
            assertThat(page().select(".backup-others").text()).doesNotContain("truoc-khi-khoi-phuc-20261201");
        } finally {
            Files.delete(kept);
            Files.delete(nightly);
        }
    }
}
