package vn.hoso.imports.paste;

import java.util.regex.Pattern;

/** What kind of text stands in a pasted cell, before anybody knows what it is for. */
final class PastedCellKind {

    private static final Pattern COUNT = Pattern.compile("[0-9]+(?:[.,\\s\\u00A0\\u2007\\u202F][0-9]+)*");
    private static final Pattern PERCENT = Pattern.compile("[-−]?[0-9]+(?:[.,][0-9]+)?[\\s\\u00A0\\u202F]*%");
    /** Three decimals could be a thousand written with its point or comma. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+[.,](?:[0-9]{1,2}|[0-9]{4,})");

    private static final Pattern DASH = Pattern.compile("[-–—−]+");
    private static final Pattern MONTH = Pattern.compile(
            "(?iu)(?:(?:tháng|t) ?)?(?:0?[1-9]|1[0-2]) ?[/.-] ?20[0-9]{2}|20[0-9]{2}-(?:0[1-9]|1[0-2])");

    private PastedCellKind() {}

    static boolean count(String text) {
        return COUNT.matcher(text).matches() || text.equalsIgnoreCase("x");
    }

    static boolean percent(String text) {
        return PERCENT.matcher(text).matches();
    }

    static boolean dash(String text) {
        return DASH.matcher(text).matches();
    }

    static boolean month(String text) {
        return MONTH.matcher(text).matches();
    }

    /** A figure of some kind: a count, a rate or a dash. */
    static boolean figure(String text) {
        return count(text) || percent(text) || dash(text);
    }

    /** Letters other than the x of what does not apply. */
    static boolean words(String text) {
        return text.codePoints().anyMatch(Character::isLetter) && !text.equalsIgnoreCase("x");
    }

    /** What only a rate can be: with a percent sign, or with decimals. */
    static boolean rate(String text) {
        return percent(text) || DECIMAL.matcher(text).matches();
    }

    /** What may stand in a column of rates too: none, all, or nothing to divide by. */
    static boolean besideRates(String text) {
        return rate(text) || dash(text) || text.equals("0") || text.equals("100");
    }
}
