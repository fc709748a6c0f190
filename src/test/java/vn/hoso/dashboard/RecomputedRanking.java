package vn.hoso.dashboard;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.GeneratedWorld.Member;

/** Who stands where, each unit month by month, and what became of the rate since the same months of the year before. */
final class RecomputedRanking extends Recomputed {

    private static final long FEW = 30;

    RecomputedRanking(Recomputed sums) {
        super(sums);
    }

    /** A unit and its sums. */
    private record Ranked(Member member, Tally own) {

        Exact rate() {
            return Exact.of(own.online(), own.received());
        }
    }

    /** Place, name and rate. */
    List<String> ranking() {
        List<Ranked> ranked = present().stream()
                .filter(member -> unit(member) != null && unit(member).received() >= FEW)
                .map(member -> new Ranked(member, Objects.requireNonNull(unit(member))))
                .sorted(Comparator.comparing(Ranked::rate, (a, b) -> b.minus(a).sign()))
                .toList();
        return ranked.stream()
                .map(each -> {
                    long better = ranked.stream()
                            .filter(other -> each.rate().below(other.rate()))
                            .count();
                    return better + 1 + " | " + each.member().name() + " | "
                            + Exact.cell(each.own().online(), each.own().received());
                })
                .toList();
    }

    /** Name, the period's rate, and each month's without its sign. */
    List<String> matrix() {
        List<String> rows = new ArrayList<>();
        for (Member member : present()) {
            List<String> cells = new ArrayList<>(List.of(member.name(), whole(unit(member))));
            months(from, to)
                    .forEach(month ->
                            cells.add(member.since().isAfter(month) ? "·" : tile(sum(List.of(member), month, month))));
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }

    private static String whole(@Nullable Tally own) {
        return own == null ? "chưa báo cáo —" : Exact.cell(own.online(), own.received());
    }

    private static String tile(@Nullable Tally own) {
        return own == null
                ? "—"
                : own.received() == 0
                        ? "×"
                        : Exact.of(own.online(), own.received()).percent().replace("%", "");
    }

    /** The change from the year before in percentage points, over unit-months that both years have; the same split in two. */
    List<String> changes() {
        List<Tally[]> pairs =
                members.stream().map(this::pair).flatMap(List::stream).toList();
        Tally before = Tally.sum(pairs.stream().map(pair -> pair[0]).toList());
        Tally after = Tally.sum(pairs.stream().map(pair -> pair[1]).toList());
        Exact middle = rate(before).plus(rate(after)).half();
        Exact byRate = Exact.of(0, 1);
        Exact byMix = Exact.of(0, 1);
        for (Tally[] pair : pairs) {
            Exact then = weight(pair[0], before);
            Exact now = weight(pair[1], after);
            if (pair[0].received() + pair[1].received() > 0) {
                // Who had nothing in one of the years has kept its rate.
                Exact rateThen = rate(pair[pair[0].received() > 0 ? 0 : 1]);
                Exact rateNow = rate(pair[pair[1].received() > 0 ? 1 : 0]);
                byRate = byRate.plus(then.plus(now).half().times(rateNow.minus(rateThen)));
                byMix = byMix.plus(
                        now.minus(then).times(rateNow.plus(rateThen).half().minus(middle)));
            }
        }
        return Exact.adding(byRate, byMix);
    }

    /** The unit's sums of both years over the months it has in both. */
    private List<Tally[]> pair(Member member) {
        List<Tally> before = new ArrayList<>();
        List<Tally> after = new ArrayList<>();
        for (YearMonth month : months(from, to)) {
            List<Tally> then = of(member, month.minusYears(1), month.minusYears(1));
            List<Tally> now = of(member, month, month);
            if (!then.isEmpty() && !now.isEmpty()) {
                before.addAll(then);
                after.addAll(now);
            }
        }
        return before.isEmpty() ? List.of() : List.<Tally[]>of(new Tally[] {Tally.sum(before), Tally.sum(after)});
    }

    private static Exact weight(Tally own, Tally all) {
        return Exact.of(own.received(), all.received());
    }

    private static Exact rate(Tally own) {
        return Exact.of(own.online(), own.received());
    }

    /** A unit's months: the three rates, and paper though online. */
    List<String> monthsOf(Member member) {
        return months(from, to).stream()
                .filter(month -> sum(List.of(member), month, month) != null)
                .map(month -> {
                    Tally own = Objects.requireNonNull(sum(List.of(member), month, month));
                    return String.join(
                            " | ",
                            "%02d/%d".formatted(month.getMonthValue(), month.getYear()),
                            Exact.cell(own.fullOnline(), own.fullReceived()),
                            Exact.cell(own.partialOnline(), own.partialReceived()),
                            Exact.cell(own.online(), own.received()),
                            Exact.count(own.paper()));
                })
                .toList();
    }
}
