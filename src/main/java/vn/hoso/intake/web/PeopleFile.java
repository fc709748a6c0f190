package vn.hoso.intake.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.intake.PaperIntake;
import vn.hoso.intake.PaperIntake.KnownMonth;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.intake.PaperIntake.UnitTally;
import vn.hoso.intake.Tally;
import vn.hoso.intake.web.PeopleChoice.View;
import vn.hoso.presentation.ListSheet;
import vn.hoso.presentation.PeriodView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * The rows of the page as a file, all of them in its order, and all together; officials also month by month. Each row names its
 * period, whatever becomes of the file's name.
 */
final class PeopleFile {

    private PeopleFile() {}

    static ListSheet of(PeopleAnswer answer) {
        PageMessages wording = answer.wording();
        List<YearMonth> months =
                answer.knownHere().stream().map(KnownMonth::month).toList();
        Map<Long, UnitTally> byUnit = answer.byUnit();
        List<List<@Nullable Object>> lines = new ArrayList<>();
        List<@Nullable Object> headings = new ArrayList<>(headings(answer));
        lines.add(headings);
        switch (answer.choice().shown()) {
            case PEOPLE -> {
                headings.add(wording.of("intake.share.unit"));
                months.forEach(each -> {
                    headings.add(wording.of("intake.received.month", Formats.month(each)));
                    headings.add(wording.of("intake.paper.month", Formats.month(each)));
                });
                List<Official> shown = answer.shown();
                Stream.concat(answer.officials().stream(), shown.stream().filter(each -> each.key() == null))
                        .forEach(each -> {
                            List<@Nullable Object> line = line(
                                    each.name() == null ? wording.of("intake.official.unstated") : each.name(),
                                    each.unit(),
                                    each.total());
                            line.add(Objects.requireNonNull(byUnit.get(each.unitId()))
                                    .total()
                                    .percent());
                            months.forEach(month -> counts(
                                    line,
                                    counted(month, shown, each.unitId()),
                                    each.months().get(month)));
                            lines.add(line);
                        });
            }
            case UNITS ->
                answer.units()
                        .forEach(each ->
                                lines.add(line(each.unit(), each.unstated().received(), each.total())));
            case PROCEDURES ->
                answer.sortedProcedures().forEach(each -> lines.add(line(each.name(), each.code(), each.total())));
        }
        UnitTally whole = answer.scope();
        boolean units = answer.choice().shown() == View.UNITS;
        List<@Nullable Object> total =
                line(wording.of("intake.total"), units ? whole.unstated().received() : null, whole.total());
        if (answer.choice().shown() == View.PEOPLE) {
            total.add(whole.total().percent());
            months.forEach(month -> counts(
                    total,
                    counted(month, answer.shown(), null),
                    PaperIntake.sum(answer.shown().stream()
                            .map(each -> each.months().getOrDefault(month, Tally.NONE))
                            .toList())));
        }
        lines.add(total);
        headings.add(wording.of("intake.period"));
        String period = PeriodView.name(answer.intake().period(), wording) + " ("
                + PeriodView.days(answer.intake().period(), wording) + ")";
        lines.stream().skip(1).forEach(line -> line.add(period));
        return new ListSheet(wording.of("intake.sheet"), 0, lines);
    }

    /** Whether any dossier of a month is known, of a unit or of all that are shown: else there is no figure, not even 0. */
    private static boolean counted(YearMonth month, List<Official> shown, @Nullable Long unit) {
        return shown.stream()
                .anyMatch(each ->
                        (unit == null || each.unitId() == unit) && each.months().containsKey(month));
    }

    private static void counts(List<@Nullable Object> line, boolean counted, @Nullable Tally tally) {
        Tally shown = tally == null ? Tally.NONE : tally;
        line.add(counted ? shown.received() : null);
        line.add(counted ? shown.paper() : null);
    }

    private static List<String> headings(PeopleAnswer answer) {
        List<String> keys =
                switch (answer.choice().shown()) {
                    case PEOPLE -> List.of("official", "unit");
                    case UNITS -> List.of("unit", "unstated.column");
                    case PROCEDURES -> List.of("procedure", "procedure.code");
                };
        return Stream.concat(
                        keys.stream(),
                        Stream.of("received", "paper", "explained", "unexplained", "waiting.column", "share.percent"))
                .map(each -> answer.wording().of("intake." + each))
                .toList();
    }

    private static List<@Nullable Object> line(@Nullable Object name, @Nullable Object detail, Tally tally) {
        List<@Nullable Object> line = new ArrayList<>();
        line.add(name);
        line.add(detail);
        line.add(tally.received());
        line.add(tally.paper());
        line.add(tally.explained());
        line.add(tally.unexplained());
        line.add(tally.waiting());
        line.add(tally.percent());
        return line;
    }
}
