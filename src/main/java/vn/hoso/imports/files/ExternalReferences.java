package vn.hoso.imports.files;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out whether a formula takes something from another file: {@code [1]Sheet1!A1}, {@code '[2]Thang 9'!B7}. */
final class ExternalReferences {

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*+\"");

    /** A number in brackets names a file where a sheet follows; without one it is a column of a table. */
    private static final Pattern LINK =
            Pattern.compile("\\[[0-9]{1,5}\\](?:[^'\\[\\]!\"]*+'|[^'\\[\\]!\"(),;*/+<>=&^ -]*+)!");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_\\\\][\\p{L}\\p{N}_.]*+");

    private ExternalReferences() {}

    /**
     * Whether it does.
     *
     * @param names names, lower case, that stand for cells of other files
     */
    static boolean in(CharSequence formula, Set<String> names) {
        if (names.isEmpty() && formula.length() > 0 && !bracketed(formula)) {
            return false;
        }
        String bare = TEXT.matcher(formula).replaceAll("\"\"");
        if (LINK.matcher(bare).find()) {
            return true;
        }
        Matcher name = NAME.matcher(bare);
        while (!names.isEmpty() && name.find()) {
            if (names.contains(name.group().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean bracketed(CharSequence formula) {
        return formula.chars().anyMatch(each -> each == '[');
    }
}
