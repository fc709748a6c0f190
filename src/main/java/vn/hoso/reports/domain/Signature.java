package vn.hoso.reports.domain;

import java.util.List;

/**
 * The end of the report. The signer's name stays blank in a draft.
 *
 * @param authority on whose behalf and in which office the report is signed, one line each
 * @param recipients who receives it, one line each, the archive last
 */
public record Signature(List<Line> authority, List<Line> recipients) {

    /** The words above the recipients. */
    public String title() {
        return Sentences.text("recipients.title");
    }
}
