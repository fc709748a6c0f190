package vn.hoso.imports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Zipped files whose list of entries does not tell the truth. */
final class Zips {

    private static final int LISTED = 0x02014B50;
    private static final int END = 0x06054B50;

    private Zips() {}

    private static ByteBuffer copy(byte[] zip) {
        return ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int end(ByteBuffer zip) {
        int at = zip.limit() - 22;
        while (zip.getInt(at) != END) {
            at--;
        }
        return at;
    }

    /** Where the list speaks of an entry. */
    private static int listed(ByteBuffer zip, String name) {
        int at = zip.getInt(end(zip) + 16);
        while (zip.getInt(at) == LISTED) {
            byte[] each = new byte[zip.getShort(at + 28)];
            zip.get(at + 46, each);
            if (new String(each, StandardCharsets.UTF_8).equals(name)) {
                return at;
            }
            at += 46 + each.length + zip.getShort(at + 30) + zip.getShort(at + 32);
        }
        throw new IllegalArgumentException(name);
    }

    static byte[] lying(byte[] zip, String name, int size) {
        ByteBuffer changed = copy(zip);
        changed.putInt(listed(changed, name) + 24, size);
        return changed.array();
    }

    static byte[] counted(byte[] zip, int entries) {
        ByteBuffer changed = copy(zip);
        changed.putShort(end(changed) + 10, (short) entries);
        return changed.array();
    }

    /** The whole list again, so that each entry is named twice. */
    static byte[] repeated(byte[] zip) {
        ByteBuffer whole = copy(zip);
        int end = end(whole);
        int from = whole.getInt(end + 16);
        int length = end - from;
        ByteBuffer changed = ByteBuffer.allocate(zip.length + length).order(ByteOrder.LITTLE_ENDIAN);
        changed.put(zip, 0, end).put(zip, from, length).put(zip, end, zip.length - end);
        changed.putShort(end + length + 10, (short) (2 * whole.getShort(end + 10)));
        changed.putInt(end + length + 12, 2 * length);
        return changed.array();
    }

    /** The second entry's bytes reach over those of the third. */
    static byte[] sharing(byte[] zip) {
        ByteBuffer changed = copy(zip);
        int first = changed.getInt(end(changed) + 16);
        int second =
                first + 46 + changed.getShort(first + 28) + changed.getShort(first + 30) + changed.getShort(first + 32);
        changed.putInt(second + 20, changed.getInt(second + 20) + 40);
        return changed.array();
    }
}
