package vn.hoso.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook, to be changed one by one. */
public final class Parts {

    public static final String SHEET = "xl/worksheets/sheet1.xml";
    public static final String WORKBOOK = "xl/workbook.xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public static Parts of(byte[] workbook) throws IOException {
        Parts parts = new Parts();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    public Parts put(String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public byte[] get(String name) {
        return parts.get(name).clone();
    }

    public Parts without(String name) {
        parts.remove(name);
        return this;
    }

    public Parts change(String name, UnaryOperator<String> change) {
        String before = new String(parts.get(name), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("nothing changed in " + name);
        }
        return put(name, after);
    }

    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
