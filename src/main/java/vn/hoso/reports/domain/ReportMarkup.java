package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.hoso.reports.domain.ReportLine.TextSpan;

/**
 * Text with the few marks that an office may use: a line is a paragraph, "- " begins a point, **bold**, *italic*, a line
 * wholly in ** is a heading, {name} is a figure. A backslash before a mark makes it an ordinary character.
 *
 * @param blocks the paragraphs, figures filled in
 * @param problems what cannot be understood, in order
 */
public record ReportMarkup(List<ReportBlock> blocks, List<Problem> problems) {

    /**
     * Something that cannot be understood.
     *
     * @param line its line, counted from 1
     * @param kind what is wrong
     * @param what the place, as typed
     */
    public record Problem(int line, Kind kind, String what) {

        public enum Kind {
            /** No figure has this name. */
            UNKNOWN_FIGURE,
            /** A brace or a star without its partner. */
            OPEN_MARK
        }
    }

    public ReportMarkup {
        blocks = List.copyOf(blocks);
        problems = List.copyOf(problems);
    }

    /** Reads typed text; what it names wrongly stays in it as typed. */
    public static ReportMarkup read(String words, ReportNamedFigures figures) {
        List<ReportBlock> blocks = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        String[] lines = words.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                blocks.add(new Reader(lines[i].strip(), i + 1, figures, problems).block());
            }
        }
        return new ReportMarkup(blocks, problems);
    }

    /** What typed text says, figures filled in; what it names wrongly stays as typed. */
    public static String text(String words, ReportNamedFigures figures) {
        return read(words, figures).blocks().stream().map(ReportBlock::text).collect(Collectors.joining("\n"));
    }

    /** The paragraphs as typed text that reads back as them: figures by their names. */
    static String of(List<ReportBlock> blocks) {
        return blocks.stream()
                .map(block -> block.isHeading() ? "**" + typed(block.spans()) + "**" : typed(block.spans()))
                .collect(Collectors.joining("\n"));
    }

    private static String typed(List<TextSpan> spans) {
        return spans.stream()
                .map(span -> span.figure() == null
                        ? span.text().replaceAll("[\\\\{}*]", "\\\\$0")
                        : "{" + span.figure() + "}")
                .collect(Collectors.joining());
    }

    /** Reads one line. */
    private static final class Reader {

        private final String line;
        private final int number;
        private final ReportNamedFigures figures;
        private final List<Problem> problems;
        private final List<TextSpan> spans = new ArrayList<>();
        private final StringBuilder piece = new StringBuilder();
        private boolean bold;
        private boolean italic;

        private Reader(String line, int number, ReportNamedFigures figures, List<Problem> problems) {
            this.line = line;
            this.number = number;
            this.figures = figures;
            this.problems = problems;
        }

        private ReportBlock block() {
            int at = 0;
            while (at < line.length()) {
                at = next(at);
            }
            flush();
            if (bold || italic) {
                problems.add(new Problem(number, Problem.Kind.OPEN_MARK, bold ? "**" : "*"));
            }
            boolean heading = spans.stream().allMatch(TextSpan::bold) && line.startsWith("**");
            return heading
                    ? new ReportBlock(
                            ReportBlock.Kind.HEADING,
                            spans.stream()
                                    .map(span -> new TextSpan(span.text(), false, false, span.figure()))
                                    .toList())
                    : new ReportBlock(ReportBlock.Kind.PARAGRAPH, spans);
        }

        private int next(int at) {
            char letter = line.charAt(at);
            if (letter == '\\' && at + 1 < line.length() && "\\{}*".indexOf(line.charAt(at + 1)) >= 0) {
                piece.append(line.charAt(at + 1));
                return at + 2;
            }
            if (line.startsWith("**", at)) {
                flush();
                bold = !bold;
                return at + 2;
            }
            if (letter == '*') {
                flush();
                italic = !italic;
                return at + 1;
            }
            return letter == '{' ? figure(at) : plain(letter, at);
        }

        private int plain(char letter, int at) {
            piece.append(letter);
            return at + 1;
        }

        private int figure(int at) {
            int end = line.indexOf('}', at);
            if (end < 0) {
                problems.add(new Problem(number, Problem.Kind.OPEN_MARK, "{"));
                return plain('{', at);
            }
            String name = line.substring(at + 1, end);
            ReportNamedFigure figure = figures.find(name);
            if (figure == null) {
                problems.add(new Problem(number, Problem.Kind.UNKNOWN_FIGURE, "{" + name + "}"));
                piece.append('{').append(name).append('}');
            } else {
                flush();
                spans.add(new TextSpan(figure.value(), bold, italic, name));
            }
            return end + 1;
        }

        private void flush() {
            if (!piece.isEmpty()) {
                spans.add(new TextSpan(piece.toString(), bold, italic, null));
                piece.setLength(0);
            }
        }
    }
}
