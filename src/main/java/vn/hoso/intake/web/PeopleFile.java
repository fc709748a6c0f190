package vn.hoso.intake.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.intake.PaperIntake.KnownMonth;
import vn.hoso.intake.PaperIntake.UnitTally;
import vn.hoso.intake.Tally;
import vn.hoso.presentation.ListSheet;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** The rows of the page as a file, all of them in its order. */
final class PeopleFile {

    private PeopleFile() {}

    static ListSheet of(PeopleAnswer answer) {
        PageMessages wording = answer.wording();
        List<YearMonth> months =
                answer.knownHere().stream().map(KnownMonth::month).toList();
        Map<Long, UnitTally> units = answer.byUnit();
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
                answer.officials().forEach(each -> {
                    List<@Nullable Object> line = line(each.name(), each.unit(), each.total());
                    line.add(units.get(each.unitId()).total().percent());
                    months.forEach(month -> {
                        Tally tally = each.months().getOrDefault(month, Tally.NONE);
                        line.add(tally.received());
                        line.add(tally.paper());
                    });
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
        return new ListSheet(wording.of("intake.sheet"), 0, lines);
    }

    private static List<String> headings(PeopleAnswer answer) {
        List<String> keys =
                switch (answer.choice().shown()) {
                    case PEOPLE -> List.of("official", "unit");
                    case UNITS -> List.of("unit", "unstated.column");
                    case PROCEDURES -> List.of("procedure", "procedure.code");
                };
        return Stream.concat(keys.stream(), Stream.of("received", "paper", "explained", "unexplained", "share.percent"))
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
        line.add(tally.percent());
        return line;
    }
}
