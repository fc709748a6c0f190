package vn.hoso.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.hoso.backup.Manifest.TableContent;

/**
 * A package on the disk, read whole and found to be what was written: its seal, its manifest, and every table's size, rows and sum.
 * Only {@link #open} makes one, so whoever has one need not look again.
 */
final class PackageFile {

    /** A manifest is a few dozen kilobytes. */
    private static final int LARGEST_MANIFEST = 4_000_000;

    private final Path file;
    private final Manifest manifest;

    private PackageFile(Path file, Manifest manifest) {
        this.file = file;
        this.manifest = manifest;
    }

    /**
     * Reads it all.
     *
     * @throws BackupException when it is no package, not whole, altered, or of a later format than this program knows
     */
    static PackageFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("Không thấy tệp " + file + ".", "Hãy kiểm tra lại đường dẫn sau --hoso.file=.");
        }
        try {
            if (!Seal.fits(file)) {
                throw damaged(file, "tệp bị cắt ngắn, bị sửa, hoặc không phải gói sao lưu của chương trình này");
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                Manifest manifest = manifest(file, zip);
                requireTables(file, zip, manifest);
                return new PackageFile(file, manifest);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e.toString());
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw damaged(file, "thiếu " + Manifest.ENTRY);
        }
        byte[] json;
        try (InputStream in = zip.getInputStream(entry)) {
            json = in.readNBytes(LARGEST_MANIFEST);
        }
        try {
            Manifest manifest = Manifest.read(json);
            requireOurs(file, manifest);
            return manifest;
        } catch (JacksonException | NullPointerException e) {
            throw damaged(file, Manifest.ENTRY + " không đọc được");
        }
    }

    private static void requireOurs(Path file, Manifest manifest) {
        if (!manifest.product().equals(Manifest.PRODUCT)) {
            throw damaged(file, "đây là gói của chương trình khác (" + manifest.product() + ")");
        }
        if (manifest.format() > Manifest.FORMAT) {
            throw new BackupException(
                    "Gói " + file + " do phiên bản mới hơn của chương trình ghi (định dạng " + manifest.format()
                            + ", chương trình này đọc đến " + Manifest.FORMAT + ").",
                    "Hãy cài phiên bản " + manifest.program() + " hoặc mới hơn rồi khôi phục. Chưa có gì bị thay đổi.");
        }
        boolean whole = manifest.format() > 0
                && manifest.schema().matches("\\d{1,20}")
                && manifest.trail().length() >= 0
                && manifest.trail().hash().matches("[0-9a-f]{64}")
                && manifest.sequences().keySet().stream().allMatch(PackageFile::plain)
                && manifest.sequences().values().stream().allMatch(PackageFile::positive)
                && Objects.nonNull(manifest.made())
                && Objects.nonNull(manifest.organisation());
        if (!whole) {
            throw damaged(file, Manifest.ENTRY + " có giá trị không hợp lệ");
        }
    }

    private static boolean positive(@Nullable Long number) {
        return number == null || number > 0;
    }

    private static boolean plain(String name) {
        return name.matches("[a-z][a-z0-9_]{0,62}");
    }

    private static void requireTables(Path file, ZipFile zip, Manifest manifest) throws IOException {
        Set<String> entries = new HashSet<>();
        for (ZipEntry each : List.copyOf(zip.stream().toList())) {
            if (!entries.add(each.getName())) {
                throw damaged(file, "hai tệp cùng tên " + each.getName());
            }
        }
        Set<String> named = new HashSet<>();
        for (TableContent table : manifest.tables()) {
            boolean sound = plain(table.name())
                    && named.add(table.entry())
                    && !table.columns().isEmpty()
                    && table.columns().stream().allMatch(PackageFile::plain);
            ZipEntry entry = sound ? zip.getEntry(table.entry()) : null;
            if (entry == null) {
                throw damaged(file, "thiếu bảng " + table.name());
            }
            Seal.Sum sum;
            try (InputStream in = zip.getInputStream(entry)) {
                sum = Seal.Sum.of(in);
            }
            if (!sum.sha256().equals(table.sha256()) || sum.bytes() != table.bytes() || sum.lines() != table.rows()) {
                throw damaged(file, "bảng " + table.name() + " không khớp với " + Manifest.ENTRY);
            }
        }
        entries.removeIf(name -> !name.startsWith("tables/"));
        if (!entries.equals(named)) {
            throw damaged(file, "có bảng không được kê trong " + Manifest.ENTRY);
        }
    }

    static BackupException damaged(Path file, String reason) {
        return new BackupException(
                "Gói " + file + " không dùng được: " + reason + ".",
                "Hãy dùng một gói khác (các gói cũ hơn, hoặc bản ở nơi lưu thứ hai). Chưa có gì bị thay đổi.");
    }

    Manifest manifest() {
        return manifest;
    }

    Path file() {
        return file;
    }

    /** Reads tables one after the other. */
    interface Reader {

        void read(TableContent table, InputStream rows) throws IOException;
    }

    void each(List<TableContent> tables, Reader reader) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (TableContent table : tables) {
                try (InputStream in = zip.getInputStream(Objects.requireNonNull(zip.getEntry(table.entry())))) {
                    reader.read(table, in);
                }
            }
        }
    }
}
