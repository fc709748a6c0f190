package vn.hoso.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/**
 * The trail as a sheet that Excel opens rightly on a Vietnamese computer: byte order mark, semicolons. Taking it away is
 * itself a line of the trail, written before the first byte leaves.
 */
@Component
public class TrailCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\x00]");
    private static final CSVFormat SHEET = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader(
                    "sequence",
                    "time",
                    "person",
                    "action",
                    "sentence",
                    "month",
                    "units",
                    "changes",
                    "reason",
                    "address",
                    "request",
                    "hash")
            .get();

    private final TrailSearch search;
    private final TrailMessages words;
    private final UnitNameLookup unitNames;
    private final AuditTrail trail;

    TrailCsv(TrailSearch search, TrailMessages words, UnitNameLookup unitNames, AuditTrail trail) {
        this.search = search;
        this.words = words.official();
        this.unitNames = unitNames;
        this.trail = trail;
    }

    /**
     * Writes the lines that the filter lets through.
     *
     * @param query the filter as the address has it
     */
    public void write(TrailFilter filter, String query, CurrentUser by, Appendable to) throws IOException {
        trail.recordApart(by, TrailEntry.of("trail.exported", "csv", query));
        Map<Long, String> names = unitNames.byId();
        to.append(BYTE_ORDER_MARK);
        try (CSVPrinter sheet = new CSVPrinter(to, SHEET)) {
            search.each(filter, line -> print(line, names, sheet));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void print(TrailLine line, Map<Long, String> names, CSVPrinter sheet) {
        try {
            sheet.printRecord(
                    line.sequence(),
                    line.at().atZone(Formats.ZONE).toOffsetDateTime(),
                    inert(line.user()),
                    line.action(),
                    inert(words.sentence(line)),
                    line.month(),
                    inert(line.units().stream()
                            .map(unit -> names.getOrDefault(unit, "#" + unit))
                            .collect(Collectors.joining(", "))),
                    inert(String.join(" | ", words.changes(line, names))),
                    inert(line.reason()),
                    line.address(),
                    line.request(),
                    line.hash());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A text cell that a spreadsheet must not run as a formula. */
    private static @Nullable String inert(@Nullable String text) {
        return text != null && FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
