package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.hoso.reports.domain.ReportLine.TextSpan;
import vn.hoso.reports.domain.ReportText.Section;
import vn.hoso.reports.domain.ReportText.Signature;

/** Puts an office's own words in place of those the program proposes, part by part. */
public final class OfficeWordingFiller {

    private static final List<ReportPart> SECTIONS =
            List.of(ReportPart.RESULTS, ReportPart.UNITS, ReportPart.SHORTCOMINGS, ReportPart.SOLUTIONS);

    private OfficeWordingFiller() {}

    /** What the program proposes for a part, as typed text that fills in to exactly this. */
    public static String proposal(ReportText text, ReportPart part) {
        return ReportMarkup.of(
                switch (part) {
                    case GROUNDS -> paragraphs(text.grounds());
                    case OPENING -> paragraphs(List.of(text.opening()));
                    case CLOSING -> paragraphs(List.of(text.closing()));
                    case AUTHORITY -> paragraphs(text.signature().authority());
                    case RECIPIENTS -> paragraphs(text.signature().recipients());
                    case RESULTS, UNITS, SHORTCOMINGS, SOLUTIONS ->
                        text.sections().get(SECTIONS.indexOf(part)).blocks();
                });
    }

    /**
     * The report with these words; parts without any stay as proposed.
     *
     * @param restated the corrections since an earlier report, which no office's words leave out
     */
    public static ReportText in(
            ReportText text, Map<ReportPart, String> words, ReportNamedFigures figures, List<ReportLine> restated) {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < text.sections().size(); i++) {
            Section section = text.sections().get(i);
            String own = i < SECTIONS.size() ? words.get(SECTIONS.get(i)) : null;
            if (own == null) {
                sections.add(section);
                continue;
            }
            List<ReportBlock> blocks =
                    new ArrayList<>(ReportMarkup.read(own, figures).blocks());
            if (SECTIONS.get(i) == ReportPart.SHORTCOMINGS) {
                restated.forEach(sentence -> blocks.add(ReportBlock.paragraph(sentence)));
            }
            sections.add(new Section(section.heading(), blocks));
        }
        return new ReportText(
                text.letterhead(),
                text.title(),
                text.subject(),
                text.notices(),
                lines(words, ReportPart.GROUNDS, text.grounds(), figures),
                ReportLine.joined(lines(words, ReportPart.OPENING, List.of(text.opening()), figures), " "),
                sections,
                closed(ReportLine.joined(lines(words, ReportPart.CLOSING, List.of(text.closing()), figures), " ")),
                new Signature(
                        lines(words, ReportPart.AUTHORITY, text.signature().authority(), figures),
                        lines(words, ReportPart.RECIPIENTS, text.signature().recipients(), figures)),
                text.annex(),
                text.warning(),
                text.addressees(),
                text.further());
    }

    /** The report's last sentence ends in "./.", whoever typed it. */
    private static ReportLine closed(ReportLine sentence) {
        List<TextSpan> spans = new ArrayList<>(sentence.spans());
        while (!spans.isEmpty()) {
            TextSpan last = spans.remove(spans.size() - 1);
            String kept = last.figure() == null ? last.text().replaceAll("[./\\s]+$", "") : last.text();
            if (!kept.isEmpty()) {
                spans.add(new TextSpan(kept, last.bold(), last.italic(), last.figure()));
                break;
            }
        }
        return new ReportLine(spans).then(ReportLine.of("./."));
    }

    private static List<ReportLine> lines(
            Map<ReportPart, String> words, ReportPart part, List<ReportLine> proposed, ReportNamedFigures figures) {
        String own = words.get(part);
        return own == null
                ? proposed
                : ReportMarkup.read(own, figures).blocks().stream()
                        .map(ReportBlock::line)
                        .map(ReportLine::withoutLook)
                        .toList();
    }

    private static List<ReportBlock> paragraphs(List<ReportLine> lines) {
        return lines.stream().map(ReportBlock::paragraph).toList();
    }
}
