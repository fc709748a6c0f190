package vn.hoso.imports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoso.imports.Parts;
import vn.hoso.shared.UserFacingException;

/** Samples with a few bytes or tags changed at random: read or refused, nothing else. Seeded, so a failure comes again. */
class MutatedFilesTest {

    private static final int TIMES = Integer.getInteger("hoso.mutations", 700);
    private static final List<String> SAMPLES = List.of(
            "/sheets/766-thang-10-2024.xlsx",
            "/imports/cases/07-date-in-count-cell.xlsx",
            "/imports/cases/14-strict-ooxml.xlsx",
            "/imports/cases/15-stale-external-link.xlsx",
            "/imports/cases/16-tcvn3-text.xlsx",
            "/imports/cases/27-stored-streamed-zip.xlsx");
    private static final List<String> PARTS = List.of(
            Parts.SHEET,
            Parts.SHEET,
            Parts.SHEET,
            Parts.WORKBOOK,
            "xl/styles.xml",
            "xl/_rels/workbook.xml.rels",
            "_rels/.rels",
            "[Content_Types].xml");
    private static final List<String> SNIPPETS = List.of(
            "<",
            ">",
            "\"",
            "'",
            "/",
            "&",
            "&amp;",
            "&#x110000;",
            "&#0;",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            "?>",
            "<!DOCTYPE a>",
            "s=\"99999999999\"",
            "r=\"A0\"",
            "r=\"\"",
            "t=\"s\"",
            "t=\"d\"",
            "t=\"b\"",
            "t=\"q\"",
            "<v>1E400</v>",
            "<v>-</v>",
            "<f/>",
            "<row>",
            "</row>",
            "<c>",
            "</c>",
            "<v>",
            "</v>",
            "<is>",
            "<t>",
            "_x0000_",
            "_xD800_",
            "_x0024_",
            "\u200B",
            "\uD83D\uDE00",
            "\u0301",
            "x:",
            "xmlns:x=\"y\" ",
            "<autoFilter ref=\"A99999999:B\"/>",
            "<col min=\"-1\" max=\"9999999\" hidden=\"1\"/>",
            "<numFmt/>",
            "formatCode=\"[\"",
            "numFmtId=\"-1\"",
            "val=\"\"",
            ".VnTimeH",
            "[1]A!B");

    private final Random random = new Random(12);

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = MutatedFilesTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private String mutated(String xml) {
        StringBuilder changed = new StringBuilder(xml);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(4)) {
                case 0 -> changed.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
                case 1 -> changed.delete(at, Math.min(changed.length(), at + 1 + random.nextInt(12)));
                case 2 -> changed.setCharAt(at, (char) (32 + random.nextInt(96)));
                default ->
                    changed.insert(
                            random.nextInt(changed.length()),
                            changed.substring(at, Math.min(changed.length(), at + random.nextInt(200))));
            }
            if (changed.isEmpty()) {
                return "";
            }
        }
        return changed.toString();
    }

    private void readOrRefused(String name, byte[] bytes, int time) {
        try {
            for (ParsedSheet sheet : UploadedFileReader.read(name, bytes, 1)) {
                assertThat(sheet.rows()).as("mutation %d", time).isNotEmpty();
            }
        } catch (UserFacingException refused) {
            assertThat(refused.messageKey()).as("mutation %d", time).startsWith("imports.refused.");
        } catch (RuntimeException | Error broken) {
            throw new AssertionError("mutation " + time, broken);
        }
    }

    @Test
    void readsOrRefusesAnyXml() throws IOException {
        for (int i = 0; i < TIMES; i++) {
            String part = PARTS.get(random.nextInt(PARTS.size()));
            byte[] bytes = Parts.of(sample(SAMPLES.get(i % (SAMPLES.size() - 1))))
                    .put(part, mutated(new String(part(i, part), StandardCharsets.UTF_8)))
                    .bytes();
            readOrRefused("a.xlsx", bytes, i);
        }
    }

    private static byte[] part(int i, String part) throws IOException {
        return Parts.of(sample(SAMPLES.get(i % (SAMPLES.size() - 1)))).get(part);
    }

    @Test
    void readsOrRefusesAnyBytes() throws IOException {
        for (int i = 0; i < TIMES; i++) {
            byte[] bytes = sample(SAMPLES.get(i % SAMPLES.size()));
            for (int j = random.nextInt(4); j >= 0; j--) {
                // Most of what decides stands in the list of entries, at the end.
                int at = random.nextBoolean() ? random.nextInt(bytes.length) : bytes.length - 1 - random.nextInt(900);
                bytes[at] = (byte) (random.nextInt(3) == 0 ? 0xFF : random.nextInt(256));
            }
            readOrRefused("a.xlsx", bytes, i);
        }
    }

    @Test
    void readsOrRefusesAnyText() throws IOException {
        String csv = new String(sample("/sheets/so-lieu-thang-10-2024.csv"), StandardCharsets.UTF_8);
        for (int i = 0; i < TIMES; i++) {
            byte[] bytes = mutated(csv).getBytes(i % 3 == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
            if (i % 5 == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            readOrRefused("a.csv", bytes, i);
        }
    }
}
