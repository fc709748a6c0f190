package vn.hoso.units;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call about a unit.
 *
 * @param name the person, null while nobody entered one
 * @param phone the telephone as it was written, null while nobody entered one
 */
public record ContactPerson(@Nullable String name, @Nullable String phone) {

    /** Nobody entered anything. */
    public static final ContactPerson UNKNOWN = new ContactPerson(null, null);

    /** How a telephone is written: digits with blanks or full stops between them, perhaps a plus before. */
    public static final String PHONE = "\\+?[0-9][0-9 .]{5,22}[0-9]";

    public boolean known() {
        return name != null || phone != null;
    }

    /** The address that dials, null without a telephone: {@code tel:02563833101}. */
    public @Nullable String dial() {
        return phone == null ? null : "tel:" + phone.replaceAll("[ .]", "");
    }

    /** As the trail tells it: "Nguyễn Thị Lan, 0256 3833 101"; a dash for nothing. */
    String told() {
        return known() ? Stream.of(name, phone).filter(Objects::nonNull).collect(Collectors.joining(", ")) : "–";
    }
}
