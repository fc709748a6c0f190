package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a text in one look.
 *
 * @param figure the name of the figure that it prints, null where it is words
 */
public record TextSpan(
        String text, boolean bold, boolean italic, @Nullable String figure) {

    static TextSpan plain(String text) {
        return new TextSpan(text, false, false, null);
    }

    private boolean looksLike(TextSpan other) {
        return bold == other.bold && italic == other.italic;
    }

    /** The fewest pieces that say and name the same: neighbours in one look are one unless one of them is a figure. */
    static List<TextSpan> joined(List<TextSpan> spans) {
        return joined(spans, false);
    }

    /** The pieces as files print them: one for each change of look. */
    static List<TextSpan> looks(List<TextSpan> spans) {
        return joined(spans, true);
    }

    private static List<TextSpan> joined(List<TextSpan> spans, boolean figuresToo) {
        List<TextSpan> joined = new ArrayList<>();
        for (TextSpan next : spans) {
            int last = joined.size() - 1;
            TextSpan span = figuresToo ? new TextSpan(next.text, next.bold, next.italic, null) : next;
            if (span.text.isEmpty()) {
                continue;
            }
            if (last >= 0
                    && joined.get(last).looksLike(span)
                    && joined.get(last).figure == null
                    && span.figure == null) {
                joined.set(last, new TextSpan(joined.get(last).text + span.text, span.bold, span.italic, null));
            } else {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }
}
