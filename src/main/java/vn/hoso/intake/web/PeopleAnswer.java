package vn.hoso.intake.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.intake.IntakeQueries.Procedure;
import vn.hoso.intake.PaperIntake;
import vn.hoso.intake.PaperIntake.KnownMonth;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.intake.PaperIntake.UnitTally;
import vn.hoso.intake.Tally;
import vn.hoso.intake.web.PeopleView.Row;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.YearNavigation;

/**
 * What is shown and how it is counted out, before it is printed.
 *
 * @param unit where the unit is chosen
 * @param every whether these are all units' dossiers, so that a share can be held against theirs
 */
record PeopleAnswer(
        PaperIntake intake,
        boolean every,
        List<Procedure> procedures,
        PeopleChoice choice,
        UnitField unit,
        PeriodFilter filter,
        PageMessages wording) {

    /** So many months stand in a row. */
    private static final int MONTHS = 6;

    /** Those of the chosen unit or of all, with those that no row names. */
    List<Official> shown() {
        return intake.officials().stream()
                .filter(each -> choice.unit() == null || choice.unit() == each.unitId())
                .toList();
    }

    List<Official> officials() {
        return choice.sorted(
                shown().stream().filter(each -> each.key() != null).toList(), Official::total, Official::name);
    }

    List<UnitTally> units() {
        return choice.sorted(
                intake.units().stream()
                        .filter(each -> choice.unit() == null || choice.unit() == each.unitId())
                        .toList(),
                UnitTally::total,
                UnitTally::unit);
    }

    List<Procedure> sortedProcedures() {
        return choice.sorted(procedures, Procedure::total, Procedure::name);
    }

    Map<Long, UnitTally> byUnit() {
        return intake.units().stream().collect(Collectors.toMap(UnitTally::unitId, Function.identity()));
    }

    /** All dossiers of what is shown: of the chosen unit, or of all. */
    UnitTally scope() {
        UnitTally unit = choice.unit() == null ? null : byUnit().get(choice.unit());
        String all = wording.of("intake.total");
        return unit != null
                ? unit
                : choice.unit() != null
                        ? new UnitTally(choice.unit(), all, Tally.NONE, Tally.NONE)
                        : new UnitTally(0, all, intake.whole(), intake.unstated());
    }

    PeopleView page(@Nullable String back) {
        UnitTally scope = scope();
        List<Row> all = rows();
        int from = Math.min(choice.from(), Math.max(0, all.size() - 1) / PeopleChoice.ROWS * PeopleChoice.ROWS);
        int to = Math.min(all.size(), from + PeopleChoice.ROWS);
        int number = from / PeopleChoice.ROWS + 1;
        return new PeopleView(
                headline(scope),
                PeriodView.name(intake.period(), wording),
                PeriodView.days(intake.period(), wording),
                YearNavigation.around(
                        intake.period().from().getYear(),
                        intake.known().stream()
                                .map(each -> each.month().getYear())
                                .distinct()
                                .toList()),
                choice.controls(PeopleView.PATH, filter, intake, unit, wording),
                sources(),
                forgotten(),
                scope.unstated().received() == 0
                        ? null
                        : wording.of(
                                "intake.unstated",
                                Formats.count(scope.unstated().received()),
                                Formats.count(scope.unstated().paper())),
                choice.shown(),
                all.subList(from, to),
                row(
                        scope.unit(),
                        null,
                        null,
                        scope.total(),
                        null,
                        scope.unstated().received(),
                        List.of()),
                all.size() <= PeopleChoice.ROWS
                        ? null
                        : wording.of(
                                "intake.pages", Formats.count(from + 1L), Formats.count(to), Formats.count(all.size())),
                back,
                from == 0 ? null : choice.on(number - 1).address(PeopleView.PATH, filter, intake.period()),
                to == all.size() ? null : choice.on(number + 1).address(PeopleView.PATH, filter, intake.period()));
    }

    private List<Row> rows() {
        Map<Long, UnitTally> units = byUnit();
        Tally whole = intake.whole();
        return switch (choice.shown()) {
            case PEOPLE ->
                officials().stream()
                        .map(each -> row(
                                String.valueOf(each.name()),
                                each.unit(),
                                filter.now().address(PeopleView.path(each), intake.period()),
                                each.total(),
                                against(
                                        Objects.requireNonNull(units.get(each.unitId()))
                                                .total(),
                                        whole),
                                0,
                                PeopleView.months(each.months(), MONTHS)))
                        .toList();
            case UNITS ->
                units().stream()
                        .map(each -> row(
                                each.unit(),
                                null,
                                choice.of(each.unitId()).address(PeopleView.PATH, filter, intake.period()),
                                each.total(),
                                against(null, whole),
                                each.unstated().received(),
                                List.of()))
                        .toList();
            case PROCEDURES ->
                sortedProcedures().stream()
                        .map(each ->
                                row(each.name(), each.code(), null, each.total(), against(null, whole), 0, List.of()))
                        .toList();
        };
    }

    private Row row(
            String name,
            @Nullable String detail,
            @Nullable String path,
            Tally tally,
            @Nullable String against,
            long unstated,
            List<PeopleView.Month> months) {
        return new Row(
                name,
                detail,
                path,
                Formats.count(tally.received()),
                Formats.count(tally.paper()),
                Formats.count(tally.explained()),
                Formats.count(tally.unexplained()),
                PeopleView.waiting(tally, wording),
                PeopleView.share(tally, wording),
                against,
                PeopleChoice.few(tally),
                Formats.count(unstated),
                months);
    }

    private @Nullable String against(@Nullable Tally unit, Tally whole) {
        String all = PeopleView.percent(whole);
        if (unit == null) {
            return every ? wording.of("intake.against.all", all) : null;
        }
        String own = PeopleView.percent(unit);
        return every ? wording.of("intake.against", own, all) : wording.of("intake.against.unit", own);
    }

    private String headline(UnitTally scope) {
        Tally total = scope.total();
        return total.received() == 0
                ? wording.of("intake.headline.none")
                : wording.of(
                        "intake.headline",
                        Formats.count(total.paper()),
                        Formats.count(total.received()),
                        PeopleView.percent(total),
                        Formats.count(total.explained()));
    }

    List<KnownMonth> knownHere() {
        return intake.known().stream()
                .filter(each -> !each.month().isBefore(intake.period().from())
                        && !each.month().isAfter(intake.period().to()))
                .toList();
    }

    private String sources() {
        List<KnownMonth> here = knownHere();
        return here.isEmpty()
                ? wording.of("intake.sources.none")
                : wording.of(
                        "intake.sources",
                        here.stream()
                                .map(each -> wording.of(
                                        "intake.sources.month",
                                        Formats.month(each.month()),
                                        Formats.count(each.units()),
                                        Formats.count(each.extracts())))
                                .collect(Collectors.joining("; ")));
    }

    private @Nullable String forgotten() {
        List<String> months = knownHere().stream()
                .filter(each -> each.forgotten() > 0)
                .map(each -> Formats.month(each.month()))
                .toList();
        return months.isEmpty() ? null : wording.of("intake.forgotten", String.join(", ", months));
    }
}
