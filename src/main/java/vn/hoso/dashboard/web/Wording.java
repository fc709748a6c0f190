package vn.hoso.dashboard.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The pages' sentences, from the message bundle. */
@Component
final class Wording {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A sentence.
     *
     * @param key its key
     * @param args what it names, already formatted
     */
    String of(String key, String... args) {
        return messages.getMessage(key, args, VIETNAMESE);
    }

    /** Names in a row: "A, B, C". */
    String list(List<String> names) {
        return String.join(", ", names);
    }

    /** The first letter in upper case, as at the start of a sentence. */
    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(VIETNAMESE) + text.substring(1);
    }
}
