package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sentence or another short text, piece by piece: each number in it knows the figure it prints.
 *
 * @param spans its pieces, in order
 */
public record ReportLine(List<TextSpan> spans) {

    public static final ReportLine EMPTY = new ReportLine(List.of());

    public ReportLine {
        spans = TextSpan.joined(spans);
    }

    /** Words without a figure. */
    public static ReportLine of(String words) {
        return new ReportLine(List.of(TextSpan.plain(words)));
    }

    public static ReportLine of(ReportNamedFigure figure) {
        return new ReportLine(List.of(figure.span()));
    }

    static ReportLine joined(Collection<ReportLine> lines, String between) {
        List<TextSpan> spans = new ArrayList<>();
        for (ReportLine line : lines) {
            if (!spans.isEmpty()) {
                spans.add(TextSpan.plain(between));
            }
            spans.addAll(line.spans);
        }
        return new ReportLine(spans);
    }

    ReportLine then(ReportLine more) {
        return joined(List.of(this, more), "");
    }

    /** The same in plain letters. */
    ReportLine withoutLook() {
        return new ReportLine(spans.stream()
                .map(span -> new TextSpan(span.text(), false, false, span.figure()))
                .toList());
    }

    /** The same sentence in the middle of another. */
    ReportLine lowerFirst() {
        if (spans.isEmpty() || spans.get(0).figure() != null) {
            return this;
        }
        String first = spans.get(0).text();
        List<TextSpan> lower = new ArrayList<>(spans);
        lower.set(0, TextSpan.plain(ReportPhrases.lowerFirst(first)));
        return new ReportLine(lower);
    }

    /** The pieces as files print them: one for each change of look, one that is empty for an empty text. */
    public List<TextSpan> looks() {
        return spans.isEmpty() ? List.of(TextSpan.plain("")) : TextSpan.looks(spans);
    }

    /** What it says. */
    public String text() {
        return spans.stream().map(TextSpan::text).collect(Collectors.joining());
    }

    /**
     * A piece of a text in one look.
     *
     * @param figure the name of the figure that it prints, null where it is words
     */
    public record TextSpan(
            String text,
            boolean bold,
            boolean italic,
            @Nullable String figure) {

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
}
