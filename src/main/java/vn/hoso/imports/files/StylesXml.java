package vn.hoso.imports.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import vn.hoso.imports.files.OldEncoding.OldFont;
import vn.hoso.imports.files.ParsedCell.Format;

/** How a workbook's cells look, as far as that says what stands in them. */
final class StylesXml extends PartXml {

    /**
     * The look of a cell.
     *
     * @param font null for an ordinary one
     */
    record Style(Format format, boolean struck, @Nullable OldFont font) {

        static final Style PLAIN = new Style(Format.PLAIN, false, null);
    }

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final Map<Integer, Format> formats = new HashMap<>();
    private final List<Style> fonts = new ArrayList<>();
    private final List<Style> styles = new ArrayList<>();
    private String section = "";
    private int formatsSeen;
    private boolean struck;
    private @Nullable OldFont font;

    StylesXml(ReadBudget work) {
        super(work);
    }

    @Override
    void start(String name, int depth, Attributes attributes) {
        if (depth == 2) {
            section = name;
        } else if (section.equals("fonts")) {
            font(name, depth, attributes);
        } else if (depth == 3 && name.equals("numFmt") && section.equals("numFmts")) {
            String code = attributes.getValue("formatCode");
            bounded(formatsSeen++);
            formats.put(number(attributes.getValue("numFmtId")), NumberFormats.of(code == null ? "" : code));
        } else if (depth == 3 && name.equals("xf") && section.equals("cellXfs")) {
            bounded(styles.size());
            styles.add(style(attributes));
        }
    }

    private void font(String name, int depth, Attributes attributes) {
        if (depth == 3) {
            struck = false;
            font = null;
        } else if (name.equals("strike")) {
            struck = struck(attributes);
        } else if (name.equals("name")) {
            font = OldFont.of(attributes.getValue("val"));
        }
    }

    static boolean struck(Attributes strike) {
        return strike.getValue("val") == null || yes(strike.getValue("val"));
    }

    private Style style(Attributes attributes) {
        int id = number(attributes.getValue("numFmtId"));
        Format own = formats.get(id);
        int at = number(attributes.getValue("fontId"));
        Style look = at < fonts.size() ? fonts.get(at) : Style.PLAIN;
        return new Style(own == null ? NumberFormats.builtIn(id) : own, look.struck(), look.font());
    }

    @Override
    void end(String name, int depth) {
        if (depth == 3 && name.equals("font") && section.equals("fonts")) {
            bounded(fonts.size());
            fonts.add(new Style(Format.PLAIN, struck, font));
        }
    }

    private static void bounded(int so) {
        if (so >= FileLimits.STYLES) {
            throw FileErrors.of("work");
        }
    }

    private static int number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw FileErrors.of("damaged");
        }
        return Integer.parseInt(text);
    }

    /** The look under a cell's number; a plain one where there is none. */
    Style style(@Nullable String number) {
        int at = number(number);
        return at < styles.size() ? styles.get(at) : Style.PLAIN;
    }
}
