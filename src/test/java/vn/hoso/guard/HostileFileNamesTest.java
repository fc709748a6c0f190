package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import vn.hoso.ProgramTest;
import vn.hoso.security.Role;

/**
 * More than a hundred hostile names of uploaded files: kept as composed text of one line or refused, never a failure,
 * never markup that lives, and never what the program itself calls the file.
 */
@ProgramTest
class HostileFileNamesTest {

    private static final byte[] SHEET = "Đơn vị;Tổng số hồ sơ\nThị trấn Diêu Trì;50\n".getBytes(StandardCharsets.UTF_8);

    /** Our own, and every so many of the others. */
    private static final List<String> NAMES = named(HostileTexts.all());

    /** What came into our way: marks that only meet their letter once what stands between them is gone. */
    private static final List<String> FILES = List.of(
            "o\u200D\u0302.csv",
            "..\\..\\windows\\system32\\a.csv",
            "C:\\Users\\thu\\Số liệu tháng 9.csv",
            "\uD83D\uDE00".repeat(150) + ".csv",
            "\uDE00".repeat(200) + ".csv",
            "a\u2028b\u0085c.csv",
            "moc.\u202Evsc.exe.csv",
            ".csv",
            " .csv ",
            "a.csv\u0000.exe",
            "a.csv\r\nSet-Cookie: x=1");

    @Autowired
    private ApplicationContext program;

    private World world;
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void enter() {
        world = new World(program);
    }

    private static List<String> named(List<String> texts) {
        return IntStream.range(0, texts.size())
                .filter(i -> i < HostileTexts.OWN.size() || i % 10 == 0)
                .mapToObj(i -> texts.get(i) + ".csv")
                .toList();
    }

    @Test
    void areKeptAsPlainTextOrRefused() {
        assertThat(NAMES).hasSizeGreaterThanOrEqualTo(120);
        List<String> names = new ArrayList<>(FILES);
        names.addAll(NAMES);
        int kept = 0;
        // No more than the list of files shows.
        for (List<String> group : HostileTexts.inGroupsOf(40, names)) {
            kept += world.andTakeBack(() -> {
                int taken = 0;
                for (String name : group) {
                    taken += bring(name, taken) ? 1 : 0;
                }
                dead(world.send(Ask.get("/imports"), Role.REVIEWER), group.get(0));
                return taken;
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(kept).isGreaterThan(100);
    }

    private boolean bring(String name, int taken) {
        MvcResult answer = world.send(
                Ask.post("/imports", "month", World.OPEN).upload("file", name, "text/csv", SHEET), Role.REVIEWER);
        int status = answer.getResponse().getStatus();
        if (status == 422) {
            dead(answer, name);
            return false;
        }
        String address = String.valueOf(answer.getResponse().getRedirectedUrl());
        if (status != 302 || !address.matches("/imports/[0-9]+")) {
            wrong.add(name + " leads to " + World.describe(answer));
            return false;
        }
        String stored = world.database()
                .sql("select name from import_file where id = ?")
                .param(Long.valueOf(address.substring("/imports/".length())))
                .query(String.class)
                .single();
        if (!stored.equals(Normalizer.normalize(stored, Normalizer.Form.NFC))
                || stored.matches("(?s).*[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\].*")
                || !HostileTexts.kept(name).endsWith(stored.substring(stored.length() - 4))) {
            wrong.add(name + " is stored as " + stored);
        }
        // Costs a reading of the file; the list shows every name.
        if (taken % 8 == 0) {
            dead(world.send(Ask.get(address), Role.REVIEWER), name);
        }
        givenBack(world.send(Ask.get(address + "/original"), Role.REVIEWER).getResponse(), stored);
        return true;
    }

    private void givenBack(MockHttpServletResponse download, String stored) {
        String header = Objects.requireNonNull(download.getHeader(HttpHeaders.CONTENT_DISPOSITION));
        if (!header.chars().allMatch(each -> each >= ' ' && each < 127)
                || !ContentDisposition.parse(header).isAttachment()
                || !stored.equals(ContentDisposition.parse(header).getFilename())) {
            wrong.add(stored + " is given back as " + header);
        }
    }

    private void dead(MvcResult answer, String name) {
        List<String> live = LiveMarkup.on(World.body(answer));
        if (answer.getResponse().getStatus() >= 500 || !live.isEmpty()) {
            wrong.add(name + ": " + World.describe(answer) + " " + live);
        }
    }
}
