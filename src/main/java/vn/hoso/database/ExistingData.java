package vn.hoso.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the PostgreSQL folder before anything is started, and only looks. Whatever is in there may be the
 * district's only copy: a folder that is neither empty nor whole is a reason to stop, never one to begin anew.
 */
final class ExistingData {

    /** The PostgreSQL whose programs come with this version. */
    static final String MAJOR_VERSION = "18";

    private static final List<String> NEEDED =
            List.of("PG_VERSION", "postgresql.conf", "pg_hba.conf", "global/pg_control", DataFolder.SUPERUSER_PASSWORD);

    private ExistingData() {}

    /**
     * @return false when there is nothing yet (no folder, or an empty one)
     * @throws StartupFailure when the folder holds something that is not a whole, usable PostgreSQL 18
     */
    static boolean isIn(DataFolder folder) {
        Path cluster = folder.cluster();
        try {
            if (!Files.exists(cluster, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            if (!Files.exists(cluster)) {
                // A link whose disk is not mounted: the data are elsewhere, and an empty start would hide them.
                throw damaged(cluster, "liên kết trỏ tới nơi không có");
            }
            if (!Files.isDirectory(cluster)) {
                throw damaged(cluster, "đây không phải là một thư mục");
            }
            if (isEmpty(cluster)) {
                return false;
            }
            requireAccess(folder);
            for (String needed : NEEDED) {
                Path file = cluster.resolve(needed);
                if (!Files.isRegularFile(file) || Files.size(file) == 0) {
                    throw damaged(cluster, "thiếu tệp " + needed);
                }
            }
            requireVersion(cluster);
            return true;
        } catch (IOException e) {
            throw notOurs(cluster, e.toString(), e);
        }
    }

    /** What a command that reads says of a folder without data. */
    static StartupFailure none(Object folder) {
        return new StartupFailure(
                "Thư mục dữ liệu " + folder + " chưa có cơ sở dữ liệu nào của chương trình.",
                "Hãy đặt --hoso.data-dir tới thư mục dữ liệu của chương trình; nếu chương trình dùng PostgreSQL riêng, hãy"
                        + " chạy lệnh với cùng các thiết lập spring.datasource.* của nó. Lệnh này không tạo cơ sở dữ liệu mới.");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /**
     * Asks the permission bits as well as the system: for root the system always says yes, while PostgreSQL, which
     * refuses to be root, is held to the bits.
     */
    private static void requireAccess(DataFolder folder) throws IOException {
        for (Path path : List.of(folder.cluster(), folder.cluster().resolve("global"))) {
            if (!Files.exists(path)) {
                continue;
            }
            if (!Files.isReadable(path) || !Files.isWritable(path)) {
                throw notOurs(path, "không đọc hoặc không ghi được", null);
            }
            if (OwnerOnly.isPosix(path)
                    && !Files.getPosixFilePermissions(path)
                            .containsAll(Set.of(
                                    PosixFilePermission.OWNER_READ,
                                    PosixFilePermission.OWNER_WRITE,
                                    PosixFilePermission.OWNER_EXECUTE))) {
                throw notOurs(path, "thư mục đang ở chế độ chỉ đọc", null);
            }
        }
        if (OwnerOnly.isPosix(folder.cluster())) {
            UserPrincipal owner = Files.getOwner(folder.cluster());
            UserPrincipal me = whoIAm(folder);
            if (!owner.equals(me)) {
                throw notOurs(
                        folder.cluster(),
                        "thư mục thuộc về người dùng \"" + owner.getName() + "\" còn chương trình đang chạy bằng \""
                                + me.getName() + "\"",
                        null);
            }
        }
    }

    /** A new file tells the user the program runs as, whatever the environment says. */
    private static UserPrincipal whoIAm(DataFolder folder) throws IOException {
        Path probe = Files.createTempFile(folder.root(), ".owner", "");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    /** Whether a folder holds data of some PostgreSQL. */
    static boolean hasVersion(DataFolder folder) {
        return Files.isRegularFile(folder.cluster().resolve("PG_VERSION"));
    }

    /** The PostgreSQL that a folder's data are of. */
    static String majorVersion(DataFolder folder) throws IOException {
        return Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
    }

    private static void requireVersion(Path cluster) throws IOException {
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new StartupFailure(
                    "Thư mục " + cluster + " chứa dữ liệu của PostgreSQL " + version
                            + ", còn chương trình này dùng PostgreSQL " + MAJOR_VERSION + ".",
                    "Hãy chạy chương trình này một lần với --hoso.command=upgrade-database: nó ghi bản sao lưu của dữ liệu cũ, chuyển"
                            + " sang"
                            + " PostgreSQL " + MAJOR_VERSION
                            + " và giữ nguyên thư mục cũ bên cạnh. Không có tệp nào bị thay"
                            + " đổi.");
        }
    }

    private static StartupFailure damaged(Path cluster, String reason) {
        return new StartupFailure(
                "Thư mục dữ liệu " + cluster + " không trống nhưng không nguyên vẹn: " + reason
                        + ". Chương trình không khởi tạo đè lên dữ liệu có sẵn.",
                "Hãy khôi phục thư mục này từ bản sao lưu. Nếu muốn bắt đầu với dữ liệu trống, hãy chuyển thư mục "
                        + cluster + " sang nơi khác (đừng xóa) rồi chạy lại. Không có tệp nào bị thay đổi.");
    }

    private static StartupFailure notOurs(Path path, String reason, @Nullable Throwable cause) {
        return new StartupFailure(
                "Không dùng được thư mục dữ liệu " + path + ": " + reason + ".",
                "Hãy cho người dùng đang chạy chương trình quyền đọc và ghi trên thư mục này, hoặc khôi phục từ bản sao"
                        + " lưu vào thư mục khác. Không có tệp nào bị thay đổi.",
                cause);
    }
}
