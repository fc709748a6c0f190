package vn.hoso.reports.domain;

/** A piece of a paragraph in one look. */
public record Span(String text, boolean bold, boolean italic) {

    static Span plain(String text) {
        return new Span(text, false, false);
    }
}
