package vn.hoso.targets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document that targets rest on.
 *
 * @param number such as "320/QĐ-TTg"; no two documents share one
 * @param issuer who issued it
 * @param issuedOn its date, null where no source names it
 * @param title its full citation
 * @param link where its text can be read, null where that is not known
 * @param replacedBy the document that came in its place, null for none
 */
public record InstrumentDraft(
        String number,
        String issuer,
        @Nullable LocalDate issuedOn,
        String title,
        @Nullable String link,
        @Nullable Long replacedBy) {}
