package vn.hoso.figures.domain;

import java.util.regex.Pattern;

/**
 * Reads a count as people type it: {@code 10682}, {@code 10.682}, {@code 10 682}. What could mean two numbers is refused
 * rather than guessed: {@code 1.5}, {@code 10.68}, {@code 0.123}, {@code 1,234}, {@code 1e3}.
 */
final class CountInput {

    // Only the digits 0-9: the JDK's own parser would also take full-width and Arabic ones.
    private static final Pattern PLAIN = Pattern.compile("[0-9]+");
    // Nobody groups from a leading zero: 0.123 is a fraction rather than 123.
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}(\\.[0-9]{3})+|[1-9][0-9]{0,2}( [0-9]{3})+");
    private static final Pattern NEGATIVE = Pattern.compile("[-−–][0-9].*");
    private static final Pattern AMBIGUOUS = Pattern.compile("[0-9][0-9.,eE+ ]*");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final int MOST_DIGITS = 18;

    private CountInput() {}

    /** What a text says, or which rule it breaks. */
    public sealed interface Reading {
        record Says(FigureValue cell) implements Reading {}

        record Breaks(String rule) implements Reading {}
    }

    public static Reading read(String typed) {
        String text = SPACES.matcher(typed).replaceAll(" ").strip();
        if (text.isEmpty()) {
            return new Reading.Says(FigureValue.NOT_REPORTED);
        }
        if (text.equalsIgnoreCase("x")) {
            return new Reading.Says(FigureValue.NOT_APPLICABLE);
        }
        if (PLAIN.matcher(text).matches() || GROUPED.matcher(text).matches()) {
            return number(text.replaceAll("[. ]", "").replaceFirst("^0+(?=.)", ""));
        }
        return new Reading.Breaks(reason(text));
    }

    private static Reading number(String digits) {
        if (digits.length() > MOST_DIGITS || Long.parseLong(digits) > FigureValue.Number.MOST) {
            return new Reading.Breaks("tooLarge");
        }
        return new Reading.Says(new FigureValue.Number(Integer.parseInt(digits)));
    }

    private static String reason(String text) {
        if (text.matches("[-−–]+")) {
            return "dash";
        }
        if (NEGATIVE.matcher(text).matches()) {
            return "negative";
        }
        return AMBIGUOUS.matcher(text).matches() ? "ambiguous" : "notANumber";
    }
}
