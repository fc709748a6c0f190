package vn.hoso.extracts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.extracts.reading.Channel;
import vn.hoso.imports.RowKey;
import vn.hoso.imports.layouts.ComparableText;
import vn.hoso.imports.layouts.UnitMatcher;
import vn.hoso.procedures.ProcedureCatalogue.Lookup;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.units.Unit;

/** Counts the dossiers of a list: of which month, unit, class and channel each is, and what nobody knows about them yet. */
public final class ExtractCounting {

    /**
     * A month with fewer than this part of the largest month's dossiers is another month's remainder unless a person ticks it; so
     * is one whose first or last days are missing.
     */
    private static final int PART = 5;

    /** More days in a row without a dossier than any holiday has. */
    private static final int DAYS_WITHOUT = 10;

    /** The answer of a person who says that a name is no unit. */
    static final long NO_UNIT = 0;

    private final Function<LocalDate, YearMonth> monthOf;
    private final ExtractUnits units;
    private final ExtractClasses classes;
    private final ListAnswers answers;
    private final SortedMap<YearMonth, Integer> months = new TreeMap<>();
    private final Map<YearMonth, SortedSet<LocalDate>> days = new HashMap<>();
    private final Map<RowKey, UnitMonth> counted = new HashMap<>();
    private final SortedMap<String, Integer> unknownChannels = new TreeMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private final SortedSet<YearMonth> ticked;
    private @Nullable LocalDate firstDay;

    /**
     * All units of a month by whatever a list calls them, and folded names of which a person said before that they are none.
     *
     * @param byId the units that may be counted, in the order of documents
     */
    public record Known(UnitMatcher matcher, Map<Long, Unit> byId, Set<String> none) {}

    /** What was counted of a unit's month. */
    public record UnitMonth(Unit unit, YearMonth month, DossierCount count) {

        RowKey place() {
            return new RowKey(unit.id(), month);
        }
    }

    /** What dossiers of a group were counted as. */
    public record Placed(
            DossierGroup group, long unitId, YearMonth month, ServiceClass serviceClass, Channel channel) {}

    /**
     * Counts.
     *
     * @param monthOf the month that a day belongs to
     * @param countable whether figures may exist for a month
     * @param known the units of a month
     * @param onlyUnit the unit of every dossier, null where the list says which
     */
    public ExtractCounting(
            List<DossierGroup> groups,
            Function<LocalDate, YearMonth> monthOf,
            Function<YearMonth, Boolean> countable,
            Function<YearMonth, Known> known,
            Lookup catalogue,
            ListAnswers answers,
            @Nullable Long onlyUnit) {
        Map<LocalDate, YearMonth> monthOfDay = new HashMap<>();
        this.monthOf = day -> monthOfDay.computeIfAbsent(day, monthOf);
        units = new ExtractUnits(known, answers, onlyUnit);
        classes = new ExtractClasses(catalogue, answers);
        this.answers = answers;
        groups.forEach(group -> {
            YearMonth month = this.monthOf.apply(group.receivedOn());
            months.merge(month, group.number(), Integer::sum);
            days.computeIfAbsent(month, none -> new TreeSet<>()).add(group.receivedOn());
        });
        ticked = ticked(countable);
        groups.forEach(this::count);
    }

    private SortedSet<YearMonth> ticked(Function<YearMonth, Boolean> countable) {
        Set<String> chosen = answers.months();
        int largest = months.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        SortedSet<YearMonth> counts = new TreeSet<>();
        months.forEach((month, number) -> {
            boolean whole = number == largest || number * PART >= largest && spanned(month);
            boolean wanted = chosen == null ? whole : chosen.contains(month.toString());
            if (wanted && countable.apply(month)) {
                counts.add(month);
            }
        });
        return counts;
    }

    /** Whether a month's dossiers reach from its first days to its last. */
    private boolean spanned(YearMonth month) {
        SortedSet<LocalDate> found = Objects.requireNonNull(days.get(month));
        return !monthOf.apply(found.first().minusDays(DAYS_WITHOUT)).equals(month)
                && !monthOf.apply(found.last().plusDays(DAYS_WITHOUT)).equals(month);
    }

    private void count(DossierGroup group) {
        YearMonth month = monthOf.apply(group.receivedOn());
        if (!ticked.contains(month)) {
            return;
        }
        if (firstDay == null || group.receivedOn().isBefore(firstDay)) {
            firstDay = group.receivedOn();
        }
        Unit unit = units.of(group, month);
        ServiceClass serviceClass = classes.of(group);
        Channel channel = channel(group);
        if (unit == null || serviceClass == null || channel == null) {
            return;
        }
        counted.computeIfAbsent(new RowKey(unit.id(), month), key -> new UnitMonth(unit, month, new DossierCount()))
                .count()
                .add(serviceClass, channel, group.withFee(), group.paidOnline(), group.number());
        placed.add(new Placed(group, unit.id(), month, serviceClass, channel));
    }

    private @Nullable Channel channel(DossierGroup group) {
        if (group.channel() != null) {
            return group.channel();
        }
        String word = Objects.requireNonNullElse(group.channelWord(), "");
        Channel said = answers.channels().get(word);
        if (said == null) {
            unknownChannels.merge(word, group.number(), Integer::sum);
        }
        return said;
    }

    /** A name as answers about units are remembered under it. */
    static String folded(String name) {
        return ComparableText.of(name);
    }

    /** How many dossiers each month of the list has. */
    public SortedMap<YearMonth, Integer> months() {
        return months;
    }

    /** The days of a month of the list on which dossiers were received. */
    public SortedSet<LocalDate> days(YearMonth month) {
        return Objects.requireNonNull(days.get(month));
    }

    /** The months that are counted. */
    public SortedSet<YearMonth> ticked() {
        return ticked;
    }

    /** The first day of a dossier of these months; null where there is none. */
    public @Nullable LocalDate firstDay() {
        return firstDay;
    }

    /** By month, the units in the order of documents. */
    public List<UnitMonth> counted() {
        List<UnitMonth> ordered = new ArrayList<>();
        ticked.forEach(month -> units.known(month).byId().keySet().stream()
                .flatMap(unit -> Stream.ofNullable(counted.get(new RowKey(unit, month))))
                .forEach(ordered::add));
        return ordered;
    }

    public List<Placed> placed() {
        return placed;
    }

    /** The unit of a dossier, also where its month is not counted; null where nobody knows it or it is none. */
    @Nullable
    Long unitOf(DossierGroup group) {
        return units.unasked(group, monthOf.apply(group.receivedOn()))
                .map(Unit::id)
                .orElse(null);
    }

    /** Whether the month of a dossier is counted. */
    boolean counts(DossierGroup group) {
        return ticked.contains(monthOf.apply(group.receivedOn()));
    }

    /** What is known of the units. */
    public ExtractUnits units() {
        return units;
    }

    public SortedMap<String, Integer> unknownChannels() {
        return unknownChannels;
    }

    /** What is known of the procedures and their classes. */
    public ExtractClasses classes() {
        return classes;
    }

    /** Whether nothing is left to ask. */
    public boolean sure() {
        return units.sure() && unknownChannels.isEmpty() && classes.sure();
    }
}
