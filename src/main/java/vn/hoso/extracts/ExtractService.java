package vn.hoso.extracts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.extracts.ExtractFile.Reading;
import vn.hoso.extracts.ExtractFile.State;
import vn.hoso.extracts.ExtractMemory.Kind;
import vn.hoso.extracts.ExtractMemory.Remembered;
import vn.hoso.extracts.reading.Channel;
import vn.hoso.extracts.reading.Dossier;
import vn.hoso.extracts.reading.DossierColumn;
import vn.hoso.extracts.reading.ExtractReader;
import vn.hoso.extracts.reading.ExtractReader.Extract;
import vn.hoso.imports.ImportReasons;
import vn.hoso.imports.MemoryService;
import vn.hoso.imports.files.UploadedFileReader;
import vn.hoso.imports.layouts.UnitMatcher;
import vn.hoso.procedures.Procedure.Listed;
import vn.hoso.procedures.ProcedureCatalogue;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Sha256;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;

/** Takes lists of dossiers in, without the citizens and the file, and what people say about them. */
@Service
public class ExtractService {

    private final ExtractQueries queries;
    private final ExtractStore store;
    private final ExtractMemory memory;
    private final ExtractPreviews previews;
    private final ProcedureCatalogue procedures;
    private final MemoryService unitMemory;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    ExtractService(
            ExtractQueries queries,
            ExtractStore store,
            ExtractMemory memory,
            ExtractPreviews previews,
            ProcedureCatalogue procedures,
            MemoryService unitMemory,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.queries = queries;
        this.store = store;
        this.memory = memory;
        this.previews = previews;
        this.procedures = procedures;
        this.unitMemory = unitMemory;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a person says of a heading that is not understood.
     *
     * @param signature the heading
     * @param columns where what is kept stands
     */
    public record Description(String signature, Map<DossierColumn, Integer> columns) {}

    /**
     * Reads a list and keeps what is counted of it. Lists read more than a week ago and not counted go.
     *
     * @param unitId the unit of all its dossiers, asked for only where the list does not say
     * @param said what the person says of its heading, null if nothing
     * @return its id
     * @throws ExtractReader.UnknownHeading if a person has to say which column is which
     * @throws UserFacingException with the reason if it cannot be taken; then nothing is kept
     */
    public long bring(String name, byte[] bytes, @Nullable Long unitId, @Nullable Description said, CurrentUser by) {
        List<Remembered> remembered = memory.remembered(by);
        Map<String, Map<DossierColumn, Integer>> described =
                new HashMap<>(ExtractMemory.meanings(remembered, Kind.COLUMNS, ExtractMemory::columns));
        if (said != null && !said.columns().isEmpty()) {
            described.put(said.signature(), said.columns());
        }
        Extract extract = ExtractReader.read(name, bytes, by.id(), described);
        Long unit = extract.has(DossierColumn.UNIT) ? null : theUnit(unitId, extract, by);
        Map<String, Integer> others = new TreeMap<>();
        List<Dossier> own = unit != null || by.is(Role.REVIEWER) ? extract.dossiers() : own(extract, others, by);
        previews.refuseForeignNames(own, by);
        if (own.isEmpty()) {
            throw refused("none-own", String.join(", ", others.keySet()));
        }
        ListAnswers known = new ListAnswers(
                Map.of(),
                ExtractMemory.meanings(remembered, Kind.CHANNEL, own, Dossier::channelWord, Channel::valueOf),
                ExtractMemory.meanings(remembered, Kind.CLASS, own, Dossier::classWord, ServiceClass::valueOf),
                Map.of(),
                null,
                null,
                null);
        return Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.instant();
            store.discard(now.minus(ExtractSchedule.KEPT_UNUSED), null);
            StoredExtract file = new StoredExtract(
                    UploadedFileReader.plainName(name),
                    Sha256.of(bytes),
                    bytes.length,
                    unit,
                    own.size(),
                    Reading.of(extract, own, others),
                    known,
                    by,
                    now);
            long id = store.keep(file, own);
            if (said != null && extract.heading().signature().equals(said.signature())) {
                memory.remember(Kind.COLUMNS, said.signature(), ExtractMemory.text(said.columns()), by, now);
            }
            audit.record(by, TrailEntry.of("extract.read", String.valueOf(id), Formats.count(own.size()) + " hồ sơ"));
            return id;
        }));
    }

    /** The unit of a list that does not say: the person's only one, else the one that they chose. */
    private static Long theUnit(@Nullable Long chosen, Extract extract, CurrentUser by) {
        Long unit = by.is(Role.UNIT_STAFF) && by.unitIds().size() == 1
                ? by.unitIds().iterator().next()
                : chosen;
        if (unit == null || !by.mayEnter(unit)) {
            throw refused("unit", extract.heading().sheet());
        }
        return unit;
    }

    /** Without the dossiers of units that are not the person's: nothing of these is kept. */
    private List<Dossier> own(Extract extract, Map<String, Integer> others, CurrentUser by) {
        Map<YearMonth, UnitMatcher> matchers = new HashMap<>();
        Map<String, Optional<Unit>> found = new HashMap<>();
        Function<LocalDate, YearMonth> monthOf = previews.monthOf();
        return extract.dossiers().stream()
                .filter(dossier -> {
                    LocalDate day = dossier.receivedOn();
                    if (day == null || dossier.unit() == null) {
                        return true;
                    }
                    YearMonth month = monthOf.apply(day);
                    Optional<Unit> unit = found.computeIfAbsent(month + dossier.unit(), key -> matchers.computeIfAbsent(
                                    month, each -> previews.everyUnit(each, by))
                            .find(Objects.requireNonNull(dossier.unit())));
                    boolean theirs = unit.isPresent() && !by.mayEnter(unit.get().id());
                    if (theirs) {
                        others.merge(unit.get().name(), 1, Integer::sum);
                    }
                    return !theirs;
                })
                .toList();
    }

    /**
     * Takes over answers about a list, where it asked for them or they were given before. What names and words mean is remembered for the next one; the class of a procedure goes
     * into the catalogue where the Office says it, else it holds for this list.
     */
    @Transactional
    public void answer(long id, @Nullable Integer seen, ListAnswers sent, CurrentUser by) {
        ExtractPreview preview = waiting(id, by);
        ListAnswers said = sent.about(preview.counting(), preview.file().answers());
        int version = seen == null ? preview.file().version() : seen;
        Instant now = clock.instant();
        said.units().forEach((name, unit) -> {
            if (unit != 0 && preview.units().stream().noneMatch(each -> each.id() == unit)) {
                throw refused("answer");
            }
            // A blank cell is no name: what is said of it holds for this list.
            if (!ExtractCounting.folded(name).isEmpty()) {
                unitMemory.remember(ExtractCounting.folded(name), name, unit, by);
            }
        });
        said.channels().forEach((word, meant) -> memory.remember(Kind.CHANNEL, word, meant.name(), by, now));
        said.classes().forEach((word, meant) -> memory.remember(Kind.CLASS, word, meant.name(), by, now));
        if (by.is(Role.REVIEWER) && !said.procedures().isEmpty()) {
            List<Listed> listed = preview.counting().classes().unknownProcedures().stream()
                    .filter(each -> said.procedures().containsKey(each.key()))
                    .map(each -> new Listed(
                            each.code(), each.name(), null, said.procedures().get(each.key())))
                    .toList();
            procedures.take(listed, firstDay(preview), null, by);
        }
        if (!store.answer(id, version, preview.file().answers().and(said))) {
            throw new UserFacingException(HttpStatus.CONFLICT, "extracts.refused.done");
        }
        audit.record(by, TrailEntry.of("extract.answered", String.valueOf(id), said.told()));
    }

    /** Puts the procedures that the catalogue lacks and whose class the list states into it; for the Office. */
    @Transactional
    public int catalogue(long id, CurrentUser by) {
        ExtractPreview preview = waiting(id, by);
        List<Listed> listed = preview.counting().classes().uncatalogued().stream()
                .filter(each -> each.serviceClass() != null)
                .map(each -> new Listed(each.code(), each.name(), null, each.serviceClass()))
                .toList();
        return procedures.take(listed, firstDay(preview), null, by).added().size();
    }

    private static LocalDate firstDay(ExtractPreview preview) {
        LocalDate first = preview.counting().firstDay();
        return first == null ? preview.counting().months().firstKey().atDay(1) : first;
    }

    private ExtractPreview waiting(long id, CurrentUser by) {
        ExtractPreview preview = previews.of(id, ImportReasons.NONE, by);
        if (preview.file().state() != State.READ || preview.counting().months().isEmpty()) {
            throw new UserFacingException(HttpStatus.CONFLICT, "extracts.refused.done");
        }
        return preview;
    }

    /** Leaves a list aside: its dossiers go. */
    @Transactional
    public void discard(long id, CurrentUser by) {
        ExtractFile file = queries.find(id, by);
        if (store.discard(null, file.id()) == 0) {
            throw new UserFacingException(HttpStatus.CONFLICT, "extracts.refused.done");
        }
        audit.record(by, TrailEntry.of("extract.discarded", String.valueOf(id), ""));
    }

    private static UserFacingException refused(String reason, Object... named) {
        return new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "extracts.refused." + reason, named);
    }
}
