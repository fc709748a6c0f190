package vn.hoso.maps.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.DateInput;

/**
 * What is said of a file that is brought.
 *
 * @param from first day of the map
 * @param property the property that holds the codes; empty for the likeliest one
 * @param attribution the source, as the map's page is to state it
 * @param licence its terms
 */
record MapForm(
        String from,

        @Size(max = 100, message = "{maps.problem.property.long}")
        String property,

        @NotBlank(message = "{maps.problem.attribution}") @Size(max = 300, message = "{maps.problem.attribution}")
        String attribution,

        @Size(max = 4000, message = "{maps.problem.licence}")
        String licence) {

    /** A field that was not sent is empty. */
    MapForm {
        from = Objects.requireNonNullElse(from, "").strip();
        property = Objects.requireNonNullElse(property, "").strip();
        attribution = Objects.requireNonNullElse(attribution, "").strip();
        licence = Objects.requireNonNullElse(licence, "").strip();
    }

    /** The day that was typed; null where it is none of 1900 to 2100. */
    @Nullable
    LocalDate day() {
        return DateInput.readBetween(from, LocalDate.of(1900, 1, 1), LocalDate.of(2100, 12, 31));
    }

    /** The file itself is no text; its problems are told under this name. */
    public String getFile() {
        return "";
    }
}
