package vn.hoso.database;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the schema to this program's version, all or nothing ({@code spring.flyway.group}), and refuses to work on a newer one: an older
 * program would read it wrongly and write what the newer one no longer understands.
 */
@Component
class SchemaUpgrade implements FlywayMigrationStrategy {

    private static final Set<MigrationState> OF_A_NEWER_PROGRAM =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    @Override
    public void migrate(Flyway flyway) {
        refuseNewerSchema(flyway);
        try {
            flyway.migrate();
        } catch (FlywayException failed) {
            throw refusal(failed);
        }
    }

    private static void refuseNewerSchema(Flyway flyway) {
        String newer = Stream.of(flyway.info().all())
                .filter(migration -> OF_A_NEWER_PROGRAM.contains(migration.getState()))
                .map(MigrationInfo::getVersion)
                .map(MigrationVersion::toString)
                .collect(Collectors.joining(", "));
        if (!newer.isEmpty()) {
            throw new StartupFailure(
                    "Cơ sở dữ liệu đã được một phiên bản mới hơn của chương trình nâng cấp (" + newer
                            + "); phiên bản này cũ hơn nên không chạy trên đó.",
                    "Hãy chạy phiên bản chương trình mới. Nếu buộc phải dùng phiên bản này, hãy khôi phục gói sao lưu đã tạo"
                            + " trước khi nâng cấp. Không có dữ liệu nào bị thay đổi.");
        }
    }

    private static RuntimeException refusal(FlywayException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupFailure own) {
                return own;
            }
        }
        return new StartupFailure(
                "Nâng cấp cơ sở dữ liệu cho phiên bản này không thành công; mọi bước nâng cấp đã được rút lại, cơ sở dữ liệu"
                        + " vẫn như trước: "
                        + String.valueOf(failed.getMessage()).strip(),
                "Hãy chạy lại phiên bản chương trình trước đó (vẫn dùng được), sao lưu, rồi gửi nội dung trên cho người hỗ trợ"
                        + " phần mềm.",
                failed);
    }
}
