package vn.hoso.imports.files;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Cells as spreadsheets and text processors put them on the clipboard: a tab after each, a line for each row. A cell that
 * holds a tab or a line break stands in quotes, its own quotes doubled; any other quote is a letter of the text.
 */
public final class TabbedText {

    /** The longest text that is read, in characters: a month of a thousand units takes a third of it. */
    public static final int LONGEST = 200_000;

    static final int ROWS = 2_000;
    static final int COLUMNS = 60;

    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u2007\\u202F]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\uFFFE\\uFFFF]");

    private final String text;
    private int at;

    private TabbedText(String text) {
        this.text = text;
    }

    /**
     * The cells as a sheet without a name; rows count from 1, empty ones among them.
     *
     * @throws vn.hoso.shared.UserFacingException if the text is too long, has too many rows or columns, or holds nothing
     */
    public static ParsedSheet sheet(String text) {
        if (text.length() > LONGEST) {
            throw FileErrors.of("paste-too-long", String.valueOf(LONGEST / 1000));
        }
        TabbedText reading = new TabbedText(text.replace("\r\n", "\n").replace('\r', '\n'));
        List<ParsedRow> rows = new ArrayList<>();
        for (int number = 1; reading.at < reading.text.length(); number++) {
            SortedMap<Integer, ParsedCell> cells = reading.row();
            if (!cells.isEmpty()) {
                refuseBeyond(ROWS, number);
                rows.add(new ParsedRow(number, cells));
            }
        }
        if (rows.isEmpty()) {
            throw FileErrors.of("paste-empty");
        }
        return new ParsedSheet("", rows, false);
    }

    private SortedMap<Integer, ParsedCell> row() {
        SortedMap<Integer, ParsedCell> cells = new TreeMap<>();
        int column = 1;
        while (true) {
            ParsedCell cell = ParsedCell.text(plain(cell()));
            if (!cell.blank()) {
                refuseBeyond(COLUMNS, column);
                cells.put(column, cell);
            }
            boolean ends = at == text.length() || text.charAt(at) == '\n';
            at = Math.min(at + 1, text.length());
            if (ends) {
                return cells;
            }
            column++;
        }
    }

    /** Spaces of every width as one kind, and no characters that nobody sees. */
    private static String plain(String text) {
        return SPACES.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static void refuseBeyond(int most, int place) {
        if (place > most) {
            throw FileErrors.of("paste-too-large", String.valueOf(ROWS), String.valueOf(COLUMNS));
        }
    }

    private String cell() {
        int closing = text.startsWith("\"", at) ? closing() : -1;
        if (closing >= 0) {
            String inside = text.substring(at + 1, closing).replace("\"\"", "\"");
            at = closing + 1;
            return inside;
        }
        int begin = at;
        while (at < text.length() && !ends(at)) {
            at++;
        }
        return text.substring(begin, at);
    }

    /** Where the quoted cell that begins here closes; -1 if its quote is a letter like any other. */
    private int closing() {
        int quote = text.indexOf('"', at + 1);
        while (quote >= 0 && text.startsWith("\"", quote + 1)) {
            quote = text.indexOf('"', quote + 2);
        }
        return quote >= 0 && (quote + 1 == text.length() || ends(quote + 1)) ? quote : -1;
    }

    private boolean ends(int place) {
        return text.charAt(place) == '\t' || text.charAt(place) == '\n';
    }
}
