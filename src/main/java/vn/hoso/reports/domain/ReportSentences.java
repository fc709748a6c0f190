package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.reports.domain.ReportLine.TextSpan;

/**
 * The sentences of documents, kept as data in {@code /reports/sentences.properties}, filled with figures by name and with
 * words. Filling is all that happens to a number: it enters a text as the figure it is and stays that.
 */
public final class ReportSentences {

    private static final ResourceBundle TEMPLATES = ResourceBundle.getBundle("reports/sentences", Locale.ROOT);

    private final ReportNamedFigures figures;
    private final Map<String, ReportLine> words;
    private final Map<String, String> atHand;

    private ReportSentences(ReportNamedFigures figures, Map<String, ReportLine> words, Map<String, String> atHand) {
        this.figures = figures;
        this.words = words;
        this.atHand = atHand;
    }

    static ReportSentences of(ReportNamedFigures figures) {
        return new ReportSentences(figures, Map.of(), Map.of());
    }

    /** The same sentences with a word of this name; none where it is null. */
    ReportSentences with(String name, @Nullable String word) {
        return word == null ? this : with(name, ReportLine.of(word));
    }

    ReportSentences with(String name, ReportLine line) {
        Map<String, ReportLine> more = new HashMap<>(words);
        more.put(name, line);
        return new ReportSentences(figures, more, atHand);
    }

    /** The same sentences about the figures under this prefix: {@code about("chi_so", "toan_trinh")}. */
    ReportSentences about(String name, String prefix) {
        Map<String, String> more = new HashMap<>(atHand);
        more.put(name, prefix);
        return new ReportSentences(figures, words, more);
    }

    /** A text that names no figure. */
    public static String text(String key) {
        return TEMPLATES.getString(key);
    }

    /** The dossiers that an indicator counts, as a sentence names them: "hồ sơ trực tuyến toàn trình". */
    static String counted(Indicator indicator) {
        Indicator.Definition definition = indicator.definition();
        return definition == null
                ? text("counted." + indicator)
                : of(ReportNamedFigures.none()).with("ten", definition.title()).say("counted.defined");
    }

    /** What a workbook calls an indicator. */
    public static String workbook(Indicator indicator) {
        Indicator.Definition definition = indicator.definition();
        return definition == null
                ? text("workbook." + indicator)
                : of(ReportNamedFigures.none())
                        .with("ten", definition.title())
                        .with("tu_so", fields(definition.numerator()))
                        .with("mau_so", fields(definition.denominator()))
                        .say("workbook.defined");
    }

    private static String fields(List<Indicator.Field> fields) {
        return fields.stream()
                .map(each -> Objects.requireNonNullElseGet(
                        each.title(), () -> text("measure." + each.code().toUpperCase(Locale.ROOT))))
                .collect(Collectors.joining(" + "));
    }

    /** The title of an indicator that the administrator defined. */
    public static String title(Indicator indicator) {
        Indicator.Definition definition = indicator.definition();
        return definition == null ? workbook(indicator) : definition.title();
    }

    /** What a column's heading calls an indicator, as briefly as it can be told from the others. */
    public static String column(Indicator indicator) {
        Indicator.Definition definition = indicator.definition();
        return definition == null ? text("column." + indicator) : definition.title();
    }

    /** Which figures a return may lack that hold an indicator's: "phí, lệ phí". */
    static String lacking(Indicator indicator) {
        Indicator.Definition definition = indicator.definition();
        return definition == null
                ? text("basis.own")
                : of(ReportNamedFigures.none()).with("ten", definition.title()).say("basis.defined");
    }

    static boolean has(String key) {
        return TEMPLATES.containsKey(key);
    }

    /**
     * The sentence.
     *
     * @throws IllegalStateException if it names something that is not there, outside of what may be left out
     */
    ReportLine fill(String key) {
        List<TextSpan> spans = new ArrayList<>();
        String missing = write(text(key), spans, false);
        if (missing != null) {
            throw new IllegalStateException("sentence " + key + " names {" + missing + "}, which is not there");
        }
        return new ReportLine(spans);
    }

    String say(String key) {
        return fill(key).text();
    }

    /** Writes a template; the name that is missing in it, or zero where it may be left out; null if none is. */
    private @Nullable String write(String template, List<TextSpan> spans, boolean optional) {
        int at = 0;
        while (at < template.length()) {
            char mark = template.charAt(at);
            int end = mark == '[' ? closing(template, at) : mark == '{' ? template.indexOf('}', at) : at;
            if (mark == '[') {
                List<TextSpan> group = new ArrayList<>();
                if (write(template.substring(at + 1, end), group, true) == null) {
                    spans.addAll(group);
                }
            } else if (mark == '{') {
                String missing = name(template.substring(at + 1, end), spans, optional);
                if (missing != null) {
                    return missing;
                }
            } else {
                end = plain(template, at);
                spans.add(TextSpan.plain(template.substring(at, end + 1)));
            }
            at = end + 1;
        }
        return null;
    }

    /** The end of the words that begin here. */
    private static int plain(String template, int at) {
        int end = at;
        while (end + 1 < template.length() && "[{".indexOf(template.charAt(end + 1)) < 0) {
            end++;
        }
        return end;
    }

    private static int closing(String template, int opening) {
        int depth = 0;
        for (int at = opening; at < template.length(); at++) {
            depth += template.charAt(at) == '[' ? 1 : template.charAt(at) == ']' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalStateException("[ without ] in: " + template);
    }

    private @Nullable String name(String name, List<TextSpan> spans, boolean optional) {
        if (name.startsWith("@")) {
            return write(text(name.substring(1)), spans, optional);
        }
        ReportLine word = words.get(name);
        if (word != null) {
            spans.addAll(word.spans());
            return null;
        }
        int dot = name.indexOf('.');
        String prefix = dot < 0 ? null : atHand.get(name.substring(0, dot));
        ReportNamedFigure figure = figures.find(prefix == null ? name : prefix + name.substring(dot));
        if (figure == null || (optional && figure.zero())) {
            return name;
        }
        spans.add(figure.span());
        return null;
    }
}
