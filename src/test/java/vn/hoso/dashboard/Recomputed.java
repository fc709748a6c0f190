package vn.hoso.dashboard;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.GeneratedWorld.Member;
import vn.hoso.dashboard.GeneratedWorld.Stored;

/** What the leaders' pages must say about a period of the generated world, recomputed from its rows. */
final class Recomputed {

    private static final List<Long> TARGETS = List.of(50L, 60L);

    private final List<Member> members;
    private final Map<Long, Map<YearMonth, Tally>> held = new HashMap<>();
    private final YearMonth from;
    private final YearMonth to;

    /**
     * The period as it was known.
     *
     * @param before what was stored from this instant on was not known
     */
    Recomputed(GeneratedWorld world, YearMonth from, YearMonth to, Instant before) {
        this.members = world.members();
        this.from = from;
        this.to = to;
        world.stored().stream()
                .filter(row -> row.at().isBefore(before))
                .sorted(Comparator.comparing(Stored::at))
                .forEach(row -> held.computeIfAbsent(row.unitId(), id -> new HashMap<>())
                        .put(row.month(), row.tally()));
    }

    private static List<YearMonth> months(YearMonth from, YearMonth to) {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }

    private List<Tally> of(Member member, YearMonth first, YearMonth last) {
        Map<YearMonth, Tally> own = held.getOrDefault(member.id(), Map.of());
        return months(first, last).stream()
                .map(own::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Tally unit(Member member) {
        return Tally.sum(of(member, from, to));
    }

    private @Nullable Tally district(YearMonth first, YearMonth last) {
        return Tally.sum(members.stream()
                .flatMap(member -> of(member, first, last).stream())
                .toList());
    }

    private Tally district() {
        return Objects.requireNonNull(district(from, to));
    }

    private long reported(YearMonth first, YearMonth last) {
        return members.stream()
                .mapToLong(member -> of(member, first, last).size())
                .sum();
    }

    private long expected(YearMonth first, YearMonth last) {
        return months(first, last).stream()
                .mapToLong(month -> members.stream()
                        .filter(member -> !member.since().isAfter(month))
                        .count())
                .sum();
    }

    /** The units that exist in the period. */
    private List<Member> present() {
        return members.stream().filter(member -> !member.since().isAfter(to)).toList();
    }

    List<String> rates() {
        Tally all = district();
        return List.of(
                prose(all.fullOnline(), all.fullReceived()),
                prose(all.partialOnline(), all.partialReceived()),
                prose(all.online(), all.received()));
    }

    private static String prose(long over, long under) {
        return Exact.prose(Exact.of(over, under).percent()) + " " + Exact.fraction(over, under);
    }

    List<String> facts() {
        Tally all = district();
        return List.of(
                Exact.count(all.paper()) + " hồ sơ",
                fact(all.classified(), all.eligible()),
                fact(Objects.requireNonNull(all.paid()), Objects.requireNonNull(all.payable())));
    }

    private static String fact(long over, long under) {
        return Exact.fraction(over, under) + " – "
                + Exact.prose(Exact.of(over, under).percent());
    }

    /** Finding and grounds of each target. */
    List<String> verdicts() {
        Tally all = district();
        String ceiling = Exact.prose(Exact.of(all.eligible(), all.received()).percent());
        List<String> lines = new ArrayList<>();
        for (long target : TARGETS) {
            long required = all.required(target);
            String grounds = "có " + Exact.count(all.online()) + ", cần " + Exact.count(required);
            if (all.meets(target)) {
                lines.add("Đạt đủ số hồ sơ " + grounds);
            } else {
                lines.add("Chưa đạt thiếu " + Exact.count(required - all.online()) + " hồ sơ " + grounds
                        + (100 * all.eligible() >= target * all.received()
                                ? " · Trong tầm: trần " + ceiling
                                : " · Vượt trần " + ceiling + ": cần đưa thêm thủ tục của ít nhất "
                                        + Exact.count(required - all.eligible()) + " hồ sơ lên trực tuyến"));
            }
        }
        return lines;
    }

    /** What the rest of the year is expected to bring: as last year where each month holds figures, else the mean. */
    private long rest() {
        YearMonth next = to.plusMonths(1).minusYears(1);
        YearMonth december = to.withMonth(12).minusYears(1);
        if (months(next, december).stream().allMatch(month -> reported(month, month) > 0)) {
            return Objects.requireNonNull(district(next, december)).received();
        }
        long known = months(from, to).stream()
                .filter(month -> reported(month, month) > 0)
                .count();
        return Math.floorDiv(2 * district().received() * (12 - to.getMonthValue()) + known, 2 * known);
    }

    List<String> outlooks() {
        Tally all = district();
        long rest = rest();
        long possible = rest * all.eligible() / all.received();
        return TARGETS.stream()
                .map(target -> {
                    long needed = Math.max(0, Exact.ceiling(target * (all.received() + rest), 100) - all.online());
                    String state = needed == 0
                            ? "Đã chắc đạt"
                            : needed > possible
                                    ? "Không còn khả năng"
                                    : needed * all.received() <= all.online() * rest ? "Đúng tiến độ" : "Phải tăng tốc";
                    return state
                            + (needed == 0
                                    ? " Từ nay không cần thêm hồ sơ trực tuyến."
                                    : " Từ nay cần " + Exact.fraction(needed, rest) + " hồ sơ trực tuyến ("
                                            + Exact.prose(Exact.of(needed, rest).share()) + ").");
                })
                .toList();
    }

    List<String> assumed() {
        Tally all = district();
        return List.of(
                "phát sinh " + Exact.count(rest()) + " hồ sơ",
                "Trong đó " + Exact.count(rest() * all.eligible() / all.received()) + " hồ sơ");
    }

    List<String> units() {
        return present().stream().map(this::unitRow).toList();
    }

    private String unitRow(Member member) {
        Tally own = unit(member);
        long months = months(from, to).stream()
                .filter(month -> !month.isBefore(member.since()))
                .count();
        List<String> cells = new ArrayList<>();
        cells.add(member.name());
        if (own == null) {
            cells.addAll(
                    List.of("chưa báo cáo —", "chưa báo cáo —", "chưa báo cáo —", "Chưa đánh giá", "Chưa đánh giá"));
        } else {
            cells.add(Exact.cell(own.fullOnline(), own.fullReceived()));
            cells.add(Exact.cell(own.partialOnline(), own.partialReceived()));
            cells.add(Exact.cell(own.online(), own.received()));
            TARGETS.forEach(target -> cells.add(verdict(own, target)));
        }
        cells.add(of(member, from, to).size() + "/" + months);
        return String.join(" | ", cells);
    }

    private static String verdict(Tally own, long target) {
        if (own.received() == 0) {
            return "Không phát sinh";
        }
        return own.meets(target) ? "Đạt" : "Chưa đạt thiếu " + Exact.count(own.required(target) - own.online());
    }

    /** The twelve months that end with the period. */
    List<String> line() {
        return months(to.minusMonths(11), to).stream()
                .map(month -> {
                    Tally all = district(month, month);
                    return "%02d/%d | ".formatted(month.getMonthValue(), month.getYear())
                            + (all == null ? "chưa báo cáo —" : Exact.cell(all.online(), all.received())) + " | "
                            + reported(month, month) + "/" + expected(month, month);
                })
                .toList();
    }

    /** What the sentences about the latest month must carry. */
    List<String> change() {
        YearMonth before = to.minusMonths(1);
        Tally now = district();
        Tally then = Objects.requireNonNull(district(from, before));
        Tally alone = Objects.requireNonNull(district(to, to));
        Tally previous = Objects.requireNonNull(district(before, before));
        return List.of(
                moved(then, now), moved(previous, alone), Exact.count(alone.paper()), Exact.count(previous.paper()));
    }

    private static String moved(Tally then, Tally now) {
        Exact by = Exact.of(now.online(), now.received()).minus(Exact.of(then.online(), then.received()));
        return (by.sign() > 0 ? "tăng " : "giảm ") + by.points() + " điểm %";
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
                            + " số thiếu của các đơn vị";
                })
                .toList();
    }

    List<String> gaps() {
        List<String> rows = new ArrayList<>();
        long running = 0;
        for (Map.Entry<Member, Tally> entry : byGap()) {
            Tally own = entry.getValue();
            long gap = own.gap(decisive());
            running += Math.max(0, gap);
            rows.add(String.join(
                    " | ",
                    entry.getKey().name(),
                    Exact.cell(own.online(), own.received()),
                    Exact.count(gap),
                    Exact.hundredths(gap),
                    gap > 0 ? Exact.of(gap, lacking()).share() : "—",
                    gap > 0 ? Exact.of(running, lacking()).share() : "—"));
        }
        long whole = district().gap(decisive());
        rows.add(String.join(" | ", "Toàn huyện", "", "", Exact.count(whole), Exact.hundredths(whole), "", ""));
        return rows;
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
        return "Huyện sẽ đạt " + inWords(all.online() + more, all.received()) + " thay vì "
                + inWords(all.online(), all.received()) + ": thêm " + Exact.count(more)
                + " hồ sơ trực tuyến từ " + raised + " đơn vị.";
    }

    private static String inWords(long over, long under) {
        return Exact.prose(Exact.of(over, under).percent()) + " (" + Exact.fraction(over, under) + ")";
    }

    List<String> paper() {
        List<String> rows = new ArrayList<>();
        present().stream()
                .sorted(Comparator.comparing((Member member) ->
                        -(unit(member) == null ? 0 : unit(member).paper())))
                .forEach(member -> rows.add(paperRow(member.name(), List.of(member))));
        rows.add(paperRow("Toàn huyện", members));
        return rows;
    }

    private String paperRow(String name, List<Member> whose) {
        Tally own = paperOf(whose, from, to);
        List<String> cells =
                new ArrayList<>(List.of(name, own == null ? "chưa báo cáo —" : paperCell(own), trend(whose)));
        for (YearMonth month : months(from, to)) {
            Tally each = paperOf(whose, month, month);
            cells.add(each == null ? "—" : Exact.count(each.paper()));
        }
        return String.join(" | ", cells);
    }

    private static String paperCell(Tally own) {
        return own.eligible() == 0
                ? "không phát sinh —"
                : Exact.fraction(own.paper(), own.eligible()) + " "
                        + Exact.of(own.paper(), own.eligible()).share();
    }

    private @Nullable Tally paperOf(List<Member> whose, YearMonth first, YearMonth last) {
        return Tally.sum(whose.stream()
                .flatMap(member -> of(member, first, last).stream())
                .toList());
    }

    private String trend(List<Member> whose) {
        int compared = Math.min(3, months(from, to).size() / 2);
        YearMonth middle = to.minusMonths(compared);
        Tally before = paperOf(whose, middle.minusMonths(compared - 1L), middle);
        Tally after = paperOf(whose, middle.plusMonths(1), to);
        if (before == null || after == null || before.eligible() == 0 || after.eligible() == 0) {
            return "chưa đủ tháng";
        }
        Exact by = Exact.of(after.paper(), after.eligible()).minus(Exact.of(before.paper(), before.eligible()));
        return by.sign() == 0 ? "không đổi" : (by.sign() < 0 ? "giảm " : "tăng ") + by.points() + " điểm %";
    }

    String coverage() {
        return reported(from, to) + "/" + expected(from, to) + " báo cáo tháng";
    }
}
