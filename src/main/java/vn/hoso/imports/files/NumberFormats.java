package vn.hoso.imports.files;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.hoso.imports.files.ParsedCell.Format;

/** Tells how a number format shows a number. */
final class NumberFormats {

    /** Excel's own; those from 27 and from 50 are East Asian dates. */
    private static final int[][] DATES = {{14, 22}, {27, 36}, {45, 47}, {50, 58}};

    /** Quoted text, an escaped sign, the width of a sign, a sign that fills the cell. */
    private static final Pattern NO_SIGN = Pattern.compile("\"[^\"]*+\"?|[\\\\_*].");

    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]", Pattern.CASE_INSENSITIVE);

    /** Colours, conditions, currencies; and the lower half of a fraction. */
    private static final Pattern NOT_SHOWN = Pattern.compile("\\[[^\\]]*+\\]?|/[0-9]+");

    private static final Pattern GENERAL = Pattern.compile("general|standard", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXPONENT = Pattern.compile("e[+-]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("[ymdhsbge]|am/pm|a/p", Pattern.CASE_INSENSITIVE);

    /** A comma behind the last digit before the decimals divides by a thousand. */
    private static final Pattern THOUSANDS = Pattern.compile("[0#?],+(?![0#?,])");

    private NumberFormats() {}

    static Format builtIn(int id) {
        for (int[] range : DATES) {
            if (range[0] <= id && id <= range[1]) {
                return Format.DATE;
            }
        }
        return id == 9 || id == 10 ? Format.PERCENT : Format.PLAIN;
    }

    /** By its code, such as {@code #,##0;[Red]-#,##0}; the oddest of its sections counts. */
    static Format of(String code) {
        if (code.length() > FileLimits.FORMAT_CHARACTERS) {
            throw FileErrors.of("work");
        }
        boolean foreignDigits = NO_SIGN.matcher(code).results().anyMatch(NumberFormats::digit);
        String bare = NO_SIGN.matcher(code).replaceAll("");
        if (ELAPSED.matcher(bare).find()) {
            return Format.DATE;
        }
        String numeral = GENERAL.matcher(NOT_SHOWN.matcher(bare).replaceAll("")).replaceAll("");
        String signs = EXPONENT.matcher(numeral).replaceAll("");
        if (DATE.matcher(signs).find()) {
            return Format.DATE;
        }
        if (signs.indexOf('%') >= 0) {
            return Format.PERCENT;
        }
        return foreignDigits || THOUSANDS.matcher(signs).find() || signs.matches(".*[1-9].*")
                ? Format.SCALED
                : Format.PLAIN;
    }

    /** Whether it shows a digit that is none of the number's. */
    private static boolean digit(MatchResult text) {
        String shown = text.group();
        return (shown.startsWith("\"") || shown.startsWith("\\")) && shown.matches(".*[0-9].*");
    }
}
