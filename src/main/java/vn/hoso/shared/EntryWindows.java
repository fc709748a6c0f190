package vn.hoso.shared;

import java.time.Clock;
import java.time.YearMonth;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.hoso.period.EntryWindow;

/** Knows which months and years may hold figures today. */
@Component
public class EntryWindows {

    private final YearMonth earliest;
    private final Clock clock;

    EntryWindows(@Value("${hoso.earliest-month}") String earliest, Clock clock) {
        this.earliest = YearMonth.parse(earliest);
        this.clock = clock;
    }

    public EntryWindow today() {
        return new EntryWindow(earliest, YearMonth.now(clock));
    }

    /**
     * The year, if figures may exist for it.
     *
     * @throws UserFacingException if it is before the first year kept or still to come
     */
    public int checked(int year) {
        EntryWindow window = today();
        if (!window.holdsYear(year)) {
            throw new UserFacingException(
                    HttpStatus.BAD_REQUEST,
                    "error.year",
                    String.valueOf(year),
                    String.valueOf(window.earliest().getYear()),
                    String.valueOf(window.current().getYear()));
        }
        return year;
    }
}
