package vn.hoso.imports.layouts;

import java.util.List;
import java.util.regex.Pattern;
import vn.hoso.imports.files.ParsedRow;

/** The row below a heading that numbers its columns: (1) (2) (3), 1 2 3, A B 1 2, 1 2 3=4+5. */
final class NumberingRow {

    private static final int FEWEST = 3;
    private static final String MARK = "[\\[(]?[0-9A-Za-zĐđ]{1,2}[\\])]?";
    private static final Pattern NUMBER =
            Pattern.compile(MARK + "(?:\\s*=.{1,40})?|[\\[(][0-9]{1,2}\\s*[=+].{1,40}[\\])]");
    private static final Pattern BRACKETED = Pattern.compile("[\\[(].*");

    private NumberingRow() {}

    /**
     * Whether the row is one. With brackets it may stand anywhere, as at the top of each printed page; without, only before
     * the first unit, and with numbers that go up by one.
     */
    static boolean is(ParsedRow row, boolean beforeUnits) {
        List<String> texts =
                row.cells().values().stream().map(cell -> cell.text().strip()).toList();
        if (texts.size() < FEWEST
                || !texts.stream().allMatch(text -> NUMBER.matcher(text).matches())) {
            return false;
        }
        return texts.stream().anyMatch(text -> BRACKETED.matcher(text).matches()) || beforeUnits && goesUp(texts);
    }

    private static boolean goesUp(List<String> texts) {
        List<Integer> numbers = texts.stream()
                .map(text -> text.replaceAll("\\s*=.*", ""))
                .filter(text -> text.matches("[0-9]{1,2}"))
                .map(Integer::valueOf)
                .toList();
        for (int at = 1; at < numbers.size(); at++) {
            if (numbers.get(at) != numbers.get(at - 1) + 1) {
                return false;
            }
        }
        return numbers.size() >= 2;
    }
}
