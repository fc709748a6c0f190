package vn.hoso.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xml.sax.helpers.DefaultHandler;
import vn.hoso.extracts.DossierGroup;
import vn.hoso.extracts.ExtractCounting;
import vn.hoso.extracts.ListAnswers;
import vn.hoso.extracts.reading.ExtractReader;
import vn.hoso.extracts.reading.ExtractReader.Extract;
import vn.hoso.imports.layouts.UnitMatcher;
import vn.hoso.procedures.ProcedureCatalogue.Lookup;
import vn.hoso.units.Unit;
import vn.hoso.units.UnitKind;

/**
 * A province's month, 120,000 dossiers with their citizens in a workbook as programs write it: read and counted, beside a bare
 * SAX parser that does nothing with the same parts. With -Xmx512m.
 */
@Tag("benchmark")
class ExtractBenchmark {

    /** Counts what this thread works, so that a busy machine makes neither look slow. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final int ROWS = 120_000;
    private static final int ROUNDS = Integer.getInteger("hoso.rounds", 7);
    private static final int MOST = 3;

    private static final String[] HEADING = {
        "STT",
        "Mã hồ sơ",
        "Mã TTHC",
        "Tên thủ tục hành chính",
        "Lĩnh vực",
        "Mức độ DVC",
        "Đơn vị tiếp nhận",
        "Ngày tiếp nhận",
        "Hình thức tiếp nhận",
        "Cán bộ tiếp nhận",
        "Người nộp hồ sơ",
        "Số CCCD",
        "Số điện thoại",
        "Địa chỉ",
        "Phí, lệ phí",
        "Hình thức thanh toán",
        "Trạng thái"
    };

    private static final UnitKind COMMUNE = new UnitKind("COMMUNE", "xã", "Xã", List.of("X."), 1, false);

    @Test
    void readsAndCountsWithinThreeTimesBareSax() throws Exception {
        byte[] file = workbook(new Random(17));
        List<Unit> units = LongStream.rangeClosed(1, 135)
                .mapToObj(id -> new Unit(id, String.valueOf(20_000 + id), "Xã số " + id, COMMUNE))
                .toList();
        long[] bare = new long[ROUNDS];
        long[] own = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            long elements = sax(file);
            bare[round] = CLOCK.getCurrentThreadCpuTime() - start;
            start = CLOCK.getCurrentThreadCpuTime();
            int counted = count(file, units);
            own[round] = CLOCK.getCurrentThreadCpuTime() - start;
            assertThat(elements).isGreaterThan(ROWS);
            assertThat(counted).isEqualTo(ROWS);
        }
        double ratio = (double) median(own) / median(bare);
        System.out.printf(
                "%,d rows, %,d bytes, heap %,d MB: bare SAX %d ms, read and counted %d ms, ratio %.2f%n",
                ROWS,
                file.length,
                Runtime.getRuntime().maxMemory() / 1024 / 1024,
                median(bare) / 1_000_000,
                median(own) / 1_000_000,
                ratio);
        assertThat(ratio).isLessThanOrEqualTo(MOST);
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static int count(byte[] file, List<Unit> units) {
        Extract extract = ExtractReader.read("a.xlsx", file, 1, Map.of());
        ExtractCounting counting = new ExtractCounting(
                extract.dossiers().stream()
                        .filter(each -> each.repeats() == null)
                        .map(each -> DossierGroup.of(each, Objects.requireNonNull(each.receivedOn())))
                        .toList(),
                YearMonth::from,
                month -> true,
                month -> new ExtractCounting.Known(
                        new UnitMatcher(units, Map.of()),
                        units.stream().collect(Collectors.toMap(Unit::id, Function.identity())),
                        Set.of()),
                new Lookup(List.of()),
                ListAnswers.NONE,
                null);
        assertThat(counting.sure()).isTrue();
        return counting.counted().stream()
                .mapToInt(each -> each.count().dossiers())
                .sum();
    }

    private static long sax(byte[] file) throws Exception {
        long[] elements = new long[1];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                SAXParserFactory.newDefaultInstance().newSAXParser().parse(open(zip), new DefaultHandler() {
                    @Override
                    public void endElement(String uri, String local, String name) {
                        elements[0]++;
                    }
                });
            }
        }
        return elements[0];
    }

    /** The parser closes what it read. */
    private static InputStream open(ZipInputStream zip) {
        return new java.io.FilterInputStream(zip) {
            @Override
            public void close() {
                // The next part follows in the same stream.
            }
        };
    }

    private static byte[] workbook(Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"T10\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            write(zip, "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            write(zip, row(1, HEADING));
            for (int i = 2; i <= ROWS + 1; i++) {
                write(zip, row(i, cells(i, random)));
            }
            write(zip, "</sheetData></worksheet>");
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static String[] cells(int i, Random random) {
        int procedure = random.nextInt(300);
        String person = "Nguyễn Thị " + (char) ('A' + random.nextInt(26));
        return new String[] {
            String.valueOf(i - 1),
            "H08.%03d-2410%02d-%06d".formatted(random.nextInt(135), 1 + random.nextInt(28), i),
            "1.%06d".formatted(procedure),
            "Thủ tục hành chính thứ " + procedure + " về đăng ký và xác nhận",
            "Hộ tịch",
            List.of("Toàn trình", "Một phần", "DVC còn lại").get(procedure % 3),
            "UBND xã số " + (1 + random.nextInt(135)),
            "%02d/10/2024 %02d:%02d".formatted(1 + random.nextInt(28), random.nextInt(24), random.nextInt(60)),
            List.of("Trực tuyến", "Nộp trực tuyến", "Trực tiếp", "Bưu chính công ích")
                    .get(random.nextInt(4)),
            person,
            person,
            "052%09d".formatted(random.nextInt(1_000_000_000)),
            "09%08d".formatted(random.nextInt(100_000_000)),
            "Thôn " + random.nextInt(20) + ", xã số " + random.nextInt(135),
            "8.000",
            "Tiền mặt",
            "Đã trả kết quả"
        };
    }

    private static String row(int number, String[] cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append("<c r=\"")
                    .append((char) ('A' + i))
                    .append(number)
                    .append("\" t=\"inlineStr\"><is><t>")
                    .append(cells[i])
                    .append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, text);
        zip.closeEntry();
    }

    private static void write(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
