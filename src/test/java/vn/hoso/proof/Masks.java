package vn.hoso.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts a name in the place of whatever is drawn by lot: the requests' ids of the trail and its hashes by their place in it, everything
 * else by what it is.
 */
final class Masks {

    private static final Pattern DRAWN = Pattern.compile("\\b(?:[0-9a-f]{64}|[0-9a-f]{12})\\b");
    private static final Pattern HASHED_ASSET =
            Pattern.compile("(/(?:assets|webjars)/[\\w./-]+?)-[0-9a-f]{32}(\\.\\w+)");
    private static final Pattern TOKEN = Pattern.compile("/(links|wall)/[A-Za-z0-9_-]{20,}");
    private static final Pattern SESSION = Pattern.compile("/accounts/me/sessions/[^/\"\\s]+/end");
    private static final Pattern CODE = Pattern.compile("code = \\[[0-9]{6}]");
    private static final Pattern ONCE = Pattern.compile("_once = \\[[0-9a-f-]{36}]");
    private static final Pattern REQUEST = Pattern.compile("((?:Mã yêu cầu|Request): )[0-9a-f]{12}");
    private static final Pattern PORT = Pattern.compile("(127\\.0\\.0\\.1|localhost):\\d{4,5}");

    private final Connection database;
    private final Map<String, String> known = new HashMap<>();
    private long read;

    Masks(Connection database) {
        this.database = database;
    }

    /** Learns the ids and hashes that the trail has got since. */
    void refresh() {
        try (Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("select sequence, request_id, hash from audit_event where sequence > "
                                + read + " order by sequence")) {
            while (rows.next()) {
                read = rows.getLong(1);
                if (rows.getString(2) != null) {
                    known.putIfAbsent(rows.getString(2), "⟨request of " + read + "⟩");
                }
                known.put(rows.getString(3), "⟨hash of " + read + "⟩");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The text without anything that another run would draw differently. */
    String in(String text) {
        String masked = DRAWN.matcher(text).replaceAll(found -> known.getOrDefault(found.group(), found.group()));
        masked = REQUEST.matcher(masked).replaceAll("$1⟨request⟩");
        masked = HASHED_ASSET.matcher(masked).replaceAll("$1$2");
        masked = TOKEN.matcher(masked).replaceAll("/$1/⟨token⟩");
        masked = SESSION.matcher(masked).replaceAll("/accounts/me/sessions/⟨key⟩/end");
        masked = CODE.matcher(masked).replaceAll("code = [⟨code⟩]");
        masked = ONCE.matcher(masked).replaceAll("_once = [⟨key⟩]");
        return PORT.matcher(masked).replaceAll("$1:⟨port⟩");
    }
}
