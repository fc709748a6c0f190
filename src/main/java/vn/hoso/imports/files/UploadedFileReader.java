package vn.hoso.imports.files;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import vn.hoso.shared.UserFacingException;

/** Reads an uploaded file by what it is, which has to be what its name says. */
public final class UploadedFileReader {

    /** So many files are read at a time that all of them fit into memory. */
    private static final FileReadLimiter TURNS = new FileReadLimiter(2, 2, Duration.ofSeconds(10));

    private static final int OLE = 0xD0CF11E0;
    private static final int ZIP = 0x504B0304;

    private UploadedFileReader() {}

    /**
     * Every sheet that holds something, hidden ones among them.
     *
     * @param person who brings the file: one person's files are read one after another
     * @throws UserFacingException with the reason, if the file is damaged, too large, protected or of another kind
     */
    public static List<ParsedSheet> read(String name, byte[] bytes, long person) {
        String extension = extension(name);
        if (bytes.length > FileLimits.BYTES) {
            throw FileErrors.of("too-big", String.valueOf(FileLimits.BYTES / 1024 / 1024));
        }
        if (bytes.length == 0) {
            throw FileErrors.of("empty");
        }
        refuseOther(extension, bytes);
        List<ParsedSheet> sheets = TURNS.take(person, () -> sheets(extension, bytes));
        if (sheets.isEmpty()) {
            throw FileErrors.of("empty");
        }
        return sheets;
    }

    private static String extension(String name) {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        if (lower.endsWith(".xlsm") || lower.endsWith(".xlsb") || lower.endsWith(".xltm")) {
            throw FileErrors.of("macro");
        }
        if (lower.endsWith(".xls")) {
            throw FileErrors.of("old");
        }
        if (!lower.endsWith(".xlsx") && !lower.endsWith(".csv")) {
            throw FileErrors.of("type");
        }
        return lower.substring(lower.lastIndexOf('.') + 1);
    }

    private static void refuseOther(String extension, byte[] bytes) {
        int start = start(bytes);
        if (start == OLE) {
            throw FileErrors.of(holds(bytes, "EncryptedPackage") ? "encrypted" : "old");
        }
        if (extension.equals("xlsx") && start != ZIP || extension.equals("csv") && start == ZIP) {
            throw FileErrors.of("renamed", extension);
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

    private static List<ParsedSheet> sheets(String extension, byte[] bytes) {
        List<ParsedSheet> sheets = extension.equals("xlsx") ? XlsxReader.read(bytes) : List.of(CsvReader.read(bytes));
        return sheets.stream().filter(sheet -> !sheet.rows().isEmpty()).toList();
    }
}
