package vn.hoso.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** Whatever is brought: a reason in Vietnamese, nothing written, no failure of the program. */
@ProgramTest(world = OWN)
class BadFilesTest {

    private static final Duration HANGS = Duration.ofSeconds(10);

    /** Counts what this thread works, so that a busy machine makes no file look slow. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    private String written() {
        return jdbc.sql("""
                        select concat_ws('/', (select count(*) from monthly_return), (select count(*) from return_revision),
                            (select sum(version) from monthly_return))
                        """).query(String.class).single();
    }

    @Test
    void refusesEveryBadFileWithAReasonAndWritesNothing() throws Exception {
        List<BadFiles.Bad> files = BadFiles.all();
        String before = written();
        SoftAssertions all = new SoftAssertions();
        Duration longest = Duration.ZERO;
        long begun = System.nanoTime();
        for (BadFiles.Bad bad : files) {
            long start = CLOCK.getCurrentThreadCpuTime();
            String reason = reason(bad, all);
            Duration took = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start);
            longest = took.compareTo(longest) > 0 ? took : longest;
            all.assertThat(took).as(bad.what()).isLessThan(HANGS);
            all.assertThat(reason)
                    .as(bad.what())
                    .matches("(?s).*[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ].*")
                    .doesNotContain("Exception", "imports.");
        }
        System.out.printf(
                "%d bad files in %d s, the longest took %d ms%n",
                files.size(), Duration.ofNanos(System.nanoTime() - begun).toSeconds(), longest.toMillis());
        all.assertThat(written()).isEqualTo(before);
        all.assertAll();
        assertThat(files).hasSizeGreaterThanOrEqualTo(300);
    }

    /** The reason on the page, at once or when the file is to be applied. */
    private String reason(BadFiles.Bad bad, SoftAssertions all) throws Exception {
        ImportForm person = new ImportForm(browser, people.as(bad.person()));
        MockHttpServletResponse response = person.bring(bad.name(), bad.bytes(), bad.month());
        if (response.getStatus() != 302) {
            all.assertThat(response.getStatus()).as(bad.what()).isBetween(400, 499);
            return Jsoup.parse(response.getContentAsString())
                    .select(".error-summary li")
                    .text();
        }
        MockHttpServletResponse refused =
                person.send(Objects.requireNonNull(response.getRedirectedUrl()) + "/application");
        all.assertThat(refused.getStatus()).as(bad.what()).isBetween(400, 499);
        return Jsoup.parse(refused.getContentAsString())
                .select(".error-summary li")
                .text();
    }
}
