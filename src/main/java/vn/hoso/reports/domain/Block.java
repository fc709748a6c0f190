package vn.hoso.reports.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One paragraph of the report, its numbering included: "1. …", "a) …", "- …".
 *
 * @param kind how it is set
 * @param spans what it says, piece by piece
 */
public record Block(Kind kind, List<TextSpan> spans) {

    public Block {
        spans = List.copyOf(spans);
    }

    public enum Kind {
        /** A numbered heading inside a section. */
        HEADING,
        /** Running text. */
        PARAGRAPH
    }

    public static Block heading(int number, String text) {
        return new Block(Kind.HEADING, List.of(TextSpan.plain(number + ". " + text)));
    }

    public static Block paragraph(String text) {
        return new Block(Kind.PARAGRAPH, List.of(TextSpan.plain(text)));
    }

    /** A point of a list: "- …". */
    public static Block point(String text) {
        return paragraph("- " + text);
    }

    public boolean isHeading() {
        return kind == Kind.HEADING;
    }

    /** What it says, without its look. */
    public String text() {
        return spans.stream().map(TextSpan::text).collect(Collectors.joining());
    }
}
