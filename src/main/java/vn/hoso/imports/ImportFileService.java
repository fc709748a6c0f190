package vn.hoso.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.imports.files.UploadedFileReader;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;

/**
 * Keeps the files that people bring, in the database alone: nothing on a disk bears a name that somebody typed. What is
 * asked for again within the act that changes it goes to the database at once.
 */
@Service
@Transactional
class ImportFileService {

    private static final Period KEPT_UNUSED = Period.ofDays(7);

    private final StoredImports files;
    private final AuditTrail audit;
    private final Clock clock;

    ImportFileService(StoredImports files, AuditTrail audit, Clock clock) {
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a file; what was brought more than a week ago and changed nothing goes. */
    public long keep(
            String name, byte[] bytes, @Nullable YearMonth chosen, Collection<YearMonth> months, CurrentUser by) {
        files.deleteUnused(clock.instant().minus(KEPT_UNUSED));
        StoredImport file = files.saveAndFlush(
                new StoredImport(UploadedFileReader.plainName(name), bytes, chosen, months, by, clock.instant()));
        audit.record(by, "imports.kept", String.valueOf(file.id()), "sha-256 " + file.sha256());
        return file.id();
    }

    /** Takes over answers about one file, by question. */
    public void answer(long id, Map<String, String> answers, CurrentUser by) {
        StoredImport file = lockForUpdate(id);
        answers.forEach((question, answer) -> file.answer(question, answer, by, clock.instant()));
        files.saveAndFlush(file);
    }

    public void choose(long id, YearMonth month) {
        StoredImport file = lockForUpdate(id);
        file.choose(month);
        files.saveAndFlush(file);
    }

    /**
     * Says that an attempt stores its figures; false if one does already, or did so since the file was looked at.
     *
     * @param seen when its figures had been stored, as it was looked at
     */
    public boolean begin(long id, @Nullable Instant seen, UUID attempt) {
        return files.begin(id, seen, attempt, clock.instant()) == 1;
    }

    /** Says that an attempt goes on. */
    public void goesOn(long id, UUID attempt) {
        files.goesOn(id, attempt);
    }

    /**
     * Says that an attempt stored nothing.
     *
     * @param outcome key of the sentence that says why
     */
    public void stopped(long id, UUID attempt, String outcome) {
        StoredImport file = lockForUpdate(id);
        if (file.applying(attempt)) {
            file.stopped(outcome);
        }
    }

    /**
     * Says what of it was stored.
     *
     * @param attempt the attempt that stored it, null for one that nobody waits for
     * @param seen when its figures had been stored, as that one looked at it
     * @param units how many units' figures it changed, by month; not empty
     * @param sheets the sheets they came from
     * @throws Overtaken if another attempt took over or ended meanwhile; the figures stored with this mark go with it
     */
    public void applied(
            long id,
            @Nullable UUID attempt,
            @Nullable Instant seen,
            SortedMap<YearMonth, Integer> units,
            String sheets,
            CurrentUser by) {
        StoredImport file = lockForUpdate(id);
        if (attempt == null ? !file.asLookedAt(seen) : !file.applying(attempt)) {
            throw new Overtaken(id);
        }
        file.applied(units, sheets, clock.instant());
        files.saveAndFlush(file);
        int changed = units.values().stream().mapToInt(Integer::intValue).sum();
        String months = Formats.month(units.firstKey())
                + (units.size() == 1 ? "" : " – " + Formats.month(units.lastKey()) + " (" + units.size() + " tháng)");
        audit.record(
                by,
                "imports.applied",
                String.valueOf(id),
                months + ", " + changed + (units.size() == 1 ? " đơn vị" : " báo cáo tháng"));
    }

    private StoredImport lockForUpdate(long id) {
        return files.lockForUpdate(id)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "imports.refused.unknown-file"));
    }

    /** Whoever comes second stores nothing. */
    static final class Overtaken extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private Overtaken(long id) {
            super("another attempt took over import " + id);
        }
    }
}
