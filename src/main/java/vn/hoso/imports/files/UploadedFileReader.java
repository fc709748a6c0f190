package vn.hoso.imports.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import vn.hoso.shared.UserFacingException;

/** Reads an uploaded file by what it is, which has to be what its name says. */
public final class UploadedFileReader {

    /** So many files are read at a time that all of them fit into memory. */
    private static final FileReadLimiter TURNS = new FileReadLimiter(2, 2, Duration.ofSeconds(10));

    private static final int LONGEST_NAME = 200;
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
        String extension = checked(name, bytes, FileLimits.BYTES);
        List<ParsedSheet> sheets = TURNS.take(person, () -> sheets(extension, bytes));
        if (sheets.isEmpty()) {
            throw FileErrors.of("empty");
        }
        return sheets;
    }

    /**
     * Hands the rows of every sheet on, one by one, within the limits of a long list. Whoever takes them may have some already
     * when the file turns out to be damaged.
     */
    public static void read(String name, byte[] bytes, long person, RowReader rows) {
        String extension = checked(name, bytes, FileLimits.LIST.bytes());
        TURNS.take(person, () -> {
            if (extension.equals("xlsx")) {
                XlsxReader.read(bytes, rows);
            } else {
                csv(bytes, rows);
            }
            return rows;
        });
    }

    /** Whatever a reader stumbles over in a file that nobody vouches for, the file is at fault. */
    private static void csv(byte[] bytes, RowReader rows) {
        try {
            CsvReader.read(bytes, rows);
        } catch (UserFacingException refused) {
            throw refused;
        } catch (RuntimeException damaged) {
            throw FileErrors.of("damaged");
        }
    }

    /** What the name says the file is, which its content has to be. */
    private static String checked(String name, byte[] bytes, int most) {
        String extension = extension(name);
        if (bytes.length > most) {
            throw FileErrors.of("too-big", String.valueOf(most / 1024 / 1024));
        }
        if (bytes.length == 0) {
            throw FileErrors.of("empty");
        }
        refuseOther(extension, bytes);
        return extension;
    }

    /** A name without folders, in one line and without characters that cannot be seen or stored. */
    public static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String seen = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]", "");
        // Only now: what stood between a letter and its mark would have kept them apart.
        String composed = Normalizer.normalize(seen, Normalizer.Form.NFC).strip();
        int whole = composed.codePointCount(0, composed.length());
        String cut = whole <= LONGEST_NAME
                ? composed
                : composed.substring(composed.offsetByCodePoints(0, whole - LONGEST_NAME))
                        .strip();
        return cut.isEmpty() ? "?" : cut;
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
