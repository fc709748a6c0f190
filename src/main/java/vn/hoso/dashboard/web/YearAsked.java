package vn.hoso.dashboard.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.hoso.period.EntryWindow;
import vn.hoso.shared.RefusedException;

/** Which year a page is about: the one in the address, else the latest that holds figures. */
@Component
class YearAsked {

    private final YearMonth earliest;
    private final Clock clock;

    YearAsked(@Value("${hoso.earliest-month}") YearMonth earliest, Clock clock) {
        this.earliest = earliest;
        this.clock = clock;
    }

    int of(@Nullable Integer asked, List<Integer> years) {
        int current = current().getYear();
        if (asked == null) {
            return years.isEmpty() ? current : years.get(years.size() - 1);
        }
        if (!new EntryWindow(earliest, current()).holdsYear(asked)) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    "dashboard.year.refused",
                    String.valueOf(asked),
                    String.valueOf(earliest.getYear()),
                    String.valueOf(current));
        }
        return asked;
    }

    YearMonth current() {
        return YearMonth.now(clock);
    }
}
