package vn.hoso.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the data folder of a PostgreSQL that never held anything. All of it happens in a folder of its own beside the
 * final one, which is then renamed: whatever moment the computer stops at, the final name holds nothing or a whole
 * cluster, and an interrupted attempt is known by its name and thrown away.
 */
final class FirstInitialisation {

    private static final Logger log = LoggerFactory.getLogger(FirstInitialisation.class);

    private static final String ATTEMPT = "postgresql.initialising-";

    /** Vietnamese alphabetical order as the default for every text column. */
    private static final List<String> VIETNAMESE = List.of("--locale-provider=icu", "--icu-locale=vi-VN");

    /** For binaries built without ICU: order by code point, which at least is the same on every computer. */
    private static final List<String> BY_CODE_POINT = List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8");

    private final DataFolder folder;
    private final PostgresBinaries binaries;

    FirstInitialisation(DataFolder folder, PostgresBinaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    /** @throws StartupFailure when it fails; the final folder is untouched then */
    void run() {
        try {
            discardInterruptedAttempts();
            if (!attempt(VIETNAMESE) && !attempt(BY_CODE_POINT)) {
                throw new StartupFailure(
                        "Không khởi tạo được cơ sở dữ liệu trong " + folder + ".",
                        "Hãy kiểm tra dung lượng ổ đĩa và quyền của thư mục; nguyên nhân ghi trong "
                                + folder.commandLog() + ".");
            }
        } catch (IOException e) {
            throw new StartupFailure(
                    "Không khởi tạo được cơ sở dữ liệu trong " + folder + " (" + e + ").",
                    "Hãy kiểm tra dung lượng ổ đĩa và quyền của thư mục, rồi chạy lại.",
                    e);
        }
    }

    /** A process of an interrupted attempt may still be writing there: hence a new name each time, and no insisting. */
    private void discardInterruptedAttempts() throws IOException {
        try (DirectoryStream<Path> attempts = Files.newDirectoryStream(folder.root(), ATTEMPT + "*")) {
            for (Path attempt : attempts) {
                try {
                    Folders.deleteTree(attempt);
                    log.info("Đã dọn lần khởi tạo dở dang {}", attempt);
                } catch (IOException e) {
                    log.warn("Chưa dọn được lần khởi tạo dở dang {}: {}", attempt, e.toString());
                }
            }
        }
    }

    private boolean attempt(List<String> locale) throws IOException {
        Path attempt = folder.root().resolve(ATTEMPT + Long.toHexString(System.nanoTime()));
        OwnerOnly.createDirectory(attempt);
        Path data = attempt.resolve("data");
        Path password = attempt.resolve("password");
        OwnerOnly.write(password, newPassword());
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + data,
                "--username=" + PostgresServer.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C"));
        arguments.addAll(locale);
        int exit = binaries.run(folder.commandLog(), Duration.ofMinutes(5), "initdb", arguments.toArray(String[]::new));
        if (exit == 0) {
            Files.move(password, data.resolve(DataFolder.SUPERUSER_PASSWORD), StandardCopyOption.ATOMIC_MOVE);
            Folders.force(data);
            // An empty folder may have been made beforehand; only an empty one can be deleted like this.
            Files.deleteIfExists(folder.cluster());
            Files.move(data, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
            Folders.force(folder.root());
        }
        Folders.deleteTree(attempt);
        return exit == 0;
    }

    /** 256 random bits; nobody has to type it. */
    static String newPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
