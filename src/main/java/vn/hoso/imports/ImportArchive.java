package vn.hoso.imports;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.figures.ImportedReturnQueries;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** The files that were brought, each person only their own and the Office all, and what became of them. */
@Service
public class ImportArchive {

    private final ImportFiles files;
    private final ImportedReturnQueries imported;
    private final Units units;
    private final AuditTrail audit;

    ImportArchive(ImportFiles files, ImportedReturnQueries imported, Units units, AuditTrail audit) {
        this.files = files;
        this.imported = imported;
        this.units = units;
        this.audit = audit;
    }

    /** One unit's figures of a month before the file was applied and after. */
    public record Written(
            String unit, YearMonth month, MonthEdit.Place place, ReturnFigures before, ReturnFigures figures) {}

    public List<ImportFile> latest(CurrentUser reader) {
        return files.latest(reader);
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
        return ids.isEmpty() ? Map.of() : files.named(ids, reader);
    }

    /**
     * A file.
     *
     * @throws vn.hoso.shared.UserFacingException if the person may not know of it or there is none
     */
    public ImportFile find(long id, CurrentUser reader) {
        return files.find(id, reader);
    }

    /** Its bytes as they were brought; who took them is in the trail. */
    @Transactional
    public byte[] original(long id, CurrentUser by) {
        ImportFile file = files.find(id, by);
        audit.record(by, "file.downloaded", String.valueOf(id), file.name());
        return files.bytes(file.id());
    }

    /** What it changed, the first units of it. */
    public List<Written> written(ImportFile file, int most, CurrentUser reader) {
        if (file.appliedAt() == null) {
            return List.of();
        }
        Map<YearMonth, Map<Long, String>> names =
                file.months().stream().collect(Collectors.toMap(Function.identity(), month -> names(month, reader)));
        return imported.of(file.id(), most).stream()
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

    private Map<Long, String> names(YearMonth month, CurrentUser reader) {
        return units.visibleTo(reader, month).stream().collect(Collectors.toMap(Unit::id, Unit::name));
    }
}
