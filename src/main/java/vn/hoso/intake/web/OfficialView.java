package vn.hoso.intake.web;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.intake.IntakeQueries.Dossier;
import vn.hoso.intake.IntakeQueries.Procedure;
import vn.hoso.intake.PaperIntake;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.intake.PaperIntake.UnitTally;
import vn.hoso.intake.Tally;
import vn.hoso.presentation.Headline;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodView;
import vn.hoso.presentation.RateView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * One receiving official of one unit in a period, ready to print.
 *
 * @param name null for the dossiers that name nobody
 * @param days which days the period counts
 * @param explainPath where an explanation is sent
 * @param back the list of officials of the same period
 * @param months a row each, then all together
 * @param procedures the most paper first, so many at most
 * @param dossiers a page of those on paper
 * @param pages how far they go, null where all stand here
 */
record OfficialView(
        String headline,
        @Nullable String name,
        String unit,
        String period,
        String days,
        String explainPath,
        String back,
        List<Line> months,
        List<Line> procedures,
        @Nullable String moreProcedures,
        List<DossierLine> dossiers,
        @Nullable String pages,
        @Nullable String pathBefore,
        @Nullable String pathAfter) {

    private static final int PROCEDURES = 50;

    /**
     * Dossiers of a month or a procedure.
     *
     * @param waiting that explanations of so many of the unexplained wait for the Office, null for none
     * @param unitShare the unit's share in that month, null where it is not told
     */
    record Line(
            String name,
            String received,
            String paper,
            String explained,
            String unexplained,
            @Nullable String waiting,
            RateView share,
            @Nullable String unitShare) {

        static Line of(String name, Tally tally, @Nullable Tally unit, PageMessages wording) {
            return new Line(
                    name,
                    Formats.count(tally.received()),
                    Formats.count(tally.paper()),
                    Formats.count(tally.explained()),
                    Formats.count(tally.unexplained()),
                    PeopleView.waiting(tally, wording),
                    PeopleView.share(tally, wording),
                    unit == null ? null : PeopleView.percent(unit));
        }
    }

    /** A dossier on paper. */
    record DossierLine(
            String month,
            @Nullable String code,
            String receivedOn,
            String procedure,
            String channel,
            String explanation,
            String source) {}

    public List<String> clauses() {
        return Headline.clauses(headline);
    }

    static OfficialView of(
            PaperIntake intake,
            Official official,
            List<Procedure> procedures,
            List<Dossier> dossiers,
            PeopleChoice page,
            PeriodFilter filter,
            PageMessages wording) {
        Tally total = official.total();
        UnitTally unit = intake.units().stream()
                .filter(each -> each.unitId() == official.unitId())
                .findFirst()
                .orElseThrow();
        String path = PeopleView.path(official);
        long last = page.from() + dossiers.size();
        int number = page.from() / PeopleChoice.ROWS + 1;
        return new OfficialView(
                headline(official, wording),
                official.name(),
                official.unit(),
                PeriodView.name(intake.period(), wording),
                PeriodView.days(intake.period(), wording),
                filter.now().address(path + "/explanations", intake.period()),
                filter.now().address(PeopleView.PATH, intake.period()),
                Stream.concat(
                                official.months().entrySet().stream()
                                        .map(each -> Line.of(
                                                Formats.month(each.getKey()),
                                                each.getValue(),
                                                unitIn(each.getKey(), intake, official),
                                                wording)),
                                Stream.of(Line.of(wording.of("intake.period.total"), total, unit.total(), wording)))
                        .toList(),
                procedures.stream()
                        .limit(PROCEDURES)
                        .map(each -> Line.of(
                                each.code() == null ? each.name() : each.name() + " (" + each.code() + ")",
                                each.total(),
                                null,
                                wording))
                        .toList(),
                procedures.size() <= PROCEDURES
                        ? null
                        : wording.of(
                                "intake.procedures.more", Formats.count(PROCEDURES), Formats.count(procedures.size())),
                dossiers.stream().map(each -> line(each, wording)).toList(),
                total.paper() <= PeopleChoice.ROWS
                        ? null
                        : wording.of(
                                "intake.pages",
                                Formats.count(page.from() + 1L),
                                Formats.count(last),
                                Formats.count(total.paper())),
                page.from() == 0 ? null : page.on(number - 1).address(path, filter, intake.period()),
                last >= total.paper() ? null : page.on(number + 1).address(path, filter, intake.period()));
    }

    private static String headline(Official official, PageMessages wording) {
        Tally total = official.total();
        String paper = Formats.count(total.paper());
        String received = Formats.count(total.received());
        return official.name() == null
                ? wording.of("intake.official.headline.unstated", paper, received, PeopleView.percent(total))
                : wording.of(
                        "intake.official.headline",
                        official.name(),
                        paper,
                        received,
                        PeopleView.percent(total),
                        Formats.count(total.explained()));
    }

    private static Tally unitIn(YearMonth month, PaperIntake intake, Official official) {
        return intake.officials().stream()
                .filter(each -> each.unitId() == official.unitId())
                .map(each -> each.months().getOrDefault(month, Tally.NONE))
                .reduce(Tally.NONE, Tally::plus);
    }

    private static DossierLine line(Dossier each, PageMessages wording) {
        return new DossierLine(
                Formats.month(each.month()),
                each.code(),
                each.receivedOn() == null ? RateView.NONE : Formats.date(each.receivedOn()),
                each.procedure() == null ? RateView.NONE : each.procedure(),
                wording.of(each.post() ? "intake.channel.POST" : "intake.channel.PAPER"),
                each.explained()
                        ? wording.of("intake.state.ACCEPTED")
                        : each.waiting() ? wording.of("intake.state.PROPOSED") : RateView.NONE,
                wording.of("intake.source", each.file(), String.valueOf(each.row())));
    }
}
