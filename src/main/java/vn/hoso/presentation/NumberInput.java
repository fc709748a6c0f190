package vn.hoso.presentation;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.UserText;

/**
 * A number as somebody typed it into an address or a field; what could mean two numbers is wrong rather than guessed.
 *
 * @param text as typed, without blank ends
 * @param number what it says, null for nothing typed or something wrong
 * @param wrong whether it says no number
 */
public record NumberInput(String text, @Nullable BigDecimal number, boolean wrong) {

    // Only the digits 0-9, as in the figures' grid; a full stop stands between thousands, a comma before decimals.
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,8}|[1-9][0-9]{0,2}(\\.[0-9]{3}){1,2}");
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(,[0-9]{1,4})?%?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A number of dossiers, at most eight digits. */
    public static NumberInput count(@Nullable String typed) {
        String text = text(typed);
        return COUNT.matcher(text).matches()
                ? new NumberInput(text, new BigDecimal(text.replace(".", "")), false)
                : new NumberInput(text, null, !text.isEmpty());
    }

    /** A percentage from 0 to 100 with at most four decimals. */
    public static NumberInput percent(@Nullable String typed) {
        String text = text(typed);
        if (!PERCENT.matcher(text).matches()) {
            return new NumberInput(text, null, !text.isEmpty());
        }
        BigDecimal number = new BigDecimal(text.replace("%", "").replace(',', '.'));
        return number.compareTo(HUNDRED) > 0 ? new NumberInput(text, null, true) : new NumberInput(text, number, false);
    }

    public boolean empty() {
        return text.isEmpty();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : UserText.shortened(SPACES.matcher(typed).replaceAll(" "));
    }
}
