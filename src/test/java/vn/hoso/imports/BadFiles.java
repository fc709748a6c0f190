package vn.hoso.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Files that must not be taken, made from the samples with a fixed seed. */
final class BadFiles {

    /**
     * A file.
     *
     * @param what what is wrong with it
     * @param month the month chosen with it, empty for none
     * @param person who brings it
     */
    record Bad(String what, String name, byte[] bytes, String month, String person) {}

    private final List<Bad> all = new ArrayList<>();
    private final Random random = new Random(766);
    private final byte[] wide = ImportForm.sample("766-thang-10-2024.xlsx");
    private final byte[] tall = ImportForm.sample("phu-luc-4-thang-10-2024.xlsx");
    private final String csv = new String(ImportForm.sample("so-lieu-thang-10-2024.csv"), StandardCharsets.UTF_8);

    private BadFiles() throws IOException {}

    static List<Bad> all() throws IOException {
        BadFiles files = new BadFiles();
        files.cutShort();
        files.flipped();
        files.renamed();
        files.parts();
        files.cells();
        files.bombs();
        files.texts();
        files.counts();
        files.months();
        return files.all;
    }

    private void add(String what, String name, byte[] bytes) {
        all.add(new Bad(what, name, bytes, "", "vanphong"));
    }

    private void cutShort() {
        for (int i = 0; i < 55; i++) {
            byte[] from = i % 2 == 0 ? wide : tall;
            add("cut short", "a.xlsx", Arrays.copyOf(from, random.nextInt(from.length - 30)));
        }
    }

    /** Within the packed sheet, whose check sum then no longer agrees. */
    private void flipped() {
        for (int i = 0; i < 55; i++) {
            byte[] from = (i % 2 == 0 ? wide : tall).clone();
            int at = new String(from, StandardCharsets.ISO_8859_1).indexOf(Parts.SHEET) + Parts.SHEET.length();
            from[at + 40 + random.nextInt(900)] ^= (byte) (1 << random.nextInt(8));
            add("a bit flipped", "b.xlsx", from);
        }
    }

    private void renamed() {
        byte[] text = csv.getBytes(StandardCharsets.UTF_8);
        add("csv as xlsx", "c.xlsx", text);
        add("xlsx as csv", "c.csv", wide);
        add("empty", "c.xlsx", new byte[0]);
        add("empty", "c.csv", new byte[0]);
        add("blank", "c.csv", " \r\n;;\r\n".getBytes(StandardCharsets.UTF_8));
        for (String name :
                List.of("c.xls", "c.xlsm", "c.xlsb", "c.ods", "c.exe", "c", "", "c.pdf", "c.docx", "../../c.sh")) {
            add("named " + name, name, wide);
        }
        byte[] ole = new byte[4096];
        ole[0] = (byte) 0xD0;
        ole[1] = (byte) 0xCF;
        ole[2] = 0x11;
        ole[3] = (byte) 0xE0;
        add("old container", "c.xlsx", ole);
        byte[] locked = ole.clone();
        byte[] entry = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(entry, 0, locked, 1024, entry.length);
        add("with a password", "c.xlsx", locked);
        for (int i = 0; i < 20; i++) {
            byte[] noise = new byte[200 + random.nextInt(5000)];
            random.nextBytes(noise);
            add("noise", i % 2 == 0 ? "d.xlsx" : "d.csv", noise);
        }
        add("too big", "d.csv", new byte[10 * 1024 * 1024 + 1]);
    }

    private void parts() throws IOException {
        add("macro", "e.xlsx", Parts.of(wide).put("xl/vbaProject.bin", "x").bytes());
        add(
                "macro type",
                "e.xlsx",
                Parts.of(wide)
                        .change(
                                "[Content_Types].xml",
                                xml -> xml.replace("spreadsheetml.sheet.main", "macroEnabled.main"))
                        .bytes());
        add(
                "external",
                "e.xlsx",
                Parts.of(wide)
                        .put("xl/externalLinks/externalLink1.xml", "<a/>")
                        .change(Parts.SHEET, xml -> xml.replace("<v>259</v>", "<f>'[1]Thang 9'!C5</f><v>259</v>"))
                        .bytes());
        for (String part : List.of(
                "[Content_Types].xml", Parts.WORKBOOK, Parts.SHEET, "_rels/.rels", "xl/_rels/workbook.xml.rels")) {
            add("without " + part, "e.xlsx", Parts.of(wide).without(part).bytes());
            add("blank " + part, "e.xlsx", Parts.of(wide).put(part, "").bytes());
            add(
                    "broken " + part,
                    "e.xlsx",
                    Parts.of(wide)
                            .change(part, xml -> xml.substring(0, xml.length() * 2 / 3))
                            .bytes());
            add(
                    "outside entity in " + part,
                    "e.xlsx",
                    Parts.of(wide).change(part, BadFiles::withEntity).bytes());
        }
        add(
                "a document",
                "e.xlsx",
                new Parts()
                        .put("[Content_Types].xml", "<Types/>")
                        .put("word/document.xml", "<a/>")
                        .bytes());
        add(
                "31 sheets",
                "e.xlsx",
                Parts.of(wide)
                        .change(Parts.WORKBOOK, xml -> xml.replaceFirst("(<sheet .*?/>)", "$1".repeat(31)))
                        .bytes());
    }

    private static String withEntity(String xml) {
        return "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + xml.replaceFirst("<\\?xml.*?\\?>", "");
    }

    private void cells() throws IOException {
        cell(
                "far cell",
                xml -> xml.replace(
                        "</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>"));
        cell(
                "far column",
                xml -> xml.replace("</sheetData>", "<row r=\"60\"><c r=\"XFD60\"><v>1</v></c></row></sheetData>"));
        cell("no such column", xml -> xml.replace("r=\"C11\"", "r=\"ZZZZZ11\""));
        cell("no such row", xml -> xml.replace("<row r=\"11\"", "<row r=\"-11\""));
        cell("rows out of order", xml -> xml.replace("<row r=\"12\"", "<row r=\"3\""));
        cell("no such shared text", xml -> xml.replace("t=\"n\"><v>259", "t=\"s\"><v>259"));
        cell("formula without result", xml -> xml.replace("<v>259</v>", "<f>SUM(E11,G11)</f>"));
        cell("failed formula", xml -> xml.replace("t=\"n\"><v>259", "t=\"e\"><v>#REF!"));
        for (String value :
                List.of("-1", "1.5", "10.682", "1E9", "2147483648", "1e-3", "NaN", "1E999999999", "258", "0x10")) {
            cell("number " + value, xml -> xml.replaceFirst("<v>78</v>", "<v>" + value + "</v>"));
        }
        for (String text : List.of("-", "abc", "1,234", "1e3", "1.5", "１２", "∞", "=1+1", "x y", "12 hồ sơ")) {
            cell(
                    "text " + text,
                    xml -> xml.replaceFirst("t=\"n\"><v>78</v>", "t=\"inlineStr\"><is><t>" + text + "</t></is>"));
        }
        cell("twice the same unit", xml -> xml.replace("Di&#234;u Tr&#236;", "Tuy Ph&#432;&#7899;c"));
        cell("no units at all", xml -> xml.replaceAll("<row r=\"(1[0-9]|2[0-9]|3[0-9])\".*?</row>", ""));
    }

    private void cell(String what, UnaryOperator<String> change) throws IOException {
        add(what, "f.xlsx", Parts.of(wide).change(Parts.SHEET, change).bytes());
    }

    private void bombs() throws IOException {
        add(
                "bomb",
                "g.xlsx",
                Parts.of(wide).put("xl/media/a.xml", " ".repeat(30_000_000)).bytes());
        add(
                "bomb of texts",
                "g.xlsx",
                Parts.of(wide)
                        .put("xl/sharedStrings.xml", "<sst>" + "<si><t>a</t></si>".repeat(2_000_000) + "</sst>")
                        .bytes());
        Parts many = Parts.of(wide);
        for (int i = 0; i < 1_500; i++) {
            many.put("xl/media/" + i + ".xml", "<a/>");
        }
        add("many parts", "g.xlsx", many.bytes());
        StringBuilder rows = new StringBuilder(46_000_000)
                .append("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int i = 1; i <= 1_000_000; i++) {
            rows.append("<row><c><v>").append(random.nextInt(1_000_000)).append("</v></c></row>");
        }
        add(
                "1,000,000 rows",
                "g.xlsx",
                Parts.of(wide)
                        .put(
                                Parts.SHEET,
                                rows.append("</sheetData></worksheet>").toString())
                        .bytes());
        add("1,000,000 rows", "g.csv", "1;2\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        add("2,000 columns", "g.csv", ("1;".repeat(2_000) + "\n").getBytes(StandardCharsets.UTF_8));
        add("500,000 cells", "g.csv", ("1;".repeat(150) + "\n").repeat(3_500).getBytes(StandardCharsets.UTF_8));
    }

    private void texts() {
        byte[] bare = csv.replace("\uFEFF", "").getBytes(StandardCharsets.UTF_8);
        add(
                "windows-1258",
                "h.csv",
                "Đơn vị;Tổng số hồ sơ\nXã Phước Hòa;1\n".getBytes(Charset.forName("windows-1258")));
        add("VISCII", "h.csv", "\u00D0\u00BDn v\u00B8;1\n".getBytes(StandardCharsets.ISO_8859_1));
        add("twice coded", "h.csv", new String(bare, Charset.forName("windows-1252")).getBytes(StandardCharsets.UTF_8));
        add("UTF-16 without mark", "h.csv", csv.substring(1).getBytes(StandardCharsets.UTF_16LE));
        add(
                "unclosed quote",
                "h.csv",
                csv.replace("Xã Phước An", "\"Xã Phước An").getBytes(StandardCharsets.UTF_8));
        add("control character", "h.csv", csv.replace("Xã", "X\u0007ã").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 40; i++) {
            byte[] broken = bare.clone();
            int letter = random.nextInt(bare.length);
            while (broken[letter] >= 0) {
                letter = (letter + 1) % broken.length;
            }
            broken[letter] = (byte) 0xFF;
            add("broken letter", "h.csv", broken);
        }
    }

    private void counts() {
        List<String> bad = List.of(
                "-1", "1.5", "1e3", "abc", "1,234", "99999999", "2147483648", "１２", "-", "=1+1", "10.68", "0.123");
        String[] lines = csv.split("\r\n");
        for (int i = 0; i < 48; i++) {
            String[] changed = lines.clone();
            int row = 1 + random.nextInt(lines.length - 1);
            String[] cells = changed[row].split(";");
            cells[3 + random.nextInt(6)] = bad.get(i % bad.size());
            changed[row] = String.join(";", cells);
            add("count " + changed[row], "i.csv", String.join("\r\n", changed).getBytes(StandardCharsets.UTF_8));
        }
        add("no month", "i.csv", csv.replaceFirst("10/2024", "13/2024").getBytes(StandardCharsets.UTF_8));
        add("code of another", "i.csv", csv.replace("21955;", "21952;").getBytes(StandardCharsets.UTF_8));
    }

    private void months() {
        for (byte[] file : List.of(wide, tall)) {
            for (String month :
                    List.of("2025-12", "2024-09", "2023-10", "2024-08", "2999-01", "1999-01", "x", "2024-13")) {
                all.add(new Bad("for " + month, "k.xlsx", file, month, "vanphong"));
            }
        }
        for (int units : List.of(1, 22)) {
            String others = csv.lines()
                    .filter(line -> !line.contains("Diêu Trì"))
                    .limit(1L + units)
                    .collect(Collectors.joining("\r\n"));
            all.add(new Bad(
                    "rows of other units only", "k.csv", others.getBytes(StandardCharsets.UTF_8), "", "dieutri"));
        }
        for (String month : List.of("05/2023", "08/2024", "12/2998", "01/1999")) {
            add("of " + month, "k.csv", csv.replace("10/2024", month).getBytes(StandardCharsets.UTF_8));
        }
    }
}
