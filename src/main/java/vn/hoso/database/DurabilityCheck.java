package vn.hoso.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the running server whether an acknowledged save will outlive a power cut. Asking beats trusting our own
 * options: a setting can come from a file, an environment or a role as well.
 */
final class DurabilityCheck {

    static final List<String> REQUIRED = List.of("fsync", "synchronous_commit", "full_page_writes");

    private DurabilityCheck() {}

    /** @throws StartupFailure naming the settings that are not on */
    static void verify(Connection connection) throws SQLException {
        List<String> off = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String setting : REQUIRED) {
                try (ResultSet row = statement.executeQuery("show " + setting)) {
                    if (!row.next() || !"on".equals(row.getString(1))) {
                        off.add(setting + " = " + row.getString(1));
                    }
                }
            }
        }
        if (!off.isEmpty()) {
            throw new StartupFailure(
                    "PostgreSQL đi kèm đang chạy ở chế độ có thể mất dữ liệu khi mất điện: " + String.join(", ", off)
                            + " (phải là on).",
                    "Hãy bỏ các thiết lập này khỏi postgresql.conf, postgresql.auto.conf và vai trò (ALTER ROLE), rồi"
                            + " chạy lại.");
        }
    }
}
