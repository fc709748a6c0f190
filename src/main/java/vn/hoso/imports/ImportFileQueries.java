package vn.hoso.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.figures.ImportedReturnQueries;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** The files that were brought, each person only their own and the Office all, and what became of them. */
@Component
public class ImportFileQueries {

    private static final int LISTED = 50;

    private static final String FILES = """
            select file.id, file.name, file.sha256, file.uploaded_by, file.uploaded_by_name, file.uploaded_at, file.month,
                file.sheet, file.applied_at, file.units_changed, file.applying_since, file.outcome,
                %s as silent,
                (select string_agg(to_char(m.month, 'YYYY-MM'), ',' order by m.month)
                    from import_file_month m where m.file_id = file.id) as months
            from import_file file
            """.formatted(StoredImports.SILENCE);

    private final JdbcClient jdbc;
    private final ImportedReturnQueries imported;
    private final Units units;
    private final AuditTrail audit;

    ImportFileQueries(JdbcClient jdbc, ImportedReturnQueries imported, Units units, AuditTrail audit) {
        this.jdbc = jdbc;
        this.imported = imported;
        this.units = units;
        this.audit = audit;
    }

    /**
     * A file: one's own, or anybody's for the Office.
     *
     * @throws UserFacingException if the person may not know of it or there is none
     */
    public ImportFile find(long id, CurrentUser reader) {
        return jdbc.sql(FILES + "where file.id = :id")
                .param("id", id)
                .query((row, n) -> file(row))
                .optional()
                .filter(file -> readable(file, reader))
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "imports.refused.unknown-file"));
    }

    /** The latest files that the person may know of. */
    public List<ImportFile> latest(CurrentUser reader) {
        return jdbc.sql(FILES
                        + "where :every or file.uploaded_by = :by order by file.uploaded_at desc, file.id desc limit "
                        + LISTED)
                .param("every", reader.is(Role.REVIEWER))
                .param("by", reader.id())
                .query((row, n) -> file(row))
                .list();
    }

    /** Its bytes as they were brought; who took them is in the trail. */
    @Transactional
    public byte[] original(long id, CurrentUser by) {
        ImportFile file = find(id, by);
        audit.record(by, "file.downloaded", String.valueOf(id), file.name());
        return bytes(file.id());
    }

    byte[] bytes(long id) {
        return jdbc.sql("select file.bytes from import_file file where file.id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /** What people answered about it. */
    ImportChoices choices(long id) {
        Map<String, String> answers = new HashMap<>();
        jdbc.sql("select a.question, a.answer from import_answer a where a.file_id = :id")
                .param("id", id)
                .query(row -> {
                    answers.put(row.getString("question"), row.getString("answer"));
                });
        return new ImportChoices(answers);
    }

    /**
     * What a page may say of a file whose figures somebody asks about.
     *
     * @param sheet the sheet they were taken from, null if none is known
     * @param readable whether the person may open the file itself
     */
    public record NamedFile(String name, @Nullable String sheet, boolean readable) {}

    /** The names of files, by id: known to everybody who may see the figures, the files themselves are not. */
    public Map<Long, NamedFile> named(Collection<Long> ids, CurrentUser reader) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(FILES + "where file.id = any(:ids)")
                        .param("ids", ids.toArray(Long[]::new))
                        .query((row, n) -> file(row))
                        .stream()
                        .collect(Collectors.toMap(
                                ImportFile::id,
                                file -> new NamedFile(file.name(), sheetOf(file), readable(file, reader))));
    }

    /** A .csv has one sheet, whose name nobody gave it. */
    private static @Nullable String sheetOf(ImportFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".csv") ? null : file.sheet();
    }

    private static boolean readable(ImportFile file, CurrentUser reader) {
        return reader.is(Role.REVIEWER) || file.uploadedBy() == reader.id();
    }

    /** One unit's figures of a month before the file was applied and after. */
    public record Written(
            String unit, YearMonth month, MonthEdit.Place place, ReturnFigures before, ReturnFigures figures) {}

    /** What it changed, the first units of it. */
    public List<Written> written(ImportFile file, int most, CurrentUser reader) {
        if (file.appliedAt() == null) {
            return List.of();
        }
        Map<YearMonth, Map<Long, String>> names = file.months().stream()
                .collect(Collectors.toMap(Function.identity(), month -> units.visibleTo(reader, month).stream()
                        .collect(Collectors.toMap(Unit::id, Unit::name))));
        return imported.findByFile(file.id(), most).stream()
                .filter(each -> named(names, each) != null)
                .map(each -> new Written(
                        Objects.requireNonNull(named(names, each)),
                        each.month(),
                        new MonthEdit.Place(Objects.requireNonNullElse(each.sheet(), ""), each.row()),
                        each.before(),
                        each.figures()))
                .toList();
    }

    private static @Nullable String named(
            Map<YearMonth, Map<Long, String>> names, ImportedReturnQueries.Imported written) {
        return names.getOrDefault(written.month(), Map.of()).get(written.unitId());
    }

    private ImportFile file(ResultSet row) throws SQLException {
        LocalDate month = row.getObject("month", LocalDate.class);
        String months = row.getString("months");
        Instant begun = time(row, "applying_since");
        boolean silent = row.getBoolean("silent");
        return new ImportFile(
                row.getLong("id"),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("uploaded_by"),
                row.getString("uploaded_by_name"),
                Objects.requireNonNull(time(row, "uploaded_at")),
                month == null ? null : YearMonth.from(month),
                months == null
                        ? List.of()
                        : Arrays.stream(months.split(",")).map(YearMonth::parse).toList(),
                row.getString("sheet"),
                time(row, "applied_at"),
                row.getObject("units_changed", Integer.class),
                silent ? null : begun,
                begun != null && silent ? ImportFile.SILENT + "|" + Formats.time(begun) : row.getString("outcome"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
