package vn.hoso.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.hoso.help.Chapter.Block;
import vn.hoso.help.Chapter.Item;
import vn.hoso.help.Chapter.Kind;
import vn.hoso.help.Chapter.Section;
import vn.hoso.help.Chapter.Span;

/**
 * Reads a chapter from its file, in which each line is one thing:
 *
 * <pre>
 * # Title, then a line of what the chapter is about
 * ## Heading of a section
 * 1. a step           - a point           ! a warning           anything else is a paragraph
 * : term | meaning    [picture:name] what the picture shows
 * **on the screen**   [words](chapter)    {message.key}
 * </pre>
 *
 * A message's key in braces is replaced by the message: the guide calls a button, a state or a column as the pages do.
 */
final class ChapterReader {

    private static final Pattern KEY = Pattern.compile("\\{([A-Za-z][\\w.-]*)}");
    private static final Pattern MARKED = Pattern.compile("\\*\\*(.+?)\\*\\*|\\[([^]]+)]\\(([\\w-]+)\\)");
    private static final Pattern PICTURE = Pattern.compile("\\[picture:([\\w-]+)] (.+)");
    private static final Pattern TERM = Pattern.compile(": (.+?) \\| (.+)");

    private final MessageSource messages;
    private final Locale language;

    ChapterReader(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    /**
     * Reads it.
     *
     * @throws IllegalStateException if the file does not begin with a title and a line about the chapter
     */
    Chapter read(String name, String file) {
        List<String> lines = file.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2 || !lines.get(0).startsWith("# ")) {
            throw new IllegalStateException("No title and lead in the guide's chapter " + name);
        }
        List<Section> sections = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            if (line.startsWith("## ")) {
                sections.add(new Section("muc-" + (sections.size() + 1), filled(line.substring(3)), new ArrayList<>()));
            } else {
                add(sections.get(sections.size() - 1).blocks(), line);
            }
        }
        return new Chapter(name, filled(lines.get(0).substring(2)), filled(lines.get(1)), List.copyOf(sections));
    }

    private void add(List<Block> blocks, String line) {
        Matcher picture = PICTURE.matcher(line);
        Matcher term = TERM.matcher(line);
        if (picture.matches()) {
            put(blocks, Kind.PICTURE, picture.group(1), picture.group(2));
        } else if (term.matches()) {
            put(blocks, Kind.TERMS, filled(term.group(1)), term.group(2));
        } else if (line.startsWith("1. ")) {
            put(blocks, Kind.STEPS, null, line.substring(3));
        } else if (line.startsWith("- ")) {
            put(blocks, Kind.POINTS, null, line.substring(2));
        } else if (line.startsWith("! ")) {
            put(blocks, Kind.WARNING, null, line.substring(2));
        } else {
            put(blocks, Kind.TEXT, null, line);
        }
    }

    /** Into the block that is being filled, or into a new one of its kind. */
    private void put(List<Block> blocks, Kind kind, @Nullable String term, String text) {
        if (blocks.isEmpty() || blocks.get(blocks.size() - 1).kind() != kind) {
            blocks.add(new Block(kind, new ArrayList<>()));
        }
        blocks.get(blocks.size() - 1).items().add(new Item(term, spans(filled(text))));
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher marked = MARKED.matcher(text);
        int at = 0;
        while (marked.find()) {
            if (marked.start() > at) {
                spans.add(new Span(text.substring(at, marked.start()), false, null));
            }
            spans.add(
                    marked.group(1) != null
                            ? new Span(marked.group(1), true, null)
                            : new Span(marked.group(2), false, marked.group(3)));
            at = marked.end();
        }
        if (at < text.length()) {
            spans.add(new Span(text.substring(at), false, null));
        }
        return spans;
    }

    /** A key without a message stays as it is; a test finds it before a reader does. */
    private String filled(String text) {
        return KEY.matcher(text)
                .replaceAll(key -> Matcher.quoteReplacement(
                        Objects.requireNonNull(messages.getMessage(key.group(1), null, key.group(), language))));
    }
}
