package vn.hoso.targets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The document a target rests on.
 *
 * @param number such as "320/QĐ-TTg"
 * @param issuer who issued it
 * @param issuedOn its date, null where no source names it
 * @param title its full citation
 */
public record LegalInstrument(
        String number, String issuer, @Nullable LocalDate issuedOn, String title) {}
