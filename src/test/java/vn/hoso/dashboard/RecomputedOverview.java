package vn.hoso.dashboard;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    String coverage() {
        return reported(from, to) + "/" + expected(from, to) + " báo cáo tháng";
    }
}
