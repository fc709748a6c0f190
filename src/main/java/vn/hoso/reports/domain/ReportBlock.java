package vn.hoso.reports.domain;

import java.util.List;
import vn.hoso.reports.domain.ReportLine.TextSpan;

/**
 * One paragraph of the report, its numbering included: "1. …", "a) …", "- …".
 *
 * @param kind how it is set
 * @param spans what it says, piece by piece
 */
public record ReportBlock(Kind kind, List<TextSpan> spans) {

    public ReportBlock {
        spans = TextSpan.joined(spans);
    }

    public enum Kind {
        /** A numbered heading inside a section. */
        HEADING,
        /** Running text. */
        PARAGRAPH
    }

    static ReportBlock heading(String text) {
        return new ReportBlock(Kind.HEADING, List.of(TextSpan.plain(text)));
    }

    static ReportBlock paragraph(ReportLine line) {
        return new ReportBlock(Kind.PARAGRAPH, line.spans());
    }

    public boolean isHeading() {
        return kind == Kind.HEADING;
    }

    public ReportLine line() {
        return new ReportLine(spans);
    }

    /** What it says, without its look. */
    public String text() {
        return line().text();
    }
}
