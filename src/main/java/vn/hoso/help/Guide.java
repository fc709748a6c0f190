package vn.hoso.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoso.security.Role;
import vn.hoso.shared.Language;

/** The user's guide, read once from {@code help/<language>/<chapter>.md}. */
@Component
public class Guide {

    /** The most places that a search names. */
    private static final int MOST_FOUND = 20;

    private static final int LONGEST_LINE = 220;

    /** The chapters, by whom they are for, in the order of the contents. */
    public enum Part {
        EVERYBODY(null, "start", "sign-in", "states", "fields"),
        UNIT_STAFF(Role.UNIT_STAFF, "month", "import", "extracts", "returned", "readiness"),
        REVIEWER(Role.REVIEWER, "review", "reminders", "targets"),
        REPORT_CLERK(Role.REPORT_CLERK, "reports"),
        LEADER(Role.LEADER, "leader", "people", "trace"),
        ADMINISTRATOR(Role.ADMINISTRATOR, "set-up", "units", "accounts", "care"),
        REFERENCE(null, "refusals", "keys");

        private final @Nullable Role role;
        private final List<String> chapters;

        Part(@Nullable Role role, String... chapters) {
            this.role = role;
            this.chapters = List.of(chapters);
        }

        public boolean isFor(@Nullable Role reader) {
            return role != null && role == reader;
        }

        public List<String> chapters() {
            return chapters;
        }
    }

    /**
     * A place that a search found.
     *
     * @param line what is said there of what was looked for
     */
    public record Found(Chapter chapter, Chapter.Section section, String line) {}

    private final Map<Locale, Map<String, Chapter>> chapters = new HashMap<>();

    Guide(MessageSource messages) {
        for (Language language : Language.values()) {
            ChapterReader reader = new ChapterReader(messages, language.locale());
            Map<String, Chapter> read = new LinkedHashMap<>();
            Stream.of(Part.values())
                    .flatMap(part -> part.chapters().stream())
                    .forEach(name -> read.put(name, reader.read(name, file(language, name))));
            chapters.put(language.locale(), read);
        }
    }

    private static String file(Language language, String name) {
        String path = "/help/" + language.code() + "/" + name + ".md";
        try (InputStream file = Objects.requireNonNull(Guide.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All chapters by their names, in the order of the contents. */
    public Map<String, Chapter> chapters(Locale language) {
        return Objects.requireNonNull(chapters.get(language));
    }

    public Optional<Chapter> find(String name, Locale language) {
        return Optional.ofNullable(chapters(language).get(name));
    }

    /**
     * The sections that hold the words in this order, with or without their accents, those whose heading does first; if there
     * are none, the sections in which every word stands. A word may be a beginning: "trin" finds "trình".
     */
    public List<Found> search(String words, Locale language) {
        String phrase = folded(words);
        if (phrase.isBlank()) {
            return List.of();
        }
        List<String> each =
                Stream.of(phrase.strip().split(" ")).map(" "::concat).toList();
        List<Found> held = found(language, List.of(phrase));
        return (held.isEmpty() ? found(language, each) : held)
                .stream()
                        .sorted(Comparator.comparing(
                                (Found found) -> !folded(heading(found)).contains(phrase)))
                        .limit(MOST_FOUND)
                        .map(found -> new Found(found.chapter(), found.section(), line(found.section(), phrase, each)))
                        .toList();
    }

    private List<Found> found(Locale language, List<String> beginnings) {
        return chapters(language).values().stream()
                .flatMap(chapter -> chapter.sections().stream().map(section -> new Found(chapter, section, "")))
                .filter(found -> beginnings.stream().allMatch(folded(text(found))::contains))
                .toList();
    }

    private static String heading(Found found) {
        return found.chapter().title() + " " + found.section().title();
    }

    private static String text(Found found) {
        StringBuilder text = new StringBuilder(heading(found));
        found.section().items().forEach(item -> text.append(' ').append(item.words()));
        return text.toString();
    }

    /** The item that says it best: the whole phrase, else the first word, else the section's beginning. */
    private static String line(Chapter.Section section, String phrase, List<String> each) {
        List<String> items = section.items().map(Chapter.Item::words).toList();
        String line = items.stream()
                .filter(item -> folded(item).contains(phrase))
                .findFirst()
                .or(() -> items.stream()
                        .filter(item -> folded(item).contains(each.get(0)))
                        .findFirst())
                .orElse(items.get(0));
        return line.length() <= LONGEST_LINE
                ? line
                : line.substring(0, line.lastIndexOf(' ', LONGEST_LINE)).concat(" …");
    }

    /** A blank, then the letters without accents and in lower case, the words one blank apart. */
    private static String folded(String text) {
        return " "
                + Normalizer.normalize(text.toLowerCase(Language.OFFICIAL), Normalizer.Form.NFD)
                        .replace('đ', 'd')
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
    }
}
