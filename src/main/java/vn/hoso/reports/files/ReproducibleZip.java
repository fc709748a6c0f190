package vn.hoso.reports.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs an Office file again without the time of day, so that equal contents are equal bytes. */
final class ReproducibleZip {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ReproducibleZip() {}

    static byte[] of(byte[] zipped) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zipped.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zipped));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                out.putNextEntry(same);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
