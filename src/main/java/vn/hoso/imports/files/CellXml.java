package vn.hoso.imports.files;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import vn.hoso.imports.files.OldEncoding.OldFont;
import vn.hoso.imports.files.ParsedCell.Format;
import vn.hoso.imports.files.ParsedCell.Kind;

/** What stands within one cell's XML. */
final class CellXml {

    /** How the format writes a sign that XML cannot: _x000D_ is a carriage return. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private final RichText inline = new RichText();
    private String type = "n";
    private @Nullable String style;
    private boolean computed;
    private @Nullable StringBuilder collecting;

    /**
     * A cell with what its looks say.
     *
     * @param whole with parts that are struck through, null where there are none
     */
    record Read(
            ParsedCell cell,
            @Nullable String whole,
            boolean struck,
            @Nullable OldFont font) {}

    void begin(@Nullable String type, @Nullable String style) {
        this.type = type == null ? "n" : type;
        this.style = style;
        computed = false;
        collecting = null;
        value.setLength(0);
        formula.setLength(0);
        inline.begin();
    }

    void start(String name, Attributes attributes) {
        switch (name) {
            case "v" -> collecting = value;
            case "f" -> {
                computed = true;
                collecting = formula;
            }
            default -> inline.start(name, attributes);
        }
    }

    void characters(char[] some, int start, int length) {
        if (collecting == null) {
            inline.characters(some, start, length);
        } else if (collecting.length() <= FileLimits.CELL_CHARACTERS) {
            collecting.append(some, start, length);
        }
    }

    void end(String name) {
        collecting = null;
        inline.end(name);
    }

    boolean linked(Set<String> linkedNames) {
        return computed && ExternalReferences.in(formula, linkedNames);
    }

    Read read(SharedStrings shared, StylesXml styles) {
        StylesXml.Style look = styles.style(style);
        String text = value.toString();
        if (type.equals("inlineStr") || type.equals("s") && !text.isBlank()) {
            RichText.Read read = type.equals("s") ? shared.get(text) : inline.read();
            return new Read(
                    raw(read.text()),
                    read.whole(),
                    look.struck() || read.struck(),
                    read.font() == null ? look.font() : read.font());
        }
        return new Read(cell(text, look.format()), null, look.struck(), look.font());
    }

    private ParsedCell cell(String text, Format format) {
        if (text.isBlank()) {
            return computed && !type.equals("str") ? new ParsedCell("", Kind.UNCOMPUTED) : ParsedCell.BLANK;
        }
        return switch (type) {
            case "n" -> ParsedCell.number(text, format);
            case "e" -> new ParsedCell(text, Kind.FAILED);
            case "b" -> raw(text.strip().equals("0") ? "FALSE" : "TRUE");
            case "d" -> date(text.strip());
            case "str" -> raw(text);
            default -> throw FileErrors.of("damaged");
        };
    }

    private static ParsedCell raw(String text) {
        String plain = text.contains("_x")
                ? ESCAPED.matcher(text).replaceAll(sign -> sign((char) Integer.parseInt(sign.group(1), 16)))
                : text;
        return new ParsedCell(plain, Kind.TEXT);
    }

    private static String sign(char each) {
        boolean breaks = each == '\n' || each == '\r' || each == '\t';
        if (Character.isISOControl(each) && !breaks || Character.isSurrogate(each)) {
            return "";
        }
        return each == '$' || each == '\\' ? "\\" + each : String.valueOf(each);
    }

    /** A day written out is counted as the format counts days otherwise. */
    private static ParsedCell date(String text) {
        try {
            LocalDate day = text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                    : LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text)
                            .toLocalDate();
            long number = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day);
            return ParsedCell.number(String.valueOf(number), Format.DATE);
        } catch (DateTimeParseException e) {
            return new ParsedCell(text, Kind.FAILED);
        }
    }
}
