package vn.hoso.dashboard;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.GeneratedWorld.Member;

/** What the leaders' one page must say. */
final class RecomputedOverview extends Recomputed {

    RecomputedOverview(Recomputed sums) {
        super(sums);
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
                fact(Objects.requireNonNull(all.paid()), Objects.requireNonNull(all.payable())) + " (" + paying() + "/"
                        + expected(from, to) + " báo cáo có số liệu phí)");
    }

    /** The returns that hold the pair. */
    private long paying() {
        return members.stream()
                .flatMap(member -> of(member, from, to).stream())
                .filter(tally -> tally.payable() != null)
                .count();
    }

    /** Behind a verdict that rests on fewer returns than there should be, or on one that nobody approved. */
    private static String provisional(long reported, long expected, boolean waits) {
        if (reported < expected) {
            return " (tạm tính)";
        }
        return waits ? " (sơ bộ)" : "";
    }

    private static String fact(long over, long under) {
        return Exact.fraction(over, under) + " – "
                + Exact.prose(Exact.of(over, under).percent());
    }

    /** Finding and grounds of each target. */
    List<String> verdicts() {
        Tally all = district();
        String ceiling = Exact.prose(Exact.of(all.eligible(), all.received()).percent());
        String open = provisional(
                reported(from, to), expected(from, to), members.stream().anyMatch(this::waits));
        List<String> lines = new ArrayList<>();
        for (long target : TARGETS) {
            long required = all.required(target);
            String grounds = "có " + Exact.count(all.online()) + ", cần " + Exact.count(required);
            if (all.meets(target)) {
                lines.add("Đạt" + open + " đủ số hồ sơ " + grounds);
            } else {
                lines.add("Chưa đạt" + open + " thiếu " + Exact.count(required - all.online()) + " hồ sơ " + grounds
                        + (100 * all.eligible() >= target * all.received()
                                ? " · Trong tầm: trần " + ceiling
                                : " · Vượt trần " + ceiling + ": cần đưa thêm thủ tục của ít nhất "
                                        + Exact.count(required - all.eligible()) + " hồ sơ lên trực tuyến"));
            }
        }
        return lines;
    }

    /** What a unit's month without a return is expected to hold; null where nothing says so. */
    private @Nullable Long expected(Member member, YearMonth month) {
        List<Tally> before = of(member, month.minusYears(1), month.minusYears(1));
        if (!before.isEmpty()) {
            return before.get(0).received();
        }
        List<Tally> own = of(member, from, to.withMonth(12));
        return own.isEmpty()
                ? null
                : Math.floorDiv(2 * own.stream().mapToLong(Tally::received).sum() + own.size(), 2L * own.size());
    }

    private record Owed(Member member, YearMonth month) {}

    private List<Owed> owed() {
        return months(to.withMonth(1), to.withMonth(12)).stream()
                .flatMap(month -> members.stream()
                        .filter(member -> !member.since().isAfter(month)
                                && of(member, month, month).isEmpty())
                        .map(member -> new Owed(member, month)))
                .toList();
    }

    /** What the rest of the year is expected to bring: every unit-month without a return. */
    private long rest() {
        return owed().stream()
                .map(each -> expected(each.member, each.month))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Whether some return of a month gone by is owed, or nothing says what to expect of one. */
    private boolean open() {
        return owed().stream().anyMatch(each -> !each.month.isAfter(to) || expected(each.member, each.month) == null);
    }

    List<String> outlooks() {
        Tally all = district();
        long rest = rest();
        long possible = rest * all.eligible() / all.received();
        return TARGETS.stream()
                .map(target -> {
                    long needed = Math.max(0, Exact.ceiling(target * (all.received() + rest), 100) - all.online());
                    String state = needed == 0 && !open()
                            ? "Đã chắc đạt"
                            : needed > possible
                                    ? open() ? "Chưa kết luận" : "Không còn khả năng"
                                    : needed * all.received() <= all.online() * rest ? "Đúng tiến độ" : "Phải tăng tốc";
                    String asked = needed > rest
                            ? Exact.count(needed) + " hồ sơ trực tuyến, nhiều hơn " + Exact.count(rest)
                                    + " hồ sơ dự kiến phát sinh."
                            : Exact.fraction(needed, rest) + " hồ sơ trực tuyến ("
                                    + Exact.prose(Exact.of(needed, rest).share()) + ").";
                    return state
                            + (needed == 0 ? nothingNeeded() : " Từ nay cần " + asked)
                            + (state.equals("Chưa kết luận") ? why() : "");
                })
                .toList();
    }

    private String nothingNeeded() {
        return (open() ? " Nếu phần còn lại đúng như dự kiến, từ nay" : " Từ nay")
                + " không cần thêm hồ sơ trực tuyến.";
    }

    private String why() {
        long begun = owed().stream().filter(each -> !each.month.isAfter(to)).count();
        return begun > 0
                ? " Còn thiếu " + begun + " báo cáo tháng."
                : " "
                        + owed().stream()
                                .filter(each -> expected(each.member, each.month) == null)
                                .count() + " báo cáo tháng không có căn cứ ước tính.";
    }

    List<String> assumed() {
        Tally all = district();
        return List.of(
                "có " + Exact.count(rest()) + " hồ sơ phát sinh",
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
            TARGETS.forEach(target -> cells.add(
                    verdict(own, target, provisional(of(member, from, to).size(), months, waits(member)))));
        }
        cells.add(of(member, from, to).size() + "/" + months);
        return String.join(" | ", cells);
    }

    private static String verdict(Tally own, long target, String open) {
        if (own.received() == 0) {
            return "Không phát sinh" + open;
        }
        return own.meets(target)
                ? "Đạt" + open
                : "Chưa đạt" + open + " thiếu " + Exact.count(own.required(target) - own.online());
    }

    /** The twelve months that end with the period. */
    List<String> line() {
        return months(to.minusMonths(11), to).stream()
                .map(month -> {
                    Tally all = district(month, month);
                    if (expected(month, month) == 0) {
                        return "%02d/%d | không phải báo cáo — | —".formatted(month.getMonthValue(), month.getYear());
                    }
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

    String coverage() {
        return reported(from, to) + "/" + expected(from, to) + " báo cáo tháng";
    }
}
