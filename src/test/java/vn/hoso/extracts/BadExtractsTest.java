package vn.hoso.extracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/**
 * Lists that are spoiled by lot: a reason in Vietnamese that names the place and quotes no cell, nothing written, no failure of the
 * program. {@code -Dhoso.bad-extracts=1000} tries more, {@code -Dhoso.seed=…} others.
 */
@ProgramTest(world = OWN)
class BadExtractsTest {

    private static final int NUMBER = Integer.getInteger("hoso.bad-extracts", 45);
    private static final String PLACE = "Trang “%s”, hàng %d, cột %s";
    private static final String SECRET = "052079446851";

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    private final Random random = new Random(Long.getLong("hoso.seed", 17L));

    /** A file, and what its reason has to name; empty where the file as a whole is at fault. */
    private record Bad(String what, String name, byte[] bytes, String place) {}

    @Test
    void refusesEveryOneWithItsPlaceAndWritesNothing() throws Exception {
        String before = written();
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < NUMBER; i++) {
            Bad bad = bad(i);
            MockHttpServletResponse answer = browser.perform(multipart("/extracts")
                            .file(new MockMultipartFile("file", bad.name(), null, bad.bytes()))
                            .param("unit", "7")
                            .with(people.as("vanphong"))
                            .with(csrf()))
                    .andReturn()
                    .getResponse();
            String reason = Jsoup.parse(answer.getContentAsString(UTF_8))
                    .select(".error-summary")
                    .text();
            all.assertThat(answer.getStatus())
                    .as("%d %s: %s", i, bad.what(), reason)
                    .isEqualTo(422);
            all.assertThat(reason)
                    .as("%d %s", i, bad.what())
                    .isNotBlank()
                    .contains(bad.place())
                    .doesNotContain(SECRET, "Trần");
        }
        all.assertAll();
        assertThat(written()).isEqualTo(before);
        System.out.println(NUMBER + " bad lists refused, nothing written");
    }

    private String written() {
        return jdbc.sql(
                        "select concat_ws('/', (select count(*) from dossier_extract), (select count(*) from extract_dossier),"
                                + " (select count(*) from extract_memory), (select count(*) from return_revision), (select count(*) from procedure))")
                .query(String.class)
                .single();
    }

    private Bad bad(int i) throws IOException {
        int row = 2 + random.nextInt(480);
        return switch (i % 15) {
            case 0 -> csv("a cell too many", cells -> cells + ";" + SECRET, row, PLACE.formatted("CSV", row, "J"));
            case 1 ->
                csv(
                        "identity number as code",
                        cells -> replace(cells, 0, SECRET),
                        row,
                        PLACE.formatted("CSV", row, "A"));
            case 2 ->
                csv(
                        "telephone in the procedure",
                        cells -> replace(cells, 3, "Gọi 0945052292"),
                        row,
                        PLACE.formatted("CSV", row, "D"));
            case 3 ->
                csv(
                        "number as official",
                        cells -> replace(cells, 7, "Trần A " + SECRET),
                        row,
                        PLACE.formatted("CSV", row, "H"));
            case 4 ->
                csv(
                        "long channel",
                        cells -> replace(cells, 5, "Trần ".repeat(30)),
                        row,
                        PLACE.formatted("CSV", row, "F"));
            case 5 -> words();
            case 6 -> heading("Ngày nhận", "Trần");
            case 7 -> heading("Kênh tiếp nhận", "Cột");
            case 8 -> new Bad("without rows", "a.csv", (lines().get(0) + "\n").getBytes(UTF_8), "Trang “CSV”");
            case 9 -> csv("open quotation mark", cells -> replace(cells, 1, "\"Trần"), row, "");
            case 10 -> new Bad("cut off", "a.xlsx", Arrays.copyOf(xlsx(), random.nextInt(xlsx().length - 30) + 5), "");
            case 11 -> flipped();
            case 12 -> new Bad("renamed", random.nextBoolean() ? "a.xls" : "a.pdf", xlsx(), "");
            case 13 -> sheet("a cell too many", row(row), "W", row);
            default -> sheet("identity number", row(row), "G", row);
        };
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = BadExtractsTest.class.getResourceAsStream("/extract/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static byte[] xlsx() throws IOException {
        return sample("igate-thang-10-2024.xlsx");
    }

    private static List<String> lines() throws IOException {
        return new String(sample("viettel-phuoc-son-thang-10-2024.csv"), UTF_8)
                .lines()
                .toList();
    }

    private static String replace(String cells, int at, String with) {
        String[] parts = cells.split(";", -1);
        parts[at] = with;
        return String.join(";", parts);
    }

    private static Bad csv(String what, UnaryOperator<String> spoil, int row, String place) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.set(row - 1, spoil.apply(lines.get(row - 1)));
        return new Bad(what, "a.csv", String.join("\n", lines).getBytes(UTF_8), place);
    }

    private Bad words() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        int from = 2 + random.nextInt(400);
        for (int i = 0; i < 13; i++) {
            lines.set(from - 1 + i, replace(lines.get(from - 1 + i), 5, "Trần Văn " + (char) ('A' + i)));
        }
        return new Bad(
                "citizens in the channel",
                "a.csv",
                String.join("\n", lines).getBytes(UTF_8),
                PLACE.formatted("CSV", from + 12, "F"));
    }

    private static Bad heading(String column, String other) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.set(0, lines.get(0).replace(column, other));
        return new Bad("no such column", "a.csv", String.join("\n", lines).getBytes(UTF_8), "");
    }

    /** A bit of the sheet's own bytes, which are the most of the file. */
    private Bad flipped() throws IOException {
        byte[] bytes = xlsx();
        int at = bytes.length / 3 + random.nextInt(bytes.length / 3);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return new Bad("a bit of " + at, "a.xlsx", bytes, "");
    }

    private static int row(int row) {
        return row + 5;
    }

    /** The district's list with a number in a cell of a row. */
    private static Bad sheet(String what, int row, String column, int any) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(xlsx()));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                if (entry.getName().endsWith("sheet1.xml")) {
                    String cell = "<c r=\"" + column + row + "\" t=\"inlineStr\"><is><t>Bà " + SECRET + "</t></is></c>";
                    String text = new String(part, UTF_8);
                    String pattern = "<c r=\"" + column + row + "\"[^>]*>.*?</c>";
                    text = column.equals("W")
                            ? text.replaceFirst("(<row r=\"" + row + "\".*?)</row>", "$1" + cell + "</row>")
                            : text.replaceFirst(pattern, cell);
                    part = text.getBytes(UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(part);
                out.closeEntry();
            }
        }
        return new Bad(what, "a.xlsx", bytes.toByteArray(), "hàng %d, cột %s".formatted(row, column));
    }
}
