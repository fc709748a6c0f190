package vn.hoso.imports.files;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A font from before Unicode, which shows Vietnamese letters in the places of Western ones.
 *
 * @param encoding the places
 * @param capitals whether it shows small letters as capital ones
 */
record OldFont(OldEncoding encoding, boolean capitals) {

    /** By its name, such as .VnTimeH or VNI-Times; null for any other font. */
    static @Nullable OldFont of(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith(".vn")) {
            return new OldFont(OldEncoding.TCVN3, name.strip().endsWith("H"));
        }
        return lower.startsWith("vni-") || lower.startsWith("vni ") ? new OldFont(OldEncoding.VNI, false) : null;
    }
}
