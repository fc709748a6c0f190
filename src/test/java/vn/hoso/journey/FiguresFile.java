package vn.hoso.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Files of figures by unit and month, as the tests compute with them: without the program. */
record FiguresFile(List<CSVRecord> rows) {

    /** The file's columns, in the order of the entry grid. */
    static final List<String> COLUMNS = List.of(
            "full_process_received",
            "full_process_online",
            "partial_received",
            "partial_online",
            "dossiers_received",
            "online_reported");

    static FiguresFile read(String name) {
        CSVFormat withHeader = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream file = Objects.requireNonNull(FiguresFile.class.getResourceAsStream(name), name)) {
            return new FiguresFile(withHeader
                    .parse(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .getRecords());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One month's rows by the unit's name. */
    Map<String, CSVRecord> byUnit() {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("unit_name"),
                        row -> row,
                        (first, second) -> {
                            throw new IllegalStateException("Two rows of " + first);
                        },
                        LinkedHashMap::new));
    }

    long sum(String column) {
        return rows.stream().mapToLong(row -> number(row, column)).sum();
    }

    static long number(CSVRecord row, String column) {
        return Long.parseLong(row.get(column));
    }

    /** Whether the source counts online dossiers of no known kind, which the unit has to explain. */
    static boolean unclassified(CSVRecord row) {
        return number(row, "full_process_online") + number(row, "partial_online") != number(row, "online_reported");
    }
}
