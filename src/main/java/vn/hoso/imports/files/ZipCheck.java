package vn.hoso.imports.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a zipped file to nowhere, counting, before anything tries to understand it. */
final class ZipCheck {

    private static final int BUFFER = 16 * 1024;
    private static final int END = 22;
    private static final String CONTENT_TYPES = "[content_types].xml";

    private final Deadline deadline;
    private final Set<String> names = new HashSet<>();
    private long unpacked;
    private String contentTypes = "";

    private ZipCheck(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Refuses bombs, macros, links to other files and whatever is no workbook. */
    static void check(byte[] bytes, Deadline deadline) {
        ZipCheck check = new ZipCheck(deadline);
        CountedBytes packed = new CountedBytes(bytes);
        try (ZipInputStream zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                check.entry(entry, zip, packed);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Refusals.of("damaged");
        }
        check.kind();
        if (check.names.size() != listed(bytes)) {
            throw Refusals.of("damaged");
        }
    }

    /** How many entries the list at the end of the file names; a file cut short has lost it. */
    private static int listed(byte[] bytes) {
        for (int at = bytes.length - END; at >= Math.max(0, bytes.length - END - 0xFFFF); at--) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
                return bytes[at + 10] & 0xFF | (bytes[at + 11] & 0xFF) << 8;
            }
        }
        return -1;
    }

    private void entry(ZipEntry entry, ZipInputStream zip, CountedBytes packed) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (!names.add(name)) {
            throw Refusals.of("damaged");
        }
        if (names.size() > Limits.ENTRIES) {
            throw Refusals.of("bomb");
        }
        ByteArrayOutputStream kept = name.equals(CONTENT_TYPES) ? new ByteArrayOutputStream() : null;
        long packedBefore = packed.taken();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            size += read;
            unpacked += read;
            deadline.check();
            if (unpacked > Limits.UNPACKED || bomb(size, packed.taken() - packedBefore)) {
                throw Refusals.of("bomb");
            }
            if (kept != null) {
                kept.write(buffer, 0, read);
            }
        }
        if (kept != null) {
            contentTypes = kept.toString(StandardCharsets.UTF_8);
        }
    }

    /** What the unpacker has taken ahead counts as taken, so a small entry is never called a bomb. */
    private static boolean bomb(long size, long taken) {
        return size > Limits.RATIO_FREE && size > Limits.RATIO * Math.max(1, taken);
    }

    private void kind() {
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/"))
                || contentTypes.contains("macroEnabled")) {
            throw Refusals.of("macro");
        }
        if (names.stream().anyMatch(name -> name.startsWith("xl/externallinks/"))) {
            throw Refusals.of("external");
        }
        if (!names.contains(CONTENT_TYPES)) {
            throw Refusals.of(names.isEmpty() ? "damaged" : "not-a-workbook");
        }
        if (names.stream().noneMatch(name -> name.startsWith("xl/") && name.endsWith(".xml"))) {
            throw Refusals.of("not-a-workbook");
        }
    }

    /** Counts how many packed bytes were taken so far. */
    private static final class CountedBytes extends ByteArrayInputStream {

        CountedBytes(byte[] bytes) {
            super(bytes);
        }

        synchronized long taken() {
            return pos;
        }
    }
}
