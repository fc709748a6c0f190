package vn.hoso.imports.files;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The parts of a zipped workbook. Only those that are asked for are ever unpacked. */
final class PackageParts {

    private final byte[] bytes;
    private final ReadBudget work;
    private final Map<String, ZipEntries.Entry> entries = new LinkedHashMap<>();

    PackageParts(byte[] bytes, ReadBudget work) {
        this.bytes = bytes;
        this.work = work;
        ZipEntries.of(bytes, work.limits().unpacked()).forEach(entry -> entries.put(entry.name(), entry));
    }

    /** All names, lower case. */
    Set<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** The unpacked bytes of a part, which end in an exception unless they are what the list of entries announced. */
    InputStream open(String name) {
        ZipEntries.Entry entry = entries.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw FileErrors.of("damaged");
        }
        InputStream packed = new ByteArrayInputStream(bytes, entry.start(), entry.packed());
        return new Checked(entry.method() == ZipEntries.DEFLATED ? new Inflating(packed) : packed, entry, work);
    }

    private static final class Inflating extends InflaterInputStream {

        Inflating(InputStream packed) {
            super(packed, new Inflater(true), 8 * 1024);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    private static final class Checked extends FilterInputStream {

        private final ZipEntries.Entry entry;
        private final ReadBudget work;
        private final CRC32 sum = new CRC32();
        private long size;

        Checked(InputStream in, ZipEntries.Entry entry, ReadBudget work) {
            super(in);
            this.entry = entry;
            this.work = work;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read < 0) {
                if (size != entry.unpacked() || (int) sum.getValue() != entry.crc()) {
                    throw new IOException("other bytes than announced");
                }
                return -1;
            }
            size += read;
            work.unpacked(read);
            if (size > entry.unpacked()) {
                throw FileErrors.of("bomb");
            }
            sum.update(into, from, read);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
