package vn.hoso.backup;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.core.env.Environment;
import vn.hoso.database.ClusterUpgrade;
import vn.hoso.database.StartupFailure;
import vn.hoso.security.SecondFactorKey;
import vn.hoso.shared.Formats;
import vn.hoso.shared.TimeConfiguration;

/** Carries the embedded database over to the PostgreSQL of this program, by a package; the old folder stays. */
final class UpgradeCommand {

    private UpgradeCommand() {}

    static void run(Environment settings, PrintStream out) {
        String dataDir = settings.getProperty("hoso.data-dir", "./data");
        Clock clock = new TimeConfiguration().devices();
        SecondFactorKey key = SecondFactorKey.of(settings.getProperty("hoso.security.second-factor-key", ""), dataDir);
        try (ClusterUpgrade upgrade =
                ClusterUpgrade.begin(dataDir, settings.getProperty("hoso.embedded.database", "hoso"))) {
            Path file = Path.of(dataDir)
                    .toAbsolutePath()
                    .normalize()
                    .resolve("backups/truoc-khi-nang-postgresql-" + upgrade.from() + "-"
                            + BackupCommand.STAMP.format(LocalDateTime.ofInstant(clock.instant(), clock.getZone()))
                            + ".zip");
            out.println("Sao lưu dữ liệu của PostgreSQL " + upgrade.from() + " vào " + file + " …");
            new PackageWriter(upgrade.before(), key, clock).write(file, false, Progress.NONE);
            Restore.Result result =
                    new Restore(PackageFile.open(file), upgrade.after(), clock).run(false, Progress.NONE);
            Path kept = upgrade.replace();
            out.println("Đã chuyển " + Formats.count(result.rows())
                    + " dòng, khớp từng bảng, nhật ký nguyên vẹn. Dữ liệu cũ còn ở " + kept
                    + "; xóa được khi chương trình đã chạy ổn.");
        } catch (StartupFailure refused) {
            throw BackupException.of(refused);
        }
    }
}
