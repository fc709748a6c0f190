package vn.hoso.imports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.layouts.ComparableText;
import vn.hoso.imports.layouts.FigureLine;
import vn.hoso.imports.layouts.OneUnitSheet;
import vn.hoso.imports.layouts.UnitMatcher;
import vn.hoso.imports.layouts.UnitMatcher.UnitMatch;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.units.Unit;

/**
 * Finds the unit of each line, and gives each unit's month one line. A unit is its name and its code: where they
 * disagree, or only the code is known, a person is asked.
 */
final class LinePlaces {

    private final Map<YearMonth, UnitMatcher> names = new HashMap<>();
    private final Map<YearMonth, Map<Long, Unit>> units = new HashMap<>();
    private final Function<YearMonth, List<Unit>> unitsOf;
    private final Map<String, RememberedAnswer> remembered;
    private final Map<String, Long> aliases;
    private final ImportChoices answers;
    private final CurrentUser reader;
    private final Map<RowKey, Placed> own = new LinkedHashMap<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final Map<String, SheetName> asked = new LinkedHashMap<>();
    private final List<ImportPreview.Issue> issues = new ArrayList<>();

    /**
     * Begins.
     *
     * @param unitsOf all units of a month, the reader's and others'
     * @param remembered folded names that a person has matched before
     */
    LinePlaces(
            Function<YearMonth, List<Unit>> unitsOf,
            Map<String, RememberedAnswer> remembered,
            ImportChoices answers,
            CurrentUser reader) {
        this.unitsOf = unitsOf;
        this.remembered = remembered;
        aliases = remembered.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .unitOrNone()));
        this.answers = answers;
        this.reader = reader;
    }

    /** A unit's line and the sheet it stands in. */
    record Placed(Unit unit, String sheet, FigureLine line) {}

    Map<RowKey, Placed> own() {
        return own;
    }

    List<SheetName> names() {
        return List.copyOf(asked.values());
    }

    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    List<String> others() {
        return List.copyOf(others);
    }

    List<ImportPreview.Issue> issues() {
        return issues;
    }

    boolean asksNothing() {
        return asked.values().stream().allMatch(name -> name.chosen() != null);
    }

    /** The line's unit, whoever may enter it; a name that may be one is asked about. */
    Optional<Unit> find(ActSheet sheet, YearMonth month, FigureLine line) {
        Optional<Unit> unit = unit(sheet, month, line);
        unit.filter(each -> !reader.mayEnter(each.id())).ifPresent(each -> others.add(each.name()));
        return unit;
    }

    /** Asks about the heading of a group that is no sum of its rows, and so may be a unit whose name is not known. */
    void ask(ActSheet sheet, FigureLine line) {
        String folded = ComparableText.of(line.name());
        ImportPreview.Spot spot = spot(sheet, line);
        if (asked.values().stream().noneMatch(name -> name.at().equals(spot))) {
            asked.putIfAbsent(folded, SheetName.unknown(line.name(), folded, spot, null));
        }
    }

    /** Takes the line as the unit's. */
    void put(Unit unit, ActSheet sheet, YearMonth month, FigureLine read) {
        FigureLine line = sheet.ofOneUnit() ? read.of(unit.name()) : read;
        Placed before = own.putIfAbsent(new RowKey(unit.id(), month), new Placed(unit, sheet.name(), line));
        if (before != null
                && (before.sheet().equals(sheet.name()) || !texts(before.line()).equals(texts(line)))) {
            issues.add(new ImportPreview.Issue(
                    before.sheet().equals(sheet.name()) ? "imports.problem.twice" : "imports.problem.twice-sheets",
                    List.of(
                            unit.name(),
                            String.valueOf(before.line().row()),
                            String.valueOf(line.row()),
                            before.sheet(),
                            sheet.name()),
                    null,
                    null,
                    spot(sheet, line)));
        }
    }

    private static Map<Measure, String> texts(FigureLine line) {
        return line.cells().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().cell().text().strip()));
    }

    /** People of one unit are asked about names only while their own unit's row is not found. */
    void leaveOthersUnasked() {
        boolean all = !own.isEmpty()
                && own.keySet().stream().map(RowKey::month).distinct().allMatch(month -> known(month).keySet().stream()
                        .filter(reader::mayEnter)
                        .allMatch(unit -> own.containsKey(new RowKey(unit, month))));
        if (all && !others.isEmpty()) {
            asked.values().removeIf(name -> {
                boolean unknown = name.chosen() == null;
                if (unknown) {
                    others.add(name.name());
                }
                return unknown;
            });
        }
    }

    private Optional<Unit> unit(ActSheet sheet, YearMonth month, FigureLine line) {
        UnitMatcher known = names.computeIfAbsent(month, each -> {
            List<Unit> all = unitsOf.apply(each);
            units.put(each, all.stream().collect(Collectors.toMap(Unit::id, Function.identity())));
            return new UnitMatcher(all, aliases);
        });
        if (sheet.ofOneUnit()) {
            return ofWholeSheet(sheet, month, line, known);
        }
        UnitMatch match = known.find(line.name(), line.code());
        if (match instanceof UnitMatch.Disagree disagree) {
            return disagreeing(sheet, month, line, disagree.byCode(), disagree.byName());
        }
        Optional<Unit> named = match instanceof UnitMatch.Found found ? Optional.of(found.unit()) : Optional.empty();
        String folded = ComparableText.of(line.name());
        Long chosen = aliases.get(folded);
        Optional<Unit> coded = line.code().isEmpty() ? Optional.empty() : known.byCode(line.code());
        if (named.isEmpty() && chosen == null && coded.isPresent()) {
            return disagreeing(sheet, month, line, coded.get(), null);
        }
        if (chosen != null || named.isEmpty() && !line.heading() && line.hasDigit()) {
            asked.putIfAbsent(
                    folded, SheetName.unknown(line.name(), folded, spot(sheet, line), remembered.get(folded)));
        }
        if (named.isEmpty() && chosen != null) {
            leftOut.add(line.name());
        }
        return named;
    }

    /** The unit of a sheet that is all about one: the one that its titles name; where they name nobody, the reader's only one; else who is said to be. */
    private Optional<Unit> ofWholeSheet(ActSheet sheet, YearMonth month, FigureLine line, UnitMatcher known) {
        List<String> titles = OneUnitSheet.titles(sheet.sheet(), Objects.requireNonNull(sheet.layout()));
        Set<Unit> named =
                titles.stream().flatMap(title -> known.within(title).stream()).collect(Collectors.toSet());
        if (named.size() == 1) {
            return named.stream().findFirst();
        }
        if (named.isEmpty() && reader.onlyUnit().isPresent() && titles.stream().noneMatch(known::namesUnknown)) {
            return inMonth(reader.onlyUnit().get(), sheet, month, line);
        }
        String key = "sheet-" + sheet.index();
        Long chosen = answers.unit(key).orElse(null);
        asked.putIfAbsent(key, new SheetName(sheet.name(), key, spot(sheet, line), chosen, null, null, true));
        if (chosen != null && chosen == RememberedAnswer.NO_UNIT) {
            leftOut.add(sheet.name());
            return Optional.empty();
        }
        return chosen == null ? Optional.empty() : inMonth(chosen, sheet, month, line);
    }

    private Optional<Unit> inMonth(long unit, ActSheet sheet, YearMonth month, FigureLine line) {
        Unit found = known(month).get(unit);
        if (found == null) {
            issues.add(new ImportPreview.Issue(
                    "imports.problem.unit-month", List.of(Formats.month(month)), null, null, spot(sheet, line)));
        }
        return Optional.ofNullable(found);
    }

    private Optional<Unit> disagreeing(
            ActSheet sheet, YearMonth month, FigureLine line, Unit coded, @Nullable Unit named) {
        String key = line.code() + "|" + ComparableText.of(line.name());
        Long chosen = answers.unit(key).orElse(null);
        asked.putIfAbsent(
                key,
                new SheetName(
                        line.name(),
                        key,
                        spot(sheet, line),
                        chosen,
                        null,
                        new SheetName.Disagreement(line.code(), coded, named),
                        false));
        if (chosen != null && chosen == RememberedAnswer.NO_UNIT) {
            leftOut.add(line.name());
        }
        return Optional.ofNullable(chosen).map(known(month)::get);
    }

    private Map<Long, Unit> known(YearMonth month) {
        return Objects.requireNonNull(units.get(month));
    }

    private static ImportPreview.Spot spot(ActSheet sheet, FigureLine line) {
        return new ImportPreview.Spot(sheet.name(), String.valueOf(line.row()), false);
    }
}
