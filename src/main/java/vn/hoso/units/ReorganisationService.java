package vn.hoso.units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Reorganisation.Way;
import vn.hoso.units.ReorganisationLine.Deed;
import vn.hoso.units.ReorganisationQueries.Applied;
import vn.hoso.units.ReorganisationQueries.Line;
import vn.hoso.units.UnitCarriage.What;
import vn.hoso.units.UnitQueries.Version;

/**
 * Reorganisations: looked at, applied whole, and withdrawn whole while nothing rests on them. What comes of a merger or a division is
 * always a new unit, whatever it is called, so that figures map to it independently of their month.
 */
@Service
public class ReorganisationService {

    private final UnitQueries units;
    private final ReorganisationQueries queries;
    private final Reorganisations acts;
    private final UnitVersions versions;
    private final UnitMonths months;
    private final List<UnitCarriage> carriages;
    private final AuditTrail audit;
    private final Clock clock;

    ReorganisationService(
            UnitQueries units,
            ReorganisationQueries queries,
            Reorganisations acts,
            UnitVersions versions,
            UnitMonths months,
            List<UnitCarriage> carriages,
            AuditTrail audit,
            Clock clock) {
        this.units = units;
        this.queries = queries;
        this.acts = acts;
        this.versions = versions;
        this.months = months;
        this.carriages = carriages.stream()
                .sorted(Comparator.comparing(UnitCarriage::what))
                .toList();
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Everything that a reorganisation touches.
     *
     * @param months the months of the units that there were before
     * @param items what could be carried over to new units; their successors are the numbers of the lines
     */
    public record Preview(
            ReorganisationPlan plan, Map<Long, UnitMonths.Months> months, Map<What, List<UnitCarriage.Item>> items) {}

    /**
     * What came of it.
     *
     * @param act the act, null if nothing was done
     * @param preview what it would do now
     * @param conflict whether nothing was done because the register has changed since it was looked at
     * @param meanwhile the acts that somebody applied since
     */
    public record Outcome(@Nullable Long act, Preview preview, boolean conflict, List<Applied> meanwhile) {}

    /** What a reorganisation would do. */
    @Transactional(readOnly = true)
    public Preview preview(LocalDate from, String text) {
        List<ReorganisationLine> lines = ReorganisationText.read(text, units.findOn(from.minusDays(1)), units.kinds());
        ReorganisationPlan read = new ReorganisationPlan(from, lines, "");
        List<Long> ids = read.unitIds();
        Map<Long, UnitMonths.Months> theirs = months.findByUnits(ids, from);
        ReorganisationPlan plan = new ReorganisationPlan(from, lines, queries.seen(ids))
                .checked(new ReorganisationPlan.Facts(
                        units.findCalled(
                                0,
                                from,
                                null,
                                lines.stream()
                                        .map(ReorganisationLine::words)
                                        .filter(Objects::nonNull)
                                        .toList()),
                        queries.findLater(ids, from),
                        queries.findGone(ids),
                        theirs));
        Map<What, List<UnitCarriage.Item>> items = new EnumMap<>(What.class);
        if (plan.sound()) {
            UnitCarriage.Ways ways = new UnitCarriage.Ways(from, plan.formed());
            carriages.forEach(each -> items.put(each.what(), each.find(ways)));
        }
        return new Preview(plan, theirs, items);
    }

    /**
     * Applies a reorganisation, or nothing of it.
     *
     * @param carried what is carried over to new units
     * @param seen the plan's {@link ReorganisationPlan#seen} that the person looked at
     */
    @Transactional
    public Outcome apply(ReorganisationDraft draft, Set<What> carried, String seen, CurrentUser by) {
        versions.lockAll();
        acts.lock(preview(draft.from(), draft.lines()).plan().unitIds());
        // Read again: figures may have been stored until the units were held.
        Preview preview = preview(draft.from(), draft.lines());
        ReorganisationPlan plan = preview.plan();
        if (!plan.seen().equals(seen)) {
            return new Outcome(null, preview, true, queries.findSince(seen));
        }
        if (!plan.sound()) {
            return new Outcome(null, preview, false, List.of());
        }
        List<Long> before = plan.unitIds();
        String asBefore = acts.before(before);
        end(plan);
        Set<Way> ways = new HashSet<>();
        Map<Integer, Long> made = begin(plan, ways, by);
        before.forEach(versions::count);
        Map<Long, List<Long>> formed = new LinkedHashMap<>();
        plan.formed().forEach((line, each) -> formed.put(made.get(line.intValue()), each));
        Map<String, String> undo = new HashMap<>();
        carriages.stream()
                .filter(each -> carried.contains(each.what()))
                .forEach(each ->
                        undo.put(each.what().name(), each.carry(new UnitCarriage.Ways(draft.from(), formed), by)));
        List<Line> kept = plan.lines().stream()
                .map(line -> line.kept(made.getOrDefault(line.number(), 0L)))
                .toList();
        long act = acts.store(new Reorganisation(
                draft, kept, ways, acts.undo(asBefore, before, made.values(), undo), by, clock.instant()));
        Set<Long> concerned = new TreeSet<>(before);
        concerned.addAll(made.values());
        audit.record(
                by,
                TrailEntry.of("unit.reorganised", draft.instrument(), Formats.date(draft.from()))
                        .units(concerned)
                        .changing(ReorganisationTrail.changes(kept, preview.items(), carried, made)));
        return new Outcome(act, preview, false, List.of());
    }

    /** First gives up all days that others may take. */
    private void end(ReorganisationPlan plan) {
        plan.shortened().forEach(each -> versions.span(each.id(), each.from(), plan.from()));
    }

    /** The new units by the number of their line; adds the ways to them. */
    private Map<Integer, Long> begin(ReorganisationPlan plan, Set<Way> ways, CurrentUser by) {
        Map<Integer, Long> made = new LinkedHashMap<>();
        for (ReorganisationLine line : plan.lines()) {
            UnitWords words = line.words();
            if (words == null) {
                continue;
            }
            if (line.deed() == Deed.CHANGED) {
                Version changed = line.parts().get(0).unit();
                versions.insert(changed.unitId(), plan.from(), changed.end(), words, by);
            } else {
                long unit = versions.begin();
                versions.insert(unit, plan.from(), null, words, by);
                made.put(line.number(), unit);
                line.parts().forEach(each -> ways.add(new Way(each.unit().unitId(), unit, each.part())));
            }
        }
        return made;
    }

    /**
     * Makes everything as it was before a reorganisation.
     *
     * @throws UserFacingException with 404 if there is none any more, with 409 and the reason if something rests on it
     */
    @Transactional
    public Applied withdraw(long id, CurrentUser by) {
        versions.lockAll();
        Applied act = queries.get(id);
        List<Long> concerned = act.unitIds();
        List<Long> made = acts.findMade(id);
        acts.lock(concerned);
        queries.findAfter(id, concerned).stream().findFirst().ifPresent(later -> refuse("later", later.instrument()));
        refuseFigures(act, made);
        if (!acts.isAsLeft(id)) {
            refuse("changed");
        }
        Map<String, String> undo = acts.findCarried(id);
        carriages.stream()
                .filter(each -> undo.containsKey(each.what().name()))
                .forEach(each -> each.takeBack(
                        Objects.requireNonNull(undo.get(each.what().name())), made));
        try {
            acts.restore(id, concerned, made);
        } catch (DataIntegrityViolationException used) {
            refuse("used");
        }
        List<Long> left = new ArrayList<>(concerned);
        left.removeAll(made);
        audit.record(
                by,
                TrailEntry.of("unit.restored", act.instrument(), Formats.date(act.from()))
                        .units(left));
        return act;
    }

    private void refuseFigures(Applied act, Collection<Long> made) {
        Map<Long, UnitMonths.Months> theirs = months.findByUnits(made, act.from());
        act.lines().stream()
                .map(Line::to)
                .filter(Objects::nonNull)
                .filter(each -> made.contains(each.id())
                        && !theirs.getOrDefault(each.id(), UnitMonths.Months.NONE)
                                .stored()
                                .isEmpty())
                .findFirst()
                .ifPresent(each -> refuse(
                        "figures",
                        each.name(),
                        Formats.month(Objects.requireNonNull(theirs.get(each.id()))
                                .stored()
                                .get(0))));
    }

    private static void refuse(String why, String... args) {
        throw new UserFacingException(HttpStatus.CONFLICT, "reorganisation.refused." + why, (Object[]) args);
    }
}
