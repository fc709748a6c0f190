package vn.hoso.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reorganisation as it is asked for; texts are composed Unicode within the lengths of the table.
 *
 * @param from first day of what it makes
 * @param instrument number of the document that orders it
 * @param issuer null: not known
 * @param decided day of the document, not after {@code from}; null: not known
 * @param note null: none
 * @param lines as {@link ReorganisationText} reads them
 */
public record ReorganisationDraft(
        LocalDate from,
        String instrument,
        @Nullable String issuer,
        @Nullable LocalDate decided,
        @Nullable String note,
        String lines) {}
