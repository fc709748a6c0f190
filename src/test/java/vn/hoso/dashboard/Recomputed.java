package vn.hoso.dashboard;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.GeneratedWorld.Member;
import vn.hoso.dashboard.GeneratedWorld.Stored;

/** The sums of a period of the generated world, recomputed from its rows. */
class Recomputed {

    static final List<Long> TARGETS = List.of(50L, 60L);

    final List<Member> members;
    private final Map<Long, Map<YearMonth, Tally>> held;
    private final Map<Long, Set<YearMonth>> unapproved;
    final YearMonth from;
    final YearMonth to;

    /**
     * The period as it was known.
     *
     * @param before what was stored from this instant on was not known
     */
    Recomputed(GeneratedWorld world, YearMonth from, YearMonth to, Instant before) {
        this.members = world.members();
        this.from = from;
        this.to = to;
        this.held = new HashMap<>();
        this.unapproved = new HashMap<>();
        world.stored().stream()
                .filter(row -> row.at().isBefore(before))
                .sorted(Comparator.comparing(Stored::at))
                .forEach(this::hold);
    }

    private void hold(Stored row) {
        held.computeIfAbsent(row.unitId(), id -> new HashMap<>()).put(row.month(), row.tally());
        Set<YearMonth> waiting = unapproved.computeIfAbsent(row.unitId(), id -> new HashSet<>());
        if (row.approved()) {
            waiting.remove(row.month());
        } else {
            waiting.add(row.month());
        }
    }

    Recomputed(Recomputed same) {
        this.members = same.members;
        this.held = same.held;
        this.unapproved = same.unapproved;
        this.from = same.from;
        this.to = same.to;
    }

    static List<YearMonth> months(YearMonth from, YearMonth to) {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }

    List<Tally> of(Member member, YearMonth first, YearMonth last) {
        Map<YearMonth, Tally> own = held.getOrDefault(member.id(), Map.of());
        return months(first, last).stream()
                .map(own::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Nullable
    Tally unit(Member member) {
        return Tally.sum(of(member, from, to));
    }

    @Nullable
    Tally district(YearMonth first, YearMonth last) {
        return Tally.sum(members.stream()
                .flatMap(member -> of(member, first, last).stream())
                .toList());
    }

    Tally district() {
        return Objects.requireNonNull(district(from, to));
    }

    /** Whether one of the returns that a unit has in the period waits for approval. */
    boolean waits(Member member) {
        Set<YearMonth> waiting = unapproved.getOrDefault(member.id(), Set.of());
        return months(from, to).stream().anyMatch(waiting::contains);
    }

    long reported(YearMonth first, YearMonth last) {
        return members.stream()
                .mapToLong(member -> of(member, first, last).size())
                .sum();
    }

    long expected(YearMonth first, YearMonth last) {
        return months(first, last).stream()
                .mapToLong(month -> members.stream()
                        .filter(member -> !member.since().isAfter(month))
                        .count())
                .sum();
    }

    /** The units that exist in the period. */
    List<Member> present() {
        return members.stream().filter(member -> !member.since().isAfter(to)).toList();
    }

    @Nullable
    Tally sum(List<Member> whose, YearMonth first, YearMonth last) {
        return Tally.sum(whose.stream()
                .flatMap(member -> of(member, first, last).stream())
                .toList());
    }
}
