package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Takes the guide's pictures from the real program: {@code mvn -Ppictures test}. */
@Tag("pictures")
@JourneyTest
@TestPropertySource(properties = ReadmePictures.DAY)
class GuidePictures {

    private static final Path FOLDER = Path.of("src/main/resources/static/assets/help");

    private static final Screen SHEET = new Screen(1180, 720);

    /** A page with its pictures is read over slow lines too. */
    private static final int LARGEST = 60_000;

    private static final String FILE =
            "Đơn vị;Toàn trình - phát sinh;Toàn trình - trực tuyến;Một phần - phát sinh;Một phần - trực tuyến;Tổng số hồ sơ\n"
                    + "Thị trấn Diêu Trì;62;58;85;60;220\n";

    @Test
    void takesThem(Visitors visitors) throws IOException {
        Page office = visitors.signedIn("vanphong");
        take(office, "/figures/2024-09", "month");
        take(office, "/figures/2024-09/review", "review");
        take(office, "/figures/2024-09/reminders", "reminders");
        take(office, "/figures/2024-08/2/corrections", "correction");
        take(office, "/reports/2024", "report");
        take(office, "/trace/2024/overall", "trace");
        office.navigate("/imports");
        Locator upload = office.locator("form:has(input[type=file])").first();
        upload.locator("input[type=file]")
                .setInputFiles(new FilePayload("thang-10.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        upload.locator("select[name=month]").selectOption("2024-10");
        upload.locator("button[type=submit]").first().click();
        office.waitForURL(Pattern.compile(".*/imports/\\d+"));
        keep(office, "import");
        Page leader = visitors.signedIn("lanhdao");
        take(leader, "/dashboard?year=2024", "dashboard");
        take(leader, "/dashboard/compare?year=2024", "compare");
        Page administrator = visitors.signedIn("quantri");
        take(administrator, "/units", "units");
        take(administrator, "/backups", "backups");
    }

    private static void take(Page page, String address, String name) throws IOException {
        page.navigate(address);
        keep(page, name);
    }

    /** What the page shows under the frame's bar and the demonstration's notice. */
    private static void keep(Page page, String name) throws IOException {
        SHEET.show(page);
        Locator main = page.locator("main");
        page.evaluate("top => scrollTo(0, top)", main.boundingBox().y);
        store(page.screenshot(), FOLDER.resolve(name + ".png"), LARGEST);
    }

    /** Stores a screenshot with as many colours as its size allows. */
    static void store(byte[] screenshot, Path file, int largest) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(screenshot));
        Files.createDirectories(file.getParent());
        byte[] bytes = packed(picture, 128);
        for (int colours = 64; bytes.length > largest; colours /= 2) {
            bytes = packed(picture, colours);
        }
        assertThat(bytes.length).as(file.toString()).isGreaterThan(1000);
        Files.write(file, bytes);
    }

    /** With the colours that it has most of, each other one as the nearest of them. */
    private static byte[] packed(BufferedImage picture, int colours) throws IOException {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels(picture)) {
            counts.merge(pixel & 0xF8F8F8, 1, Integer::sum);
        }
        int[] palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(colours)
                .mapToInt(each -> each.getKey() | each.getKey() >> 5 & 0x070707)
                .toArray();
        IndexColorModel model =
                new IndexColorModel(colours > 16 ? 8 : 4, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage packed =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        int at = 0;
        for (int pixel : pixels(picture)) {
            int index = nearest.computeIfAbsent(pixel & 0xFFFFFF, each -> nearest(each, palette));
            packed.getRaster().setSample(at % picture.getWidth(), at / picture.getWidth(), 0, index);
            at++;
        }
        return png(packed);
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static int nearest(int colour, int[] palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int apart = (colour >> shift & 0xFF) - (palette[i] >> shift & 0xFF);
                distance += apart * apart;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), smallest);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
