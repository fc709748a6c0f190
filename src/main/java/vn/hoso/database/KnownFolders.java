package vn.hoso.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Remembers, in the user's own folder, which data folders this computer's program has worked with. An empty one in their place is
 * refused: a disk that is not mounted or a start from another folder looks like an office without figures. Nothing is remembered of the
 * demonstration, nor where the user's folder cannot be written; a container forgets with its own file system.
 */
final class KnownFolders {

    private static final Logger log = LoggerFactory.getLogger(KnownFolders.class);

    private static final int MANY = 20;
    private static final String USUAL = "./data";

    private final Environment environment;
    private final DataFolder folder;

    KnownFolders(Environment environment, DataFolder folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /** @throws StartupFailure when an empty folder stands where figures were */
    void requireNoneMissing() {
        if (ignored() || environment.getProperty("hoso.embedded.start-empty", Boolean.class, false)) {
            return;
        }
        List<String> known = read();
        if (known.contains(folder.toString())) {
            throw new StartupFailure(
                    "Thư mục dữ liệu " + folder + " trước đây có số liệu, nay trống hoặc không còn.",
                    "Hãy kiểm tra ổ đĩa chứa thư mục này đã gắn chưa, thư mục có bị chuyển đi hay xóa không; nếu mất, hãy"
                            + " khôi phục từ gói sao lưu. " + anew());
        }
        boolean usual = USUAL.equals(environment.getProperty("hoso.data-dir", USUAL));
        List<String> holding = known.stream()
                .filter(path -> Files.exists(Path.of(path, "postgresql", "PG_VERSION")))
                .toList();
        if (usual && !holding.isEmpty()) {
            String last = holding.get(holding.size() - 1);
            throw new StartupFailure(
                    "Thư mục dữ liệu " + folder + " còn trống, trong khi lần trước chương trình dùng số liệu ở " + last
                            + ".",
                    "Hãy chạy chương trình từ thư mục cũ, hoặc chỉ rõ nơi để số liệu: --hoso.data-dir=" + last + ". "
                            + anew());
        }
    }

    private static String anew() {
        return "Chỉ khi thật sự muốn bắt đầu với dữ liệu trống, hãy chạy thêm một lần với"
                + " --hoso.embedded.start-empty=true.";
    }

    /** This folder now holds figures; the last one remembered is the last one used. */
    void remember() {
        if (ignored()) {
            return;
        }
        List<String> known = new ArrayList<>(read());
        if (!known.isEmpty() && known.get(known.size() - 1).equals(folder.toString())) {
            return;
        }
        known.remove(folder.toString());
        known.add(folder.toString());
        try {
            Files.createDirectories(file().toAbsolutePath().getParent());
            Files.write(file(), known.subList(Math.max(0, known.size() - MANY), known.size()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            log.debug("The data folder is not remembered", e);
        }
    }

    private List<String> read() {
        try {
            return Files.exists(file()) ? Files.readAllLines(file(), StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            log.debug("The remembered data folders cannot be read", e);
            return List.of();
        }
    }

    private boolean ignored() {
        return environment.acceptsProfiles(Profiles.of("demo")) || setting().isBlank();
    }

    private Path file() {
        return Path.of(setting());
    }

    private String setting() {
        return environment.getProperty("hoso.embedded.known-folders", "");
    }
}
