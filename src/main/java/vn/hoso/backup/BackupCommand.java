package vn.hoso.backup;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import vn.hoso.database.CommandContext;
import vn.hoso.database.DirectConnections;
import vn.hoso.database.StartupFailure;
import vn.hoso.security.SecondFactorKey;
import vn.hoso.shared.Formats;
import vn.hoso.shared.TimeConfiguration;

/**
 * {@code --hoso.command=backup|restore|drill|export --hoso.file=…}: makes a package, puts one into the database, proves one, or makes
 * one that others can read as well; {@code upgrade-database} carries the embedded database over to a later PostgreSQL by a package.
 * All but the restore also work beside a running program; backup and export make no database where there is none, and a drill needs
 * none. Ends with 0 when it is done, 1 when it was refused, 2 when the database was not to be had.
 */
public final class BackupCommand {

    private static final String UPGRADE = "upgrade-database";
    private static final String DRILL = "drill";
    private static final String RESTORE = "restore";
    private static final Set<String> COMMANDS = Set.of("backup", RESTORE, DRILL, "export", UPGRADE);
    static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final Environment settings;
    private final PackageWriter writer;
    private final DirectConnections connections;
    private final SecondFactorKey key;
    private final Clock clock;
    private final PrintStream out;

    private BackupCommand(ConfigurableApplicationContext context, PrintStream out) {
        this.settings = context.getEnvironment();
        this.writer = context.getBean(PackageWriter.class);
        this.connections = context.getBean(DirectConnections.class);
        this.key = context.getBean(SecondFactorKey.class);
        this.clock = context.getBean(Clock.class);
        this.out = out;
    }

    /** The command that the line asks for, if it is one of these. */
    private static Optional<String> asked(String... arguments) {
        return COMMANDS.stream()
                .filter(each -> CommandContext.asksFor(each, arguments))
                .findFirst();
    }

    /** Whether the command line asks for one of them. */
    public static boolean askedFor(String... arguments) {
        return asked(arguments).isPresent();
    }

    /** Does it and answers with the process's exit code. */
    public static int run(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String command = asked(arguments).orElseThrow();
        try {
            if (command.equals(UPGRADE)) {
                UpgradeCommand.run(CommandContext.settings(arguments), out);
                return 0;
            }
            if (command.equals(DRILL)) {
                drill(CommandContext.settings(arguments), out);
                return 0;
            }
            try (ConfigurableApplicationContext context = command.equals(RESTORE)
                    ? CommandContext.openToFill(arguments, Configuration.class)
                    : CommandContext.open(arguments, Configuration.class)) {
                new BackupCommand(context, out).run(command);
                return 0;
            }
        } catch (BackupException refused) {
            return refuse(out, String.valueOf(refused.getMessage()), refused.whatToDo());
        } catch (StartupFailure refused) {
            // Boot has printed why.
            return 1;
        } catch (RuntimeException notStarted) {
            // And this.
            return 2;
        }
    }

    private static int refuse(PrintStream out, String whatHappened, String whatToDo) {
        out.println(whatHappened);
        out.println(whatToDo);
        return 1;
    }

    /** What a command needs of the program. */
    @Import({DirectConnections.class, SecondFactorKey.class, PackageWriter.class, TimeConfiguration.class})
    static final class Configuration {}

    private void run(String command) {
        switch (command) {
            case "backup" -> written(file("sao-luu"), false);
            case "export" -> written(file("ho-so"), true);
            default -> restore();
        }
    }

    private Path file(String name) {
        String named = settings.getProperty("hoso.file", "");
        return named.isBlank()
                ? folder().resolve(stamped(name))
                : Path.of(named).toAbsolutePath();
    }

    private String stamped(String name) {
        return name + "-" + STAMP.format(LocalDateTime.ofInstant(clock.instant(), clock.getZone())) + ".zip";
    }

    private Path folder() {
        String named = settings.getProperty("hoso.backup.folder", "");
        return named.isBlank()
                ? dataFolder(settings).resolve("backups")
                : Path.of(named).toAbsolutePath();
    }

    private static Path dataFolder(Environment settings) {
        return Path.of(settings.getProperty("hoso.data-dir", "./data"))
                .toAbsolutePath()
                .normalize();
    }

    private Manifest written(Path file, boolean readable) {
        long began = System.nanoTime();
        Manifest manifest = writer.write(file, readable, Progress.NONE);
        out.println("Đã ghi và đọc lại gói " + file + " (" + megabytes(file) + ", "
                + manifest.tables().size() + " bảng, " + Formats.count(manifest.rows()) + " dòng, "
                + seconds(Duration.ofNanos(System.nanoTime() - began)) + ").");
        if (manifest.secondFactorKey() != null) {
            out.println(
                    manifest.secondFactorKey().isEmpty()
                            ? "CHÚ Ý: có người dùng mã xác thực nhưng không thấy khóa second-factor.key; không có khóa thì mã cũ"
                                    + " không dùng lại được."
                            : "Khóa của mã xác thực (" + key.file() + ") không nằm trong gói: hãy cất riêng một bản.");
        }
        return manifest;
    }

    /** Needs a package and room, and no database. */
    private static void drill(Environment settings, PrintStream out) {
        PackageFile source = PackageFile.open(named(settings));
        Drill.Result result =
                new Drill(source, new TimeConfiguration().devices()).run(dataFolder(settings), Progress.NONE);
        out.println("Khôi phục thử thành công: "
                + Formats.count(result.restored().rows()) + " dòng khớp từng bảng, nhật ký nguyên vẹn ("
                + Formats.count(result.restored().trail().rows()) + " dòng), " + seconds(result.took()) + ", gói "
                + megabytes(source.file()) + ".");
    }

    private static Path named(Environment settings) {
        String named = settings.getProperty("hoso.file", "");
        if (named.isBlank()) {
            throw new BackupException("Chưa nói gói nào.", "Hãy thêm --hoso.file=<đường dẫn tới gói .zip>.");
        }
        return Path.of(named).toAbsolutePath();
    }

    private void restore() {
        PackageFile source = PackageFile.open(named(settings));
        Manifest manifest = source.manifest();
        requireSameKind(manifest);
        boolean withoutKey = withoutKey(manifest);
        Restore restore = new Restore(source, connections, clock);
        Restore.Held held = restore.held();
        if (!held.empty()) {
            if (!settings.getProperty("hoso.backup.replace", Boolean.class, false)) {
                throw new BackupException(
                        "Cơ sở dữ liệu đang có số liệu của " + held.organisation() + ": " + Formats.count(held.units())
                                + " đơn vị, "
                                + Formats.count(held.returns()) + " báo cáo tháng. Gói là của "
                                + manifest.organisation() + ", lúc "
                                + Formats.time(manifest.made()) + ".",
                        "Muốn thay toàn bộ bằng gói này, hãy chạy lại với --hoso.backup.replace=true; trước khi thay, chương"
                                + " trình tự sao lưu những gì đang có. Chưa có gì bị thay đổi.");
            }
            out.println("Sao lưu những gì đang có trước khi thay:");
            written(folder().resolve(stamped("truoc-khi-khoi-phuc")), false);
        }
        Restore.Result result = restore.run(withoutKey, Progress.NONE);
        out.println("Đã khôi phục số liệu của " + manifest.organisation() + " lúc " + Formats.time(manifest.made())
                + ": " + Formats.count(result.rows()) + " dòng khớp từng bảng, nhật ký nguyên vẹn ("
                + Formats.count(result.trail().rows()) + " dòng).");
        if (!order(result.database()).equals(order(manifest.database()))) {
            out.println("Thứ tự chữ cái ở đây khác (" + result.database() + ", gói: " + manifest.database()
                    + "): danh sách có thể xếp khác, số liệu không đổi.");
        }
        out.println("Mọi người đăng nhập lại; liên kết một lần đã gửi không còn dùng được.");
        result.people().forEach((name, difference) -> out.println("  " + name + ": " + difference));
    }

    /** The alphabetical order, without the server's version. */
    private static String order(String database) {
        return database.substring(database.indexOf(',') + 1);
    }

    private void requireSameKind(Manifest manifest) {
        boolean demonstration = settings.getProperty("hoso.demonstration", Boolean.class, false);
        if (manifest.demonstration() != demonstration) {
            throw new BackupException(
                    manifest.demonstration()
                            ? "Gói này là dữ liệu minh họa; không khôi phục vào chương trình dùng thật."
                            : "Gói này là số liệu thật; không khôi phục vào chương trình minh họa.",
                    "Hãy kiểm tra lại tên gói và hồ sơ cấu hình (spring.profiles.active). Chưa có gì bị thay đổi.");
        }
    }

    /** Whether authenticators are to be taken away; refuses when their key is missing and nobody said so. */
    private boolean withoutKey(Manifest manifest) {
        String needed = manifest.secondFactorKey();
        boolean given = settings.getProperty("hoso.backup.without-key", Boolean.class, false);
        if (needed == null || Objects.equals(needed, key.fingerprint().orElse(null))) {
            return false;
        }
        if (!given) {
            throw new BackupException(
                    "Gói cần khóa của mã xác thực (mã băm " + (needed.isEmpty() ? "không rõ" : needed) + "), ở đây "
                            + key.fingerprint()
                                    .map(own -> "là khóa khác (" + own + ")")
                                    .orElse("chưa có khóa")
                            + ".",
                    "Hãy chép tệp second-factor.key đã cất riêng vào " + key.file()
                            + " (hoặc đặt HOSO_SECURITY_SECOND_FACTOR_KEY) rồi chạy lại. Nếu khóa đã mất, chạy lại với"
                            + " --hoso.backup.without-key=true: những người dùng mã xác thực sẽ đăng ký lại ứng dụng. Chưa có gì"
                            + " bị thay đổi.");
        }
        return true;
    }

    private static String megabytes(Path file) {
        return Formats.count(Math.max(1, file.toFile().length() / 1_000)) + " kB";
    }

    private static String seconds(Duration took) {
        return Formats.count(took.toSeconds()) + " giây";
    }
}
