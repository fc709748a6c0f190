package vn.hoso.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The one folder on this computer that holds everything the embedded PostgreSQL needs: {@code hoso.data-dir}. */
final class DataFolder {

    static final String SUPERUSER_PASSWORD = "superuser.password";

    private final Path root;

    private final Path binaries;

    private DataFolder(Path root, Path binaries) {
        this.root = root;
        this.binaries = binaries;
    }

    /**
     * Finds or makes the folder.
     *
     * @param configured the value of {@code hoso.data-dir}; a relative one counts from the working folder
     * @throws StartupFailure when the name cannot be used or the folder cannot be made
     */
    static DataFolder at(String configured) {
        try {
            Path folder = Path.of(configured).toAbsolutePath().normalize();
            refuseWhatAShellWouldRead(folder);
            if (!Files.isDirectory(folder)) {
                if (folder.getParent() != null) {
                    Files.createDirectories(folder.getParent());
                }
                OwnerOnly.createDirectory(folder);
            }
            // The real path, so that two spellings of one folder share one lock and one orphan.
            Path real = folder.toRealPath();
            return new DataFolder(real, real.resolve("binaries"));
        } catch (InvalidPathException e) {
            throw new StartupFailure(
                    "Không dùng được tên thư mục dữ liệu \"" + configured + "\".",
                    "Hãy đặt hoso.data-dir thành một đường dẫn hợp lệ. Nếu tên có dấu tiếng Việt, hãy đặt biến môi"
                            + " trường LANG=C.UTF-8 trước khi chạy chương trình.",
                    e);
        } catch (IOException e) {
            throw new StartupFailure(
                    "Không tạo hoặc không mở được thư mục dữ liệu \"" + configured + "\" (" + e + ").",
                    "Hãy kiểm tra ổ đĩa và quyền của người dùng đang chạy chương trình, hoặc đặt hoso.data-dir sang"
                            + " thư mục khác.",
                    e);
        }
    }

    /**
     * Finds the folder and makes none.
     *
     * @throws StartupFailure as {@link #at} does, and when there is no such folder
     */
    static DataFolder existing(String configured) {
        try {
            Path folder = Path.of(configured).toAbsolutePath().normalize();
            if (!Files.isDirectory(folder)) {
                throw ExistingData.none(folder);
            }
        } catch (InvalidPathException e) {
            // The other says why.
        }
        return at(configured);
    }

    /** {@code pg_ctl} hands the folder to a shell between double quotes: spaces and letters are safe, these are not. */
    private static void refuseWhatAShellWouldRead(Path folder) {
        String special = File.separatorChar == '\\' ? "\"%" : "\"$`\\";
        if (folder.toString().chars().anyMatch(c -> c < ' ' || special.indexOf(c) >= 0)) {
            throw new StartupFailure(
                    "Tên thư mục dữ liệu \"" + folder + "\" có ký tự không dùng được (một trong " + special + ").",
                    "Hãy đổi tên thư mục hoặc đặt hoso.data-dir sang thư mục khác.");
        }
    }

    Path root() {
        return root;
    }

    /** PostgreSQL's own data. */
    Path cluster() {
        return root.resolve("postgresql");
    }

    /** Locked for as long as the program runs. */
    Path lockFile() {
        return root.resolve("hoso.lock");
    }

    /** Where PostgreSQL's programs are unpacked. */
    Path binaries() {
        return binaries;
    }

    /** The same folder with PostgreSQL's programs kept elsewhere, where several folders can share them. */
    DataFolder withBinaries(Path elsewhere) {
        return new DataFolder(root, elsewhere);
    }

    /** Inside the data it opens, so that a copy of the data folder is complete and the two come into being at once. */
    Path superuserPassword() {
        return cluster().resolve(SUPERUSER_PASSWORD);
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    /** What {@code initdb} and {@code pg_ctl} print; apart from the server's log, which the server keeps open. */
    Path commandLog() {
        return root.resolve("postgresql-commands.log");
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
