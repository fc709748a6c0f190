package vn.hoso.figures.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.MonthWorkflowService.Seen;
import vn.hoso.shared.UserFacingException;

/** Returns as forms send them: unit and version seen, such as {@code 2:5}. */
final class ReturnRef {

    private static final Pattern PAIR = Pattern.compile("([0-9]{1,18}):([0-9]{1,9})");

    private ReturnRef() {}

    static String value(long unitId, @Nullable StoredReturn stored) {
        return unitId + ":" + (stored == null ? 0 : stored.version());
    }

    static List<Seen> read(List<String> pairs) {
        return pairs.stream().map(ReturnRef::read).toList();
    }

    static Seen read(String pair) {
        Matcher parts = PAIR.matcher(pair);
        if (!parts.matches()) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "figures.refused.incomplete-form");
        }
        return new Seen(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)));
    }
}
