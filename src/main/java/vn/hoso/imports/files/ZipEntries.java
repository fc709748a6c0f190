package vn.hoso.imports.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.hoso.shared.Formats;

/**
 * The list of a zipped file's entries, which stands at its end. What it says of sizes is checked here before anything is
 * unpacked, and held to while it is. Entries may be packed or stored, their sizes behind them or before, plain or zip64.
 */
final class ZipEntries {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int LOCAL = 0x04034B50;
    private static final int LISTED = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int LARGE_END = 0x06064B50;
    private static final int LARGE_END_PLACE = 0x07064B50;
    private static final int LARGE_SIZES = 1;
    private static final int END_BYTES = 22;
    private static final int PLACE_BYTES = 20;
    private static final long TOO_LARGE_TO_SAY = 0xFFFFFFFFL;
    private static final int ENCRYPTED = 0x2041;

    private final ByteBuffer file;
    private final List<Entry> entries = new ArrayList<>();
    private final long most;
    private long unpacked;

    /**
     * An entry.
     *
     * @param name its name, lower case
     * @param from where its heading begins in the file
     * @param start where its bytes begin
     * @param packed how many there are
     * @param unpacked how many they unpack to, if the list tells the truth
     */
    record Entry(String name, int method, int crc, int from, int start, int packed, long unpacked) {}

    private ZipEntries(byte[] bytes, long most) {
        this.most = most;
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Refuses a file whose list is cut off, contradicts its entries, or announces more bytes than may be unpacked. */
    static List<Entry> of(byte[] bytes, long most) {
        ZipEntries zip = new ZipEntries(bytes, most);
        try {
            zip.list();
        } catch (IndexOutOfBoundsException | ArithmeticException damaged) {
            throw FileErrors.of("damaged");
        }
        return zip.entries;
    }

    private void list() {
        int end = end();
        long count = small(end + 10);
        long size = large(end + 12);
        long from = large(end + 16);
        if (count == 0xFFFF || size == TOO_LARGE_TO_SAY || from == TOO_LARGE_TO_SAY) {
            check(file.getInt(end - PLACE_BYTES) == LARGE_END_PLACE);
            end = Math.toIntExact(file.getLong(end - PLACE_BYTES + 8));
            check(file.getInt(end) == LARGE_END);
            count = file.getLong(end + 32);
            size = file.getLong(end + 40);
            from = file.getLong(end + 48);
        }
        if (count > FileLimits.ENTRIES) {
            throw FileErrors.of("parts", Formats.count(FileLimits.ENTRIES));
        }
        check(count >= 0 && size >= 0 && from >= 0 && from <= end && size <= end - from);
        int at = (int) from;
        for (int i = 0; i < count; i++) {
            check(file.getInt(at) == LISTED);
            take(at, (int) from);
            at += 46 + small(at + 28) + small(at + 30) + small(at + 32);
        }
        check(at == from + size);
        apart();
    }

    private int end() {
        int last = file.limit() - END_BYTES;
        for (int at = last; at >= Math.max(0, last - 0xFFFF); at--) {
            if (file.getInt(at) == END && at + END_BYTES + small(at + 20) <= file.limit()) {
                return at;
            }
        }
        throw FileErrors.of("damaged");
    }

    private void take(int at, int list) {
        if ((small(at + 8) & ENCRYPTED) != 0) {
            throw FileErrors.of("encrypted");
        }
        int nameLength = small(at + 28);
        long[] sizes = {large(at + 24), large(at + 20), large(at + 42)};
        enlarge(sizes, at + 46 + nameLength, small(at + 30));
        int from = Math.toIntExact(sizes[2]);
        int method = small(at + 10);
        check(file.getInt(from) == LOCAL && small(from + 8) == method && small(from + 26) == nameLength);
        byte[] name = bytes(at + 46, nameLength);
        check(Arrays.equals(name, bytes(from + 30, nameLength)));
        int start = from + 30 + nameLength + small(from + 28);
        check(sizes[0] >= 0 && sizes[1] >= 0 && sizes[1] <= list - start);
        check(method == DEFLATED || method == STORED && sizes[0] == sizes[1]);
        refuseBomb(sizes[0], sizes[1]);
        entries.add(new Entry(plain(name), method, file.getInt(at + 16), from, start, (int) sizes[1], sizes[0]));
    }

    /** Sizes that do not fit their usual place stand behind the name, only those, in this order. */
    private void enlarge(long[] sizes, int from, int length) {
        int at = from;
        while (at + 4 <= from + length && small(at) != LARGE_SIZES) {
            at += 4 + small(at + 2);
        }
        at += 4;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == TOO_LARGE_TO_SAY) {
                check(at + 8 <= from + length);
                sizes[i] = file.getLong(at);
                at += 8;
            }
        }
    }

    private void refuseBomb(long size, long packed) {
        check(size <= Long.MAX_VALUE - unpacked);
        unpacked += size;
        if (unpacked > most || size > FileLimits.RATIO_FREE && size > FileLimits.RATIO * Math.max(1, packed)) {
            throw FileErrors.of("bomb");
        }
    }

    /** Entries that share bytes unpack to far more than they take. */
    private void apart() {
        int end = 0;
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingInt(Entry::from)).toList()) {
            check(entry.from() >= end);
            end = entry.start() + entry.packed();
        }
        check(entries.stream().map(Entry::name).distinct().count() == entries.size());
    }

    private static String plain(byte[] name) {
        String text =
                new String(name, StandardCharsets.UTF_8).replace('\\', '/').toLowerCase(Locale.ROOT);
        return text.startsWith("/") ? text.substring(1) : text;
    }

    private byte[] bytes(int at, int length) {
        byte[] bytes = new byte[length];
        file.get(at, bytes);
        return bytes;
    }

    private int small(int at) {
        return file.getShort(at) & 0xFFFF;
    }

    private long large(int at) {
        return file.getInt(at) & 0xFFFFFFFFL;
    }

    private static void check(boolean sound) {
        if (!sound) {
            throw FileErrors.of("damaged");
        }
    }
}
