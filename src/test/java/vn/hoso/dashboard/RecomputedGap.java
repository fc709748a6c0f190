package vn.hoso.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.hoso.dashboard.GeneratedWorld.Member;

/** Who must make up the gap, and what raising everyone to the median must bring. */
final class RecomputedGap extends Recomputed {

    RecomputedGap(Recomputed sums) {
        super(sums);
    }

    /** The lowest missed target, else the highest. */
    long decisive() {
        return TARGETS.stream()
                .filter(target -> !district().meets(target))
                .findFirst()
                .orElse(60L);
    }

    private List<Map.Entry<Member, Tally>> byGap() {
        long target = decisive();
        return present().stream()
                .filter(member -> unit(member) != null)
                .map(member -> Map.entry(member, Objects.requireNonNull(unit(member))))
                .sorted(Comparator.comparing(entry -> -entry.getValue().gap(target)))
                .toList();
    }

    private long lacking() {
        return byGap().stream()
                .mapToLong(entry -> Math.max(0, entry.getValue().gap(decisive())))
                .sum();
    }

    List<String> calls() {
        return byGap().stream()
                .limit(3)
                .map(entry -> {
                    Tally own = entry.getValue();
                    return entry.getKey().name() + " thiếu " + Exact.count(own.required(decisive()) - own.online())
                            + " hồ sơ, đạt "
                            + Exact.prose(Exact.of(own.online(), own.received()).percent()) + " ("
                            + Exact.fraction(own.online(), own.received()) + ") chiếm "
                            + Exact.prose(
                                    Exact.of(own.gap(decisive()), lacking()).share())
                            + " phần thiếu";
                })
                .toList();
    }

    List<String> gaps() {
        List<String> rows = new ArrayList<>();
        long running = 0;
        long dossiers = 0;
        for (Map.Entry<Member, Tally> entry : byGap()) {
            Tally own = entry.getValue();
            long gap = own.gap(decisive());
            running += Math.max(0, gap);
            dossiers += whole(gap);
            rows.add(String.join(
                    " | ",
                    entry.getKey().name(),
                    Exact.cell(own.online(), own.received()),
                    Exact.count(gap),
                    Exact.count(whole(gap)),
                    gap > 0 ? Exact.of(gap, lacking()).share() : "—",
                    gap > 0 ? Exact.of(running, lacking()).share() : "—"));
        }
        long whole = district().gap(decisive());
        if (whole(whole) != dossiers) {
            rows.add(String.join(
                    " | ", "Do làm tròn từng đơn vị", "", "", "0", Exact.count(whole(whole) - dossiers), "", ""));
        }
        Tally all = district();
        rows.add(String.join(
                " | ",
                "Toàn huyện",
                Exact.cell(all.online(), all.received()),
                "",
                Exact.count(whole),
                Exact.count(whole(whole)),
                "",
                ""));
        return rows;
    }

    /** Dossiers are whole, and a part of one that is lacking is one. */
    private static long whole(long gap) {
        return -Math.floorDiv(-gap, 100);
    }

    /** Every unit below the median raised to it, as far as its procedures allow. */
    String atTheMedian() {
        List<Exact> rates = byGap().stream()
                .map(Map.Entry::getValue)
                .filter(own -> own.received() > 0)
                .map(own -> Exact.of(own.online(), own.received()))
                .sorted((a, b) -> a.minus(b).sign())
                .toList();
        Exact median = rates.get(rates.size() / 2)
                .plus(rates.get((rates.size() - 1) / 2))
                .half();
        long more = 0;
        long raised = 0;
        for (Map.Entry<Member, Tally> entry : byGap()) {
            Tally own = entry.getValue();
            long added = Math.min(median.ofAtLeast(own.received()), own.eligible()) - own.online();
            more += Math.max(0, added);
            raised += added > 0 ? 1 : 0;
        }
        Tally all = district();
        more = Math.min(more, Math.max(0, all.eligible() - all.online()));
        return "Kết quả chung sẽ đạt " + inWords(all.online() + more, all.received()) + " thay vì "
                + inWords(all.online(), all.received()) + ": thêm " + Exact.count(more)
                + " hồ sơ trực tuyến từ " + raised + " đơn vị.";
    }

    private static String inWords(long over, long under) {
        return Exact.prose(Exact.of(over, under).percent()) + " (" + Exact.fraction(over, under) + ")";
    }
}
