package vn.hoso.reports.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.hoso.intake.PaperIntake;
import vn.hoso.intake.PaperIntake.KnownMonth;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.intake.PaperIntake.UnitTally;
import vn.hoso.intake.Tally;
import vn.hoso.presentation.PeriodView;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.Annex.Column;
import vn.hoso.reports.domain.ReportLine;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * The annex for the year-end evaluation of receiving officials (the plan's solution 3.3): the persons and counts of the page,
 * unit by unit, explained dossiers in a column of their own.
 *
 * @param wording the official language's
 * @param warning what every page must carry, empty for real figures
 * @param day the day it is made
 */
public record EvaluationAnnex(PaperIntake intake, PageMessages wording, String warning, LocalDate day) {

    private static final int FEW = 30;

    /** A line of the table: a unit with its sum, one of its officials, those that nobody is named for, or all together. */
    private record Entry(boolean sum, String order, String name, Tally tally, String note) {}

    /** As a document (.docx). */
    public byte[] docx() {
        return ReportDocument.annexAlone(annex(), warning, day);
    }

    /** As a workbook (.xlsx): counts are numbers, shares are formulas over them. */
    public byte[] xlsx() {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            DocumentDefaults.describe(workbook.getProperties().getCoreProperties(), title(), day);
            AnnexSheetWriter sheet =
                    new AnnexSheetWriter(workbook.createSheet(say("sheet")), new ReportCellStyles(workbook));
            List<String> headings = Stream.of(
                            "order", "name", "received", "paper", "explained", "unexplained", "share", "note")
                    .map(this::say)
                    .toList();
            int columns = headings.size();
            sheet.head(warning, title(), List.of(say("group")), columns);
            sheet.headings(headings, List.of(6, 38, 12, 12, 16, 14, 12, 30));
            for (Entry each : entries()) {
                ReportWorkbookRow row = each.sum() ? sheet.boldRow(columns) : sheet.row(columns);
                row.word(0, each.order());
                row.text(1, each.name());
                row.count(2, each.tally().received());
                row.count(3, each.tally().paper());
                row.count(4, each.tally().explained());
                row.countFormula(5, row.address(3) + "-" + row.address(4));
                row.rate(6, 3, 2, 2);
                row.text(7, each.note());
            }
            notes().forEach(each -> sheet.remark(each, columns));
            sheet.printsOnLandscapeA4(warning);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            return ReportZip.of(workbook);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Annex annex() {
        String group = say("group");
        return new Annex(
                say("mark"),
                title(),
                say("attached"),
                ReportLine.of(say("measure")),
                List.of(
                        new Column(null, ReportLine.of(say("order")), 12, false),
                        new Column(null, ReportLine.of(say("name")), 72, false),
                        new Column(group, ReportLine.of(say("received")), 24, true),
                        new Column(group, ReportLine.of(say("paper")), 24, true),
                        new Column(group, ReportLine.of(say("explained")), 30, true),
                        new Column(group, ReportLine.of(say("unexplained")), 28, true),
                        new Column(group, ReportLine.of(say("share")), 26, true),
                        new Column(null, ReportLine.of(say("note")), 36, false)),
                entries().stream().map(EvaluationAnnex::row).toList(),
                notes().stream().map(ReportLine::of).toList(),
                false);
    }

    private static Annex.Row row(Entry each) {
        Tally tally = each.tally();
        return new Annex.Row(
                each.sum(),
                each.order(),
                each.name(),
                null,
                Stream.of(
                                Formats.count(tally.received()),
                                Formats.count(tally.paper()),
                                Formats.count(tally.explained()),
                                Formats.count(tally.unexplained()),
                                tally.percent() == null ? "—" : Formats.percent(tally.percent()))
                        .map(ReportLine::of)
                        .toList(),
                ReportLine.of(each.note()));
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (UnitTally unit : intake.units()) {
            entries.add(
                    new Entry(true, "", unit.unit(), unit.total(), note(unit.total(), months(unit.unitId()), false)));
            int order = 1;
            for (Official each : intake.officials()) {
                if (each.unitId() == unit.unitId()) {
                    boolean named = each.name() != null;
                    entries.add(new Entry(
                            false,
                            named ? String.valueOf(order++) : "",
                            named ? Objects.requireNonNull(each.name()) : say("unstated"),
                            each.total(),
                            note(each.total(), List.of(each.months()), true)));
                }
            }
        }
        entries.add(new Entry(true, "", say("total"), intake.whole(), note(intake.whole(), months(null), false)));
        return entries;
    }

    /** Month by month, of a unit's officials or of all. */
    private List<SortedMap<YearMonth, Tally>> months(@Nullable Long unit) {
        return intake.officials().stream()
                .filter(each -> unit == null || each.unitId() == unit)
                .map(Official::months)
                .toList();
    }

    /**
     * What a reader must know of a line: how many are explained and wait for the Office, of which months, and that a share of few
     * says little.
     */
    private String note(Tally tally, List<SortedMap<YearMonth, Tally>> months, boolean one) {
        List<String> parts = new ArrayList<>();
        if (tally.waiting() > 0) {
            parts.add(say(
                    "waiting",
                    Formats.count(tally.waiting()),
                    months.stream()
                            .flatMap(each -> each.entrySet().stream())
                            .filter(each -> each.getValue().waiting() > 0)
                            .map(Map.Entry::getKey)
                            .distinct()
                            .sorted()
                            .map(Formats::month)
                            .collect(Collectors.joining(", "))));
        }
        if (one && tally.received() < FEW) {
            parts.add(say("few"));
        }
        return PageMessages.capitalised(String.join("; ", parts));
    }

    private List<String> notes() {
        List<KnownMonth> known = intake.known().stream()
                .filter(each -> !each.month().isBefore(intake.period().from())
                        && !each.month().isAfter(intake.period().to()))
                .toList();
        List<String> notes = new ArrayList<>(List.of(
                say("clause"), PeriodView.days(intake.period(), wording) + ".", say("counted"), say("careful")));
        notes.add(say(
                "sources",
                String.join(
                        "; ",
                        known.stream()
                                .map(each -> wording.of(
                                        "intake.sources.month",
                                        Formats.month(each.month()),
                                        Formats.count(each.units()),
                                        Formats.count(each.extracts())))
                                .toList())));
        List<String> forgotten = known.stream()
                .filter(each -> each.forgotten() > 0)
                .map(each -> Formats.month(each.month()))
                .toList();
        if (!forgotten.isEmpty()) {
            notes.add(wording.of("intake.forgotten", String.join(", ", forgotten)));
        }
        return notes;
    }

    private String title() {
        return say("title", PageMessages.uncapitalised(PeriodView.name(intake.period(), wording)));
    }

    private String say(String key, String... arguments) {
        return wording.of("intake.annex." + key, arguments);
    }
}
