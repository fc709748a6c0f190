package vn.hoso.shared;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The pages' sentences, from the message bundle, in the language of whoever reads them. */
@Component
public final class PageMessages {

    /** Under this name the demonstration's figures are stored. */
    public static final String DEMONSTRATION = "Dữ liệu minh họa";

    private final MessageSource messages;
    private final Supplier<Locale> language;

    @Autowired
    public PageMessages(MessageSource messages) {
        this(messages, Language::ofReader);
    }

    private PageMessages(MessageSource messages, Supplier<Locale> language) {
        this.messages = messages;
        this.language = language;
    }

    /** The same sentences as letters say them: in Vietnamese for every reader. */
    public PageMessages official() {
        return new PageMessages(messages, () -> Language.OFFICIAL);
    }

    /**
     * A sentence.
     *
     * @param key its key
     * @param args what it names, already formatted
     */
    public String of(String key, String... args) {
        return messages.getMessage(key, args, language.get());
    }

    /** Who did something: a person by name, the program where it laid out demonstration data in the reader's words. */
    public String author(String name) {
        return name.equals(DEMONSTRATION) ? of("frame.demonstration.author") : name;
    }

    /** Whether the reader reads the language of documents. */
    public boolean areOfficial() {
        return language.get().equals(Language.OFFICIAL);
    }

    /** Names in a row: "A, B, C". */
    public String list(List<String> names) {
        return String.join(", ", names);
    }

    /** The first letter in lower case, as within a sentence. */
    public static String uncapitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Language.OFFICIAL) + text.substring(1);
    }

    /** The first letter in upper case, as at the start of a sentence. */
    public static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Language.OFFICIAL) + text.substring(1);
    }
}
