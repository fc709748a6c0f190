package vn.hoso.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads columns in the types that the program speaks: the driver knows days and moments with an offset only. */
public final class Rows {

    private Rows() {}

    /** The month that a first day stands for. */
    public static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    /** A moment that is always there. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The day on which a moment was here, null where there is none. */
    public static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Instant moment = instantOrNull(row, column);
        return moment == null ? null : moment.atZone(Formats.ZONE).toLocalDate();
    }

    /** A moment, null where there is none. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
