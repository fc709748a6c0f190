package vn.hoso.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one running copy of the program the only one on a data folder. The operating system drops the lock with the
 * process, so a crash leaves nothing behind that would have to be judged stale.
 */
final class FolderLock implements AutoCloseable {

    /**
     * Folders locked inside this process. POSIX drops every lock a process holds on a file as soon as it closes any
     * handle of it, so a second attempt must be turned away before it opens the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws StartupFailure when another copy of the program holds the folder, or it cannot be written */
    static FolderLock acquire(DataFolder folder) {
        Path file = folder.lockFile();
        if (!HELD.add(file)) {
            throw alreadyRunning(folder);
        }
        FileChannel channel = null;
        boolean acquired = false;
        try {
            channel = FileChannel.open(OwnerOnly.appended(file), StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw alreadyRunning(folder);
            }
            acquired = true;
            return new FolderLock(file, channel);
        } catch (IOException e) {
            throw new StartupFailure(
                    "Không ghi được vào thư mục dữ liệu " + folder + " (" + e + ").",
                    "Hãy kiểm tra quyền ghi của người dùng đang chạy chương trình trên thư mục này. Không có tệp nào bị"
                            + " thay đổi.",
                    e);
        } finally {
            if (!acquired) {
                closeQuietly(channel);
                HELD.remove(file);
            }
        }
    }

    private static StartupFailure alreadyRunning(DataFolder folder) {
        return new StartupFailure(
                "Chương trình đang chạy trên thư mục dữ liệu " + folder + ".",
                "Hãy dùng chương trình đang chạy, hoặc tắt nó rồi chạy lại. Muốn chạy thêm một bản riêng, hãy đặt"
                        + " hoso.data-dir sang thư mục khác.");
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The lock was not ours; there is nothing left to lose with this handle.
            }
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
        HELD.remove(file);
    }
}
