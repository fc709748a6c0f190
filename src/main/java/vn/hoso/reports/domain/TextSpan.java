package vn.hoso.reports.domain;

/** A piece of a paragraph in one look. */
public record TextSpan(String text, boolean bold, boolean italic) {

    static TextSpan plain(String text) {
        return new TextSpan(text, false, false);
    }
}
