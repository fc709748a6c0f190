package vn.hoso.help;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chapter of the guide.
 *
 * @param name its name in addresses, the same in every language
 * @param lead what it is about, in a sentence or two
 */
public record Chapter(String name, String title, String lead, List<Section> sections) {

    /**
     * A part of a chapter under a heading of its own.
     *
     * @param anchor its place on the chapter's page, the same in every language
     */
    public record Section(String anchor, String title, List<Block> blocks) {

        Stream<Item> items() {
            return blocks.stream().flatMap(block -> block.items().stream());
        }
    }

    /** How a block is set. */
    public enum Kind {
        TEXT,
        STEPS,
        POINTS,
        /** Something that must not be overlooked. */
        WARNING,
        /** Terms with what they mean. */
        TERMS,
        /** A picture of the program, with what it shows. */
        PICTURE
    }

    /** Items that are set alike and follow each other. */
    public record Block(Kind kind, List<Item> items) {}

    /**
     * A paragraph, a step, a point, or a term with its meaning.
     *
     * @param term the term that it explains, or the name of the picture that it describes; null for neither
     */
    public record Item(@Nullable String term, List<Span> spans) {

        /** What it says, without the term. */
        public String text() {
            return spans.stream().map(Span::text).collect(Collectors.joining());
        }

        String words() {
            return term == null ? text() : term + ": " + text();
        }
    }

    /**
     * A piece of text.
     *
     * @param strong whether it names something that stands on a page
     * @param chapter the chapter it leads to; null for none
     */
    public record Span(
            String text, boolean strong, @Nullable String chapter) {}

    /** The names of its pictures. */
    public Stream<String> pictures() {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(block -> block.kind() == Kind.PICTURE)
                .flatMap(block -> block.items().stream())
                .map(Item::term);
    }
}
