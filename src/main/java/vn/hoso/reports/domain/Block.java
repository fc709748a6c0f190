package vn.hoso.reports.domain;

/**
 * One paragraph of the report, its numbering included: "1. …", "a) …", "- …".
 *
 * @param kind how it is set
 * @param text what it says
 */
public record Block(Kind kind, String text) {

    public enum Kind {
        /** A numbered heading inside a section. */
        HEADING,
        /** Running text. */
        PARAGRAPH
    }

    public static Block heading(int number, String text) {
        return new Block(Kind.HEADING, number + ". " + text);
    }

    public static Block paragraph(String text) {
        return new Block(Kind.PARAGRAPH, text);
    }

    /** A point of a list: "- …". */
    public static Block point(String text) {
        return new Block(Kind.PARAGRAPH, "- " + text);
    }

    public boolean isHeading() {
        return kind == Kind.HEADING;
    }
}
