package vn.hoso;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.hoso.shared.CountedMessageSource;

/** The program's texts in one language, as the files of {@code src/main/resources/messages} hold them: one file a module. */
public final class Messages {

    static final Path FOLDER = Path.of("src/main/resources/messages");

    /** The Vietnamese texts, which every other language translates. */
    public static final Messages VIETNAMESE = new Messages("");

    public static final Messages ENGLISH = new Messages("_en");

    private final Map<String, Map<String, String>> byModule = new TreeMap<>();
    private final Map<String, String> all = new TreeMap<>();
    private final List<String> twice = new ArrayList<>();

    private Messages(String language) {
        SourceFiles.below(FOLDER, ".properties").forEach((file, text) -> {
            String[] name =
                    file.getFileName().toString().replace(".properties", "").split("(?=_)", 2);
            if ((name.length == 2 ? name[1] : "").equals(language)) {
                byModule.put(name[0], read(text));
            }
        });
    }

    private Map<String, String> read(String text) {
        Map<String, String> texts = new TreeMap<>();
        Properties reading = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                texts.put((String) key, (String) value);
                if (all.put((String) key, (String) value) != null) {
                    twice.add((String) key);
                }
                return super.put(key, value);
            }
        };
        try {
            reading.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** Each key with its text. */
    public Map<String, String> all() {
        return all;
    }

    /** The keys with their texts, by the name of their file without language and ending. */
    Map<String, Map<String, String>> byModule() {
        return byModule;
    }

    /** Keys that stand more than once, in one file or in two. */
    List<String> twice() {
        return twice;
    }

    /** The program's own lookup of all these texts, for tests without Spring. */
    public static ResourceBundleMessageSource source() {
        ResourceBundleMessageSource source = new CountedMessageSource();
        source.setBasenames(
                VIETNAMESE.byModule.keySet().stream().map("messages/"::concat).toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
