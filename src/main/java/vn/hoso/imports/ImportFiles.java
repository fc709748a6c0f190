package vn.hoso.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;

/** The files people brought. They stand in the database alone: nothing on a disk bears a name that somebody typed. */
@Component
class ImportFiles {

    private static final Period KEPT_UNUSED = Period.ofDays(7);

    /** A program that was stopped while it stored figures stored none; after this time they can be stored again. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(10);

    private static final int LONGEST_NAME = 200;
    private static final int LISTED = 50;
    private static final String COLUMNS =
            "id, name, sha256, uploaded_by, uploaded_by_name, uploaded_at, month, sheet, applied_at, units_changed, applying_since,"
                    + " outcome, (select string_agg(to_char(m.month, 'YYYY-MM'), ',' order by m.month)"
                    + " from import_file_month m where m.file_id = import_file.id) as months";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ImportFiles(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a file; what was brought more than a week ago and changed nothing goes. */
    @Transactional
    public long keep(
            String name, byte[] bytes, @Nullable YearMonth chosen, Collection<YearMonth> months, CurrentUser by) {
        jdbc.sql("""
                        delete from import_file f where applied_at is null and uploaded_at < :before
                        and not exists (select from return_revision r where r.import_file_id = f.id)
                        """).param("before", time(clock.instant().minus(KEPT_UNUSED))).update();
        String hash = hash(bytes);
        long id = jdbc.sql("""
                        insert into import_file (sha256, name, bytes, uploaded_by, uploaded_by_name, uploaded_at, month)
                        values (:hash, :name, :bytes, :by, :byName, :at, :month) returning id
                        """)
                .param("hash", hash)
                .param("name", plain(name))
                .param("bytes", bytes)
                .param("by", by.id())
                .param("byName", by.displayName())
                .param("at", time(clock.instant()))
                .param("month", chosen == null ? null : chosen.atDay(1))
                .query(Long.class)
                .single();
        months.forEach(month -> keep(id, month, null));
        audit.record(by, "imports.kept", String.valueOf(id), "sha-256 " + hash);
        return id;
    }

    private void keep(long id, YearMonth month, @Nullable Integer units) {
        jdbc.sql("""
                        insert into import_file_month (file_id, month, units) values (:id, :month, :units)
                        on conflict (file_id, month) do update
                        set units = coalesce(import_file_month.units + excluded.units, excluded.units)
                        """)
                .param("id", id)
                .param("month", month.atDay(1))
                .param("units", units)
                .update();
    }

    /**
     * The file: their own, or anybody's for the Office.
     *
     * @throws UserFacingException if the person may not know of it or there is none
     */
    ImportFile find(long id, CurrentUser reader) {
        return jdbc.sql("select " + COLUMNS + " from import_file where id = :id")
                .param("id", id)
                .query((row, n) -> file(row))
                .optional()
                .filter(file -> readable(file, reader))
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "imports.refused.unknown-file"));
    }

    byte[] bytes(long id) {
        return jdbc.sql("select bytes from import_file where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private static boolean readable(ImportFile file, CurrentUser reader) {
        return reader.is(Role.REVIEWER) || file.uploadedBy() == reader.id();
    }

    Map<Long, ImportArchive.NamedFile> named(Collection<Long> ids, CurrentUser reader) {
        return jdbc
                .sql("select " + COLUMNS + " from import_file where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> file(row))
                .stream()
                .collect(Collectors.toMap(
                        ImportFile::id,
                        file -> new ImportArchive.NamedFile(file.name(), sheetOf(file), readable(file, reader))));
    }

    /** A .csv has one sheet, whose name nobody gave it. */
    private static @Nullable String sheetOf(ImportFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".csv") ? null : file.sheet();
    }

    /** The latest files that the person may know of. */
    List<ImportFile> latest(CurrentUser reader) {
        return jdbc.sql("select " + COLUMNS
                        + " from import_file where :every or uploaded_by = :by order by uploaded_at desc, id desc limit "
                        + LISTED)
                .param("every", reader.is(Role.REVIEWER))
                .param("by", reader.id())
                .query((row, n) -> file(row))
                .list();
    }

    void choose(long id, YearMonth month) {
        jdbc.sql("update import_file set month = :month where id = :id and applied_at is null")
                .param("month", month.atDay(1))
                .param("id", id)
                .update();
    }

    /** Says what of it was stored, month by month; months that it turned out not to be of go. */
    @Transactional
    public void applied(long id, SortedMap<YearMonth, Integer> units, String sheets, CurrentUser by) {
        int changed = units.values().stream().mapToInt(Integer::intValue).sum();
        jdbc.sql("""
                        update import_file set sheet = :sheet, applied_at = :at,
                            units_changed = coalesce(units_changed, 0) + :units, applying_since = null, outcome = null
                        where id = :id
                        """)
                .param("sheet", sheets)
                .param("at", time(clock.instant()))
                .param("units", changed)
                .param("id", id)
                .update();
        jdbc.sql("delete from import_file_month where file_id = :id and units is null")
                .param("id", id)
                .update();
        units.forEach((month, each) -> keep(id, month, each));
        String months = Formats.month(units.firstKey())
                + (units.size() == 1 ? "" : " – " + Formats.month(units.lastKey()) + " (" + units.size() + " tháng)");
        audit.record(by, "imports.applied", String.valueOf(id), months + ", " + changed + " đơn vị");
    }

    /** Says that its figures are being stored; false if that is so already. */
    boolean begin(long id) {
        return jdbc.sql("""
                        update import_file set applying_since = :now, outcome = null
                        where id = :id and (applying_since is null or applying_since < :given_up)
                        """)
                        .param("now", time(clock.instant()))
                        .param("given_up", time(clock.instant().minus(GIVEN_UP)))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Says that nothing was stored, and why. */
    void stopped(long id, String outcome) {
        jdbc.sql("update import_file set applying_since = null, outcome = :outcome where id = :id")
                .param("outcome", outcome)
                .param("id", id)
                .update();
    }

    private ImportFile file(ResultSet row) throws SQLException {
        LocalDate month = row.getObject("month", LocalDate.class);
        String months = row.getString("months");
        Instant begun = time(row, "applying_since");
        return new ImportFile(
                row.getLong("id"),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("uploaded_by"),
                row.getString("uploaded_by_name"),
                Objects.requireNonNull(row.getObject("uploaded_at", OffsetDateTime.class))
                        .toInstant(),
                month == null ? null : YearMonth.from(month),
                months == null
                        ? List.of()
                        : Arrays.stream(months.split(",")).map(YearMonth::parse).toList(),
                row.getString("sheet"),
                time(row, "applied_at"),
                row.getObject("units_changed", Integer.class),
                begun == null || begun.isBefore(clock.instant().minus(GIVEN_UP)) ? null : begun,
                row.getString("outcome"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A name without folders, in one line and without characters that cannot be seen or stored. */
    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String seen = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]", "");
        // Only now: what stood between a letter and its mark would have kept them apart.
        String composed = Normalizer.normalize(seen, Normalizer.Form.NFC).strip();
        int whole = composed.codePointCount(0, composed.length());
        String cut = whole <= LONGEST_NAME
                ? composed
                : composed.substring(composed.offsetByCodePoints(0, whole - LONGEST_NAME))
                        .strip();
        return cut.isEmpty() ? "?" : cut;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
