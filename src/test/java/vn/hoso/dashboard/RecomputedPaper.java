package vn.hoso.dashboard;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.hoso.dashboard.GeneratedWorld.Member;

/** What the page of paper though online must say. */
final class RecomputedPaper extends Recomputed {

    RecomputedPaper(Recomputed sums) {
        super(sums);
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
        Tally own = sum(whose, from, to);
        List<String> cells =
                new ArrayList<>(List.of(name, own == null ? "chưa báo cáo —" : paperCell(own), trend(whose)));
        for (YearMonth month : months(from, to)) {
            Tally each = sum(whose, month, month);
            boolean there = whose.stream().anyMatch(member -> !member.since().isAfter(month));
            cells.add(each != null ? Exact.count(each.paper()) : there ? "—" : "·");
        }
        return String.join(" | ", cells);
    }

    private static String paperCell(Tally own) {
        return own.eligible() == 0
                ? "không phát sinh —"
                : Exact.fraction(own.paper(), own.eligible()) + " "
                        + Exact.of(own.paper(), own.eligible()).share();
    }

    private String trend(List<Member> whose) {
        int compared = Math.min(3, months(from, to).size() / 2);
        YearMonth middle = to.minusMonths(compared);
        Tally before = sum(whose, middle.minusMonths(compared - 1L), middle);
        Tally after = sum(whose, middle.plusMonths(1), to);
        if (before == null || after == null || before.eligible() == 0 || after.eligible() == 0) {
            return "không so được";
        }
        Exact by = Exact.of(after.paper(), after.eligible()).minus(Exact.of(before.paper(), before.eligible()));
        return by.sign() == 0 ? "không đổi" : (by.sign() < 0 ? "giảm " : "tăng ") + by.points() + " điểm %";
    }
}
