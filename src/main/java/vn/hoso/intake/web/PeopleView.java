package vn.hoso.intake.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.intake.Tally;
import vn.hoso.intake.web.PeopleChoice.View;
import vn.hoso.presentation.Headline;
import vn.hoso.presentation.RateView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.YearNavigation;

/**
 * Paper though online by receiving official, ready to print.
 *
 * @param headline the answer in one sentence
 * @param period such as "9 tháng đầu năm 2024"
 * @param days which days it counts
 * @param years the year switcher
 * @param controls what else can be chosen
 * @param sources which extracts are counted
 * @param forgotten that single dossiers of some months were deleted, null where none were
 * @param unstated how many dossiers name nobody, null where all name somebody
 * @param view what the rows are
 * @param rows a page of them
 * @param total all together
 * @param pages how far the rows go, null where all stand here
 * @param back the page about units' paper; null for those who cannot see it
 * @param pathBefore the page of rows before, null on the first
 * @param pathAfter the page of rows after, null on the last
 */
record PeopleView(
        String headline,
        String period,
        String days,
        YearNavigation years,
        PeopleChoice.Controls controls,
        String sources,
        @Nullable String forgotten,
        @Nullable String unstated,
        View view,
        List<Row> rows,
        Row total,
        @Nullable String pages,
        @Nullable String back,
        @Nullable String pathBefore,
        @Nullable String pathAfter) {

    static final String PATH = "/dashboard/paper/people";

    /**
     * Whose dossiers.
     *
     * @param detail a second line of the name: the unit of an official, the code of a procedure
     * @param path where it leads, null for nowhere
     * @param against the same share of the unit and of all units, null where there is nothing to hold it against
     * @param waiting that explanations of so many of the unexplained wait for the Office, null for none
     * @param few that a share of so few dossiers says little
     * @param unstated of a unit's dossiers, how many name nobody
     * @param months paper of received, month by month
     */
    record Row(
            String name,
            @Nullable String detail,
            @Nullable String path,
            String received,
            String paper,
            String explained,
            String unexplained,
            @Nullable String waiting,
            RateView share,
            @Nullable String against,
            boolean few,
            String unstated,
            List<Month> months) {}

    /** Paper of received in a month. */
    record Month(String month, String figures) {}

    public List<String> clauses() {
        return Headline.clauses(headline);
    }

    static String path(Official official) {
        return PATH + "/" + official.unitId() + "/" + official.token();
    }

    static RateView share(Tally tally, PageMessages wording) {
        return new RateView(
                wording.of("intake.share"),
                percent(tally),
                tally.received() == 0 ? wording.of("dashboard.nothing-arisen") : RateView.fraction(tally.share()),
                tally.received() > 0);
    }

    static @Nullable String waiting(Tally tally, PageMessages wording) {
        return tally.waiting() == 0 ? null : wording.of("intake.waiting", Formats.count(tally.waiting()));
    }

    static String percent(Tally tally) {
        BigDecimal percent = tally.percent();
        return percent == null ? RateView.NONE : Formats.percent(percent);
    }

    /** The latest so many months, in order. */
    static List<Month> months(SortedMap<YearMonth, Tally> months, int most) {
        return months.entrySet().stream()
                .skip(Math.max(0, months.size() - most))
                .map(each -> new Month(
                        Formats.month(each.getKey()).replaceFirst("/20", "/"),
                        RateView.fraction(each.getValue().share())))
                .toList();
    }
}
