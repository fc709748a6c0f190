package vn.hoso.extracts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.extracts.ExtractCounting.Known;
import vn.hoso.extracts.ExtractFile.State;
import vn.hoso.extracts.ExtractReplacements.InForce;
import vn.hoso.extracts.ExtractReplacements.Replaced;
import vn.hoso.extracts.SameCodes.Pair;
import vn.hoso.extracts.reading.Dossier;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.imports.CountedReturns;
import vn.hoso.imports.ImportFile;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.ImportReasons;
import vn.hoso.imports.MemoryQueries;
import vn.hoso.imports.RowKey;
import vn.hoso.imports.layouts.UnitMatcher;
import vn.hoso.period.EntryWindow;
import vn.hoso.procedures.ProcedureCatalogue;
import vn.hoso.procedures.ProcedureCatalogue.Lookup;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** Counts a list by what is known now, and sets the counts beside what is stored. */
@Component
public class ExtractPreviews {

    private static final int NAMED = 200;

    private final ExtractQueries queries;
    private final ProcedureCatalogue procedures;
    private final MemoryQueries aliases;
    private final CountedReturns returns;
    private final Units units;
    private final ReturnCalendarSettings calendars;
    private final EntryWindows windows;
    private final ExtractReplacements replacements;
    private final SameCodes sameCodes;
    private final ExtractCounts counts;

    ExtractPreviews(
            ExtractQueries queries,
            ProcedureCatalogue procedures,
            MemoryQueries aliases,
            CountedReturns returns,
            Units units,
            ReturnCalendarSettings calendars,
            EntryWindows windows,
            ExtractReplacements replacements,
            SameCodes sameCodes,
            ExtractCounts counts) {
        this.queries = queries;
        this.procedures = procedures;
        this.aliases = aliases;
        this.returns = returns;
        this.units = units;
        this.calendars = calendars;
        this.windows = windows;
        this.replacements = replacements;
        this.sameCodes = sameCodes;
        this.counts = counts;
    }

    /**
     * What a list would change now.
     *
     * @param reasons why unusual figures are as they are
     * @throws vn.hoso.shared.UserFacingException with 404 if there is none for the reader
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ExtractPreview of(long id, ImportReasons reasons, CurrentUser reader) {
        ExtractFile file = queries.find(id, reader);
        EntryWindow window = windows.today();
        BiFunction<List<DossierGroup>, ListAnswers, ExtractCounting> count = count(file, window, reader);
        List<DossierGroup> groups = file.state() == State.READ ? queries.groups(id) : List.of();
        ExtractCounting all = count.apply(groups, file.answers());
        List<Pair> pairs = groups.isEmpty() ? List.of() : SameCodes.within(sameCodes.of(id), all);
        List<Pair> repeating = SameCodes.repeating(pairs, file.answers());
        ExtractCounting counting = repeating.isEmpty()
                ? all
                : count.apply(SameCodes.once(groups, repeating), file.answers().of(all.ticked()));
        List<ExtractPreview.Month> months = counting.months().entrySet().stream()
                .map(each -> new ExtractPreview.Month(
                        each.getKey(),
                        each.getValue(),
                        counting.ticked().contains(each.getKey()),
                        window.place(each.getKey()) == EntryWindow.Place.INSIDE))
                .toList();
        Map<RowKey, InForce> inForce = counts.inForce(counting.ticked());
        ImportPreview figures = returns.compare(
                imported(file, counting),
                counting.counted().stream()
                        .map(each -> new CountedReturns.Counted(
                                each.unit(),
                                each.month(),
                                each.count().dossiers(),
                                each.count().numbers()))
                        .toList(),
                inForce.keySet(),
                reasons,
                reader);
        Replaced replaced = replacements.of(file, counting, repeating, figures, inForce, reader);
        return new ExtractPreview(
                file,
                months,
                counting,
                figures,
                own(counting, reader),
                queries.repeated(id, NAMED),
                queries.repeatedCount(id),
                pairs,
                queries.outside(
                        id, counting.ticked().stream().map(calendars.days()::of).toList(), NAMED),
                replaced,
                file.state() == State.READ
                        && counting.sure()
                        && (pairs.isEmpty() || file.answers().sameCode() != null)
                        && !counting.counted().isEmpty()
                        && replaced.settled()
                        && figures.issues().isEmpty());
    }

    /** Counts groups of a list by answers. */
    private BiFunction<List<DossierGroup>, ListAnswers, ExtractCounting> count(
            ExtractFile file, EntryWindow window, CurrentUser reader) {
        Function<LocalDate, YearMonth> monthOf = monthOf();
        Function<YearMonth, Known> known = known(reader);
        Lookup catalogue = new Lookup(procedures.all());
        return (groups, answers) -> new ExtractCounting(
                groups,
                monthOf,
                month -> window.place(month) == EntryWindow.Place.INSIDE,
                known,
                catalogue,
                answers,
                file.unitId());
    }

    /** The list as the comparison knows a file. */
    private static ImportFile imported(ExtractFile file, ExtractCounting counting) {
        return new ImportFile(
                file.id(),
                file.name(),
                file.sha256(),
                file.broughtBy(),
                file.broughtByName(),
                file.broughtAt(),
                null,
                List.copyOf(counting.ticked()),
                null,
                file.appliedAt(),
                null,
                null,
                null);
    }

    private List<Unit> own(ExtractCounting counting, CurrentUser reader) {
        Map<Long, Unit> own = new LinkedHashMap<>();
        counting.ticked().forEach(month -> units.all(month).stream()
                .filter(unit -> reader.mayEnter(unit.id()))
                .forEach(unit -> own.putIfAbsent(unit.id(), unit)));
        return List.copyOf(own.values());
    }

    /** The units of each month that the person may enter, by whatever lists call them. */
    Function<YearMonth, Known> known(CurrentUser reader) {
        Map<String, Long> remembered = aliases.aliases(reader);
        Set<String> none = remembered.entrySet().stream()
                .filter(each -> each.getValue() == ExtractCounting.NO_UNIT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return month -> {
            List<Unit> all = units.all(month);
            Map<Long, Unit> byId = new LinkedHashMap<>();
            all.stream().filter(unit -> reader.mayEnter(unit.id())).forEach(unit -> byId.put(unit.id(), unit));
            // A name that may be another unit's as well is nobody's, whoever asks.
            return new Known(new UnitMatcher(all, remembered), byId, none);
        };
    }

    /** More names than this that are no unit's are those of another column, such as one about citizens. */
    void refuseForeignNames(List<Dossier> dossiers, CurrentUser reader) {
        Set<String> names = dossiers.stream()
                .flatMap(each -> Stream.ofNullable(each.unit()))
                .collect(Collectors.toSet());
        if (names.size() <= NAMED) {
            return;
        }
        YearMonth month = dossiers.stream()
                .flatMap(each -> Stream.ofNullable(each.receivedOn()))
                .findFirst()
                .map(monthOf())
                .orElseThrow();
        UnitMatcher matcher = everyUnit(month, reader);
        if (names.stream().filter(name -> matcher.find(name).isEmpty()).count() > NAMED) {
            throw new UserFacingException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "extracts.refused.names", String.valueOf(NAMED));
        }
    }

    /** All units of a month. */
    UnitMatcher everyUnit(YearMonth month, CurrentUser reader) {
        return new UnitMatcher(units.all(month), aliases.aliases(reader));
    }

    /** The month that a day belongs to. */
    Function<LocalDate, YearMonth> monthOf() {
        return calendars.days()::month;
    }
}
