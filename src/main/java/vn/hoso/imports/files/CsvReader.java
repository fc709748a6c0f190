package vn.hoso.imports.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a .csv file as a single sheet. */
final class CsvReader {

    private static final char[] DELIMITERS = {';', '\t', ','};
    private static final Pattern DECLARED = Pattern.compile("\\Asep=([;,\\t])\\r?\\n");
    private static final int LINES_TRIED = 60;

    private final Deadline deadline;

    CsvReader(Deadline deadline) {
        this.deadline = deadline;
    }

    Sheet read(byte[] bytes) {
        String text = PlainText.of(bytes);
        Matcher declared = DECLARED.matcher(text);
        if (declared.find()) {
            return sheet(text.substring(declared.end()), declared.group(1).charAt(0), 1);
        }
        return sheet(text, delimiter(text), 0);
    }

    private Sheet sheet(String text, char delimiter, int rowsBefore) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        CellCollector cells = new CellCollector("CSV", new CellCollector.Count());
        long row = rowsBefore;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord line : parser) {
                deadline.check();
                row = rowsBefore + line.getRecordNumber();
                collect(line, Math.toIntExact(row), cells);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException unclosed) {
            throw Refusals.of("quote", String.valueOf(row + 1));
        }
        return cells.sheet(false);
    }

    private static void collect(CSVRecord line, int row, CellCollector cells) {
        for (int i = 0; i < line.size(); i++) {
            cells.cell(row, i + 1, SheetCell.text(line.get(i)));
        }
        cells.endRow(row);
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
}
