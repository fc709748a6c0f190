package vn.hoso.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the chain ends.
 *
 * @param length how many rows it has
 * @param hash the last row's; kept outside, it proves later that nothing before it was rewritten
 */
public record ChainEnd(long length, String hash) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    /** An end as the page prints it, {@code 1234:ab12…}; empty if it is written any other way. */
    public static Optional<ChainEnd> read(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        return parts.matches()
                ? Optional.of(new ChainEnd(Long.parseLong(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }
}
