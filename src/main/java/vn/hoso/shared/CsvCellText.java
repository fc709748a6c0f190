package vn.hoso.shared;

import java.util.regex.Pattern;

/** Text on its way into a sheet of comma-separated values, where a spreadsheet would run some of it as a formula. */
public final class CsvCellText {

    /** What spreadsheets take for the beginning of a formula, full-width letters of East Asian settings included. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\\x00＝＋－＠−]");

    private CsvCellText() {}

    /** The same text, behind an apostrophe if a spreadsheet would run it. For text only: numbers stay numbers. */
    public static String inert(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
