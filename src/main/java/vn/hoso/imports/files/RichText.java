package vn.hoso.imports.files;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import vn.hoso.imports.files.OldEncoding.OldFont;

/**
 * Text of which parts may look different. Parts that are struck through are left out where others are not: what a person
 * struck out of "200210" is not part of the number.
 */
final class RichText {

    private final StringBuilder whole = new StringBuilder();
    private final StringBuilder kept = new StringBuilder();
    private boolean collecting;
    private boolean inRun;
    private boolean struckRun;
    private int phonetic;
    private @Nullable OldFont runFont;
    private @Nullable OldFont font;

    /**
     * The text as it was read.
     *
     * @param text what counts
     * @param whole with its struck parts, null where there are none
     * @param struck whether all of it is struck through
     * @param font an old font that a part of it has
     */
    record Read(
            String text,
            @Nullable String whole,
            boolean struck,
            @Nullable OldFont font) {}

    void begin() {
        whole.setLength(0);
        kept.setLength(0);
        collecting = false;
        inRun = false;
        struckRun = false;
        phonetic = 0;
        runFont = null;
        font = null;
    }

    void start(String name, Attributes attributes) {
        switch (name) {
            case "r" -> {
                inRun = true;
                struckRun = false;
                runFont = null;
            }
            case "strike" -> struckRun = inRun && StylesXml.struck(attributes);
            case "rFont" -> runFont = OldFont.of(attributes.getValue("val"));
            case "rPh" -> phonetic++;
            case "t" -> collecting = phonetic == 0;
            default -> {}
        }
    }

    void characters(char[] some, int start, int length) {
        // One character more than a cell may hold is enough to know that it is too long.
        if (collecting && whole.length() <= FileLimits.CELL_CHARACTERS) {
            whole.append(some, start, length);
            if (!struckRun) {
                kept.append(some, start, length);
            }
            if (runFont != null) {
                font = runFont;
            }
        }
    }

    void end(String name) {
        switch (name) {
            case "rPh" -> phonetic--;
            case "t" -> collecting = false;
            case "r" -> {
                inRun = false;
                struckRun = false;
                runFont = null;
            }
            default -> {}
        }
    }

    Read read() {
        String all = whole.toString();
        if (kept.length() == whole.length()) {
            return new Read(all, null, false, font);
        }
        return kept.toString().isBlank()
                ? new Read(all, null, true, font)
                : new Read(kept.toString(), all, false, font);
    }
}
