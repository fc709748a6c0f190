package vn.hoso.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** The languages that pages speak. What leaves the office is Vietnamese whoever reads the page it comes from. */
public enum Language {
    VIETNAMESE("vi"),
    ENGLISH("en");

    /** The language of documents, letters, e-mail and files. */
    public static final Locale OFFICIAL = VIETNAMESE.locale();

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The language of a code, and of nothing but its exact code. */
    public static Optional<Language> of(String code) {
        return Stream.of(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** The language of whoever reads the page that is being made; outside of any request it is the official one. */
    public static Locale ofReader() {
        LocaleContext reader = LocaleContextHolder.getLocaleContext();
        return reader != null && ENGLISH.locale().equals(reader.getLocale()) ? ENGLISH.locale() : OFFICIAL;
    }

    public String code() {
        return code;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }
}
