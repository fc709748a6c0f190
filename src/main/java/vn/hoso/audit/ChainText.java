package vn.hoso.audit;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Sha256;

/**
 * The one way to write a row down for its hash, the same as the database's {@code audit_event_hash}: each field as its length
 * in bytes, a colon and its text, or a dash for null; one field a line. Lengths keep two rows from ever looking alike.
 */
final class ChainText {

    /** The hash before the first row. */
    static final String BEGINNING = "0".repeat(64);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private ChainText() {}

    /** The hash that the row should carry. */
    static String hash(TrailRow row) {
        String text = Stream.of(
                        row.previousHash(),
                        String.valueOf(row.sequence()),
                        TIME.format(row.at()),
                        row.actorId() == null ? null : row.actorId().toString(),
                        row.actorName(),
                        row.action(),
                        row.subject(),
                        row.detail(),
                        row.month() == null ? null : row.month().toString(),
                        row.unitIds().stream().map(String::valueOf).collect(Collectors.joining(",")),
                        row.changes(),
                        row.reason(),
                        row.address(),
                        row.requestId())
                .map(ChainText::field)
                .collect(Collectors.joining());
        return Sha256.of(text);
    }

    private static String field(@Nullable String value) {
        return value == null ? "-\n" : value.getBytes(StandardCharsets.UTF_8).length + ":" + value + "\n";
    }
}
