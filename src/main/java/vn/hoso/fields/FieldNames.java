package vn.hoso.fields;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/**
 * Says what fields are called, under the keys of the return's own figures with {@code x_} and the code in their place. So every
 * page names them as it names its own ones; their names are the office's in every language.
 */
@Component
class FieldNames implements SmartInitializingSingleton {

    private static final String KEY = "figures.measure.";
    private static final String ADDED = "x_";
    private static final String SHORT = ".short";

    private final HierarchicalMessageSource messages;
    private final ReturnFields fields;

    FieldNames(HierarchicalMessageSource messages, ReturnFields fields) {
        this.messages = messages;
        this.fields = fields;
    }

    /** Asked for what no file of messages knows. */
    @Override
    public void afterSingletonsInstantiated() {
        messages.setParentMessageSource(new AbstractMessageSource() {

            @Override
            protected @Nullable MessageFormat resolveCode(String key, Locale language) {
                return null;
            }

            @Override
            protected @Nullable String resolveCodeWithoutArguments(String key, Locale language) {
                return name(key);
            }
        });
    }

    private @Nullable String name(String key) {
        if (!key.startsWith(KEY + ADDED)) {
            return null;
        }
        String code = key.substring(KEY.length() + ADDED.length());
        if (code.endsWith(SHORT)) {
            code = code.substring(0, code.length() - SHORT.length());
        }
        return fields.find(code).map(ReturnField::name).orElse(code);
    }
}
