package vn.hoso.shared;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Messages whose words follow the number before them: of {@code {0} ⟦task is|tasks are⟧ open} the first words stand after 1, the
 * others after every other number, and where a page's script fills in the number itself.
 */
public final class CountedMessageSource extends ResourceBundleMessageSource {

    private static final Pattern WORDS = Pattern.compile("⟦([^|⟧]*)\\|([^⟧]*)⟧");
    private static final Pattern NUMBER = Pattern.compile("(?<![{\\d.,])\\d+(?:[.,]\\d+)*");

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] args, @Nullable Locale locale) {
        String message = super.getMessageInternal(code, args, locale);
        return message == null || message.indexOf('⟦') < 0 ? message : counted(message);
    }

    private static String counted(String message) {
        return WORDS.matcher(message)
                .replaceAll(words ->
                        Matcher.quoteReplacement(words.group(isOne(message.substring(0, words.start())) ? 1 : 2)));
    }

    private static boolean isOne(String before) {
        return NUMBER.matcher(before)
                .results()
                .reduce((earlier, later) -> later)
                .filter(last -> last.group().equals("1"))
                .isPresent();
    }
}
