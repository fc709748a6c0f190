package vn.hoso.imports.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import vn.hoso.shared.RefusedException;

/** Reads an uploaded file by what it is, which has to be what its name says. */
public final class FileReading {

    /** So many files are read at a time that all of them fit into memory. */
    private static final Semaphore AT_A_TIME = new Semaphore(2, true);

    private static final int OLE = 0xD0CF11E0;
    private static final int ZIP = 0x504B0304;

    private FileReading() {}

    /**
     * The sheets that hold something and are not hidden. Hidden ones are not even looked at.
     *
     * @throws RefusedException with the reason, if the file is damaged, too large, protected or of another kind
     */
    public static List<Sheet> read(String name, byte[] bytes) {
        return read(name, bytes, false);
    }

    /**
     * Every sheet that holds something, hidden ones among them.
     *
     * @throws RefusedException with the reason, if the file is damaged, too large, protected or of another kind
     */
    public static List<Sheet> everySheet(String name, byte[] bytes) {
        return read(name, bytes, true);
    }

    private static List<Sheet> read(String name, byte[] bytes, boolean hiddenToo) {
        String extension = extension(name);
        if (bytes.length > Limits.BYTES) {
            throw Refusals.of("too-big", String.valueOf(Limits.BYTES / 1024 / 1024));
        }
        if (bytes.length == 0) {
            throw Refusals.of("empty");
        }
        refuseOther(extension, bytes);
        List<Sheet> sheets = inTurn(extension, bytes, hiddenToo).stream()
                .filter(sheet -> !sheet.rows().isEmpty())
                .toList();
        if (sheets.isEmpty()) {
            throw Refusals.of("empty");
        }
        return sheets;
    }

    private static String extension(String name) {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        if (lower.endsWith(".xlsm") || lower.endsWith(".xlsb") || lower.endsWith(".xltm")) {
            throw Refusals.of("macro");
        }
        if (lower.endsWith(".xls")) {
            throw Refusals.of("old");
        }
        if (!lower.endsWith(".xlsx") && !lower.endsWith(".csv")) {
            throw Refusals.of("type");
        }
        return lower.substring(lower.lastIndexOf('.') + 1);
    }

    private static void refuseOther(String extension, byte[] bytes) {
        int start = start(bytes);
        if (start == OLE) {
            throw Refusals.of(holds(bytes, "EncryptedPackage") ? "encrypted" : "old");
        }
        if (extension.equals("xlsx") && start != ZIP || extension.equals("csv") && start == ZIP) {
            throw Refusals.of("renamed", extension);
        }
    }

    private static int start(byte[] bytes) {
        int start = 0;
        for (int i = 0; i < 4; i++) {
            start = start << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        return start;
    }

    /** The names inside an old container stand in it as UTF-16. */
    private static boolean holds(byte[] bytes, String name) {
        String sought = new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(sought);
    }

    private static List<Sheet> inTurn(String extension, byte[] bytes, boolean hiddenToo) {
        try {
            if (!AT_A_TIME.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new RefusedException(HttpStatus.TOO_MANY_REQUESTS, "imports.refused.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(HttpStatus.TOO_MANY_REQUESTS, "imports.refused.busy");
        }
        try {
            return extension.equals("xlsx") ? XlsxReader.read(bytes, hiddenToo) : List.of(CsvReader.read(bytes));
        } finally {
            AT_A_TIME.release();
        }
    }
}
