package vn.hoso.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Files made to keep the program busy or to fill its memory: each as large as an upload may be, or small and unpacking to
 * as much as is unpacked. Made one by one, since all of them together would fill the test's own memory.
 */
public final class Bombs {

    static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    /** Read, as harmless. */
    public static final String READ = "";

    private final List<Bomb> all = new ArrayList<>();
    private final byte[] sheet;

    /**
     * A file.
     *
     * @param what what it is made of
     * @param reason the reason it is refused for, or {@link #READ}
     */
    public record Bomb(String what, String name, String reason, Supplier<byte[]> bytes) {

        @Override
        public String toString() {
            return what;
        }
    }

    private Bombs() {
        try {
            sheet = ImportForm.sample("766-thang-10-2024.xlsx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Bomb> all() {
        Bombs bombs = new Bombs();
        new PartBombs(bombs).all();
        new SheetBombs(bombs).all();
        bombs.entries();
        bombs.plainTexts();
        return bombs.all;
    }

    void add(Bomb bomb) {
        all.add(bomb);
    }

    void part(String what, String reason, String part, Supplier<String> xml) {
        all.add(new Bomb(what, "a.xlsx", reason, () -> packed(parts -> parts.put(part, xml.get()))));
    }

    void change(String what, String reason, String part, UnaryOperator<String> change) {
        all.add(new Bomb(what, "a.xlsx", reason, () -> packed(parts -> parts.change(part, change))));
    }

    byte[] packed(UnaryOperator<Parts> change) {
        try {
            return change.apply(Parts.of(sheet)).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text that does not pack away to nothing, so that it is not refused for that alone; what is far apart repeats. */
    static String many(int times, IntFunction<String> each) {
        StringBuilder text = new StringBuilder();
        int different = Math.min(times, 20_000);
        for (int i = 0; i < different; i++) {
            text.append(each.apply(i));
        }
        return text.toString().repeat(times / different);
    }

    static String word(int i) {
        return Integer.toString(Math.abs(i * 0x9E3779B1) % 46_656, 36);
    }

    static String deep(int levels) {
        return many(levels, i -> "<a" + word(i) + ">");
    }

    static String rows(int rows, int columns, String cell) {
        return "<worksheet " + MAIN + "><sheetData>" + many(rows, i -> "<row>" + cell.repeat(columns) + "</row>")
                + "</sheetData></worksheet>";
    }

    private void entries() {
        raw("an entry that unpacks to more than it says", "bomb", bytes -> Zips.lying(bytes, Parts.SHEET, 100));
        raw("entries that share their bytes", "damaged", Zips::sharing);
        raw("the same entry again and again", "damaged", Zips::repeated);
        raw("a list of 65,534 entries", "parts", bytes -> Zips.counted(bytes, 65_534));
        all.add(new Bomb(
                "1,500 entries",
                "a.xlsx",
                "parts",
                () -> packed(parts -> {
                    for (int i = 0; i < 1_500; i++) {
                        parts.put("xl/media/" + i + ".xml", "<a/>");
                    }
                    return parts;
                })));
    }

    private void raw(String what, String reason, UnaryOperator<byte[]> change) {
        all.add(new Bomb(what, "a.xlsx", reason, () -> change.apply(sheet)));
    }

    private void plain(String what, String reason, Supplier<String> text) {
        all.add(new Bomb(what, "a.csv", reason, () -> text.get().getBytes(StandardCharsets.UTF_8)));
    }

    private void plainTexts() {
        plain("one endless line", "long-text", () -> "a".repeat(10_000_000));
        plain("one endless line of empty cells", "empty", () -> ";".repeat(10_000_000));
        plain("one endless line of cells", "far", () -> "1;".repeat(5_000_000));
        plain("empty lines without end", "empty", () -> "\n".repeat(10_000_000));
        plain("quotation marks without end", "long-text", () -> "\"".repeat(10_000_000));
        plain("quoted cells without end", "far", () -> "\"a\"\n".repeat(2_500_000));
        plain("an unclosed quotation", "quote", () -> "\"" + ";\n".repeat(5_000_000));
        plain("NUL characters", "not-text", () -> "a;b\n" + "\0".repeat(10_000_000));
        plain("accents in a line", "accents", () -> "a" + "\u0301\u0323".repeat(10_000));
        plain(
                "unseen signs without end",
                "empty",
                () -> ("\u200B".repeat(100) + ";").repeat(33) + "\n" + ("\u200B".repeat(30_000) + "\n").repeat(100));
        plain("as many cells as may be in lines", READ, () -> ("1;2;3;4;5;6;7;8;9;10;1;2;3;4;5;6;7;8;9;10\n")
                .repeat(20_000));
        plain("a heading in every cell", READ, () -> ("Đơn vị;".repeat(199) + "Đơn vị\n").repeat(1_900));
        plain("headings of figures in every cell", READ, () -> ("Đơn vị;".repeat(3)
                        + "Toàn trình - tiếp nhận;".repeat(190) + "\n")
                .repeat(60));
        plain("old letters without end", "far", () -> "§¬n vÞ tæng sè hå s¬\n".repeat(300_000));
        all.add(new Bomb("bytes of no letters", "a.csv", "encoding", () -> {
            byte[] noise = new byte[10_000_000];
            new Random(40).nextBytes(noise);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (byte each : noise) {
                text.write(each >= 0 && each < ' ' ? ' ' : each);
            }
            return text.toByteArray();
        }));
    }
}
