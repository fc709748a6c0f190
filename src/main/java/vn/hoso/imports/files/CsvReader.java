package vn.hoso.imports.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoso.shared.UserFacingException;

/** Reads a .csv file as a single sheet. */
final class CsvReader {

    private static final char[] DELIMITERS = {';', '\t', ','};
    private static final Pattern DECLARED = Pattern.compile("\\Asep=([;,\\t])\\r?\\n");
    private static final int LINES_TRIED = 60;

    private final String text;
    private final char delimiter;
    private final CellCollector cells;
    private final StringBuilder cell = new StringBuilder();
    private int at;
    private int row;
    private int column = 1;

    private CsvReader(String text, char delimiter, int at, int row, CellCollector cells) {
        this.cells = cells;
        this.text = text;
        this.delimiter = delimiter;
        this.at = at;
        this.row = row;
    }

    static ParsedSheet read(byte[] bytes) {
        return read(DecodedText.of(bytes), new CellCollector("CSV", new ReadBudget(FileLimits.SHEET), null));
    }

    /** Row by row; text in an old encoding, which is known only once all of it was read, is refused. */
    static void read(byte[] bytes, RowReader rows) {
        String text = DecodedText.of(bytes);
        if (DecodedText.old(bytes, text)) {
            throw FileErrors.of("encoding");
        }
        rows.sheet("CSV", false, false);
        read(text, new CellCollector("CSV", new ReadBudget(FileLimits.LIST), rows));
    }

    private static ParsedSheet read(String text, CellCollector cells) {
        Matcher declared = DECLARED.matcher(text);
        CsvReader reader = declared.find()
                ? new CsvReader(text, declared.group(1).charAt(0), declared.end(), 2, cells)
                : new CsvReader(text, delimiter(text), 0, 1, cells);
        return reader.sheet();
    }

    private ParsedSheet sheet() {
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                quoted();
            } else {
                bare();
            }
            take();
        }
        cells.endRow(row, false);
        return cells.sheet(false, false, Set.of());
    }

    private void bare() {
        while (at < text.length() && !ends(text.charAt(at))) {
            keep(text.charAt(at));
            at++;
        }
    }

    /** A quoted cell, in which a quotation mark stands twice. */
    private void quoted() {
        at++;
        while (at < text.length()) {
            char each = text.charAt(at);
            at++;
            if (each != '"') {
                keep(each);
            } else if (at < text.length() && text.charAt(at) == '"') {
                keep('"');
                at++;
            } else {
                closed();
                return;
            }
        }
        throw FileErrors.of("quote", String.valueOf(row));
    }

    private void closed() {
        while (at < text.length() && !ends(text.charAt(at))) {
            if (!Character.isWhitespace(text.charAt(at))) {
                throw FileErrors.of("quote", String.valueOf(row));
            }
            at++;
        }
    }

    /** One character more than a cell may hold is enough to know that it is too long. */
    private void keep(char each) {
        if (cell.length() <= FileLimits.CELL_CHARACTERS) {
            cell.append(each);
        }
    }

    private boolean ends(char each) {
        return each == delimiter || each == '\n' || each == '\r';
    }

    /** The cell that has ended, and the row where it has. */
    private void take() {
        if (!cell.isEmpty() && cells.wants(column)) {
            ParsedCell read = new ParsedCell(cell.toString(), ParsedCell.Kind.TEXT);
            cells.cell(row, column, new CellXml.Read(read, null, false, null));
        }
        cell.setLength(0);
        if (at >= text.length()) {
            return;
        }
        char end = text.charAt(at);
        at++;
        if (end == delimiter) {
            column++;
            return;
        }
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        cells.endRow(row, false);
        row++;
        column = 1;
    }

    /** The sign that parts most lines into most cells, outside quotes. */
    private static char delimiter(String text) {
        char best = DELIMITERS[0];
        int most = 0;
        for (char each : DELIMITERS) {
            int parts = parts(text, each);
            if (parts > most) {
                best = each;
                most = parts;
            }
        }
        return best;
    }

    private static int parts(String text, char delimiter) {
        boolean quoted = false;
        int lines = 0;
        int found = 0;
        for (int i = 0; i < text.length() && lines < LINES_TRIED; i++) {
            char each = text.charAt(i);
            if (each == '"') {
                quoted = !quoted;
            } else if (!quoted && each == '\n') {
                lines++;
            } else if (!quoted && each == delimiter) {
                found++;
            }
        }
        return found;
    }

    /**
     * The text of a .csv file: UTF-8, or UTF-16 that says so, or bytes that can only be Vietnamese in an old encoding, which
     * stay as they are until the cells are cleaned. Anything else is refused, never guessed.
     */
    static final class DecodedText {

        /** Vietnamese letters in UTF-8 that some program took for Western ones: "Tháº¯ng", "Ä‘Æ¡n". */
        private static final Pattern TWICE_CODED = Pattern.compile("á[º»]|Ã[\u0080-¿]|Ä[\u0080-¿‘’ƒ]|Æ[°¡]");

        private DecodedText() {}

        static String of(byte[] bytes) {
            String text = starts(bytes, 0xFF, 0xFE)
                    ? decode(bytes, 2, StandardCharsets.UTF_16LE)
                    : starts(bytes, 0xFE, 0xFF)
                            ? decode(bytes, 2, StandardCharsets.UTF_16BE)
                            : starts(bytes, 0xEF, 0xBB, 0xBF)
                                    ? decode(bytes, 3, StandardCharsets.UTF_8)
                                    : unmarked(bytes);
            if (text.chars().anyMatch(DecodedText::control)) {
                throw FileErrors.of("not-text");
            }
            if (!VisibleText.ascii(text) && (TWICE_CODED.matcher(text).find() || text.indexOf('\uFFFD') >= 0)) {
                throw FileErrors.of("encoding");
            }
            return text;
        }

        /** Whether a text was read as bytes, one a letter, since it is no Unicode. */
        static boolean old(byte[] bytes, String text) {
            return text.length() == bytes.length && text.chars().anyMatch(each -> each >= 0x80);
        }

        private static boolean starts(byte[] bytes, int... with) {
            for (int i = 0; i < with.length; i++) {
                if (bytes.length <= i || (bytes[i] & 0xFF) != with[i]) {
                    return false;
                }
            }
            return true;
        }

        private static String unmarked(byte[] bytes) {
            try {
                return decode(bytes, 0, StandardCharsets.UTF_8);
            } catch (UserFacingException other) {
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                EncodingEvidence evidence = new EncodingEvidence();
                evidence.add(text);
                if (evidence.encoding().isEmpty()) {
                    throw other;
                }
                return text;
            }
        }

        private static String decode(byte[] bytes, int from, Charset charset) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                        .toString();
            } catch (CharacterCodingException e) {
                throw FileErrors.of("encoding");
            }
        }

        private static boolean control(int each) {
            return Character.isISOControl(each) && each != '\t' && each != '\r' && each != '\n';
        }
    }
}
