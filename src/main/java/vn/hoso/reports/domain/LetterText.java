package vn.hoso.reports.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.hoso.organisation.Organisation;
import vn.hoso.reports.domain.ReportText.Letterhead;
import vn.hoso.reports.domain.ReportText.Section;
import vn.hoso.reports.domain.ReportText.Signature;
import vn.hoso.shared.Formats;

/** A letter (công văn) in the layout of the report; number, day and signer stay blank for the registry. */
public final class LetterText {

    private LetterText() {}

    /**
     * A unit that owes returns, as the list that goes with a letter prints it.
     *
     * @param months the months, named one by one
     * @param returned how many they are
     * @param due the first deadline that was missed
     * @param days how many days ago that was
     * @param note what else to know, empty for nothing
     */
    public record Late(String unit, String months, String returned, String due, String days, String note) {}

    /**
     * Writes.
     *
     * @param subject what it is about, "V/v …"
     * @param addressees to whom, one line each
     * @param paragraphs its running text
     * @param annex the list that goes with it, {@link Annex#NONE} where there is none
     * @param warning what every page must carry, empty for real figures
     */
    public static ReportText of(
            Organisation organisation,
            LocalDate today,
            String subject,
            List<String> addressees,
            List<String> paragraphs,
            Annex annex,
            String warning) {
        ReportSentences said = about(organisation, today);
        int last = paragraphs.size() - 1;
        return new ReportText(
                new Letterhead(
                        List.of(organisation.letterheadTop(), organisation.letterheadBottom()),
                        said.say("letter.number"),
                        "",
                        ReportSentences.text("country"),
                        ReportSentences.text("motto"),
                        said.say("place-and-date")),
                "",
                subject,
                warning.isEmpty() ? List.of() : List.of(said.fill("notice.demonstration")),
                List.of(),
                ReportLine.EMPTY,
                List.of(new Section(
                        "",
                        paragraphs.subList(0, last).stream()
                                .map(each -> ReportBlock.paragraph(ReportLine.of(each)))
                                .toList())),
                ReportLine.of(paragraphs.get(last).replaceAll("[./\\s]+$", "") + "./."),
                new Signature(numbered(said, "authority"), numbered(said, "letter.recipients")),
                annex,
                warning,
                addressees,
                List.of());
    }

    /** The list of the units that a letter is about, beside the layout of the report's annex. */
    public static Annex annex(Organisation organisation, LocalDate today, List<Late> units) {
        ReportSentences said = about(organisation, today);
        List<Annex.Row> rows = new ArrayList<>();
        for (Late each : units) {
            rows.add(new Annex.Row(
                    false,
                    String.valueOf(rows.size() + 1),
                    each.unit(),
                    null,
                    List.of(
                            ReportLine.of(each.months()),
                            ReportLine.of(each.returned()),
                            ReportLine.of(each.due()),
                            ReportLine.of(each.days())),
                    ReportLine.of(each.note())));
        }
        return new Annex(
                ReportSentences.text("annex"),
                ReportSentences.text("letter.annex.title"),
                said.say("letter.annex.attached"),
                said.with("ngay", Formats.date(today)).fill("letter.annex.as-of"),
                List.of(
                        column("annex.order", 9, false),
                        column("annex.unit", 80, false),
                        column("letter.annex.months", 62, false),
                        column("letter.annex.count", 20, true),
                        column("letter.annex.due", 25, false),
                        column("letter.annex.days", 20, true),
                        column("annex.remark", 36, false)),
                rows,
                List.of(),
                true);
    }

    private static Annex.Column column(String label, int width, boolean figures) {
        return new Annex.Column(null, ReportLine.of(ReportSentences.text(label)), width, figures);
    }

    private static List<ReportLine> numbered(ReportSentences said, String key) {
        List<ReportLine> lines = new ArrayList<>();
        for (int number = 1; ReportSentences.has(key + "." + number); number++) {
            lines.add(said.fill(key + "." + number));
        }
        return lines;
    }

    private static ReportSentences about(Organisation organisation, LocalDate today) {
        return ReportSentences.of(ReportNamedFigures.none())
                .with("cap", organisation.levelName())
                .with("uy_ban", organisation.agency())
                .with("noi", organisation.place())
                .with("ky_hieu", organisation.symbol())
                .with("ky_hieu_vp", organisation.officeSymbol())
                .with("nam", String.valueOf(today.getYear()));
    }
}
