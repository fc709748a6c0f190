package vn.hoso.reports.domain;

import java.util.List;
import vn.hoso.reports.domain.Line.TextSpan;

/**
 * One paragraph of the report, its numbering included: "1. …", "a) …", "- …".
 *
 * @param kind how it is set
 * @param spans what it says, piece by piece
 */
public record Block(Kind kind, List<TextSpan> spans) {

    public Block {
        spans = TextSpan.joined(spans);
    }

    public enum Kind {
        /** A numbered heading inside a section. */
        HEADING,
        /** Running text. */
        PARAGRAPH
    }

    static Block heading(String text) {
        return new Block(Kind.HEADING, List.of(TextSpan.plain(text)));
    }

    static Block paragraph(Line line) {
        return new Block(Kind.PARAGRAPH, line.spans());
    }

    public boolean isHeading() {
        return kind == Kind.HEADING;
    }

    public Line line() {
        return new Line(spans);
    }

    /** What it says, without its look. */
    public String text() {
        return line().text();
    }
}
