package vn.hoso.presentation;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.shared.EntryWindows;

/** Which year a page is about: the one in the address, else the latest that holds figures. */
@Component
public class RequestedYear {

    private final EntryWindows windows;

    public RequestedYear(EntryWindows windows) {
        this.windows = windows;
    }

    public int of(@Nullable Integer asked, List<Integer> years) {
        if (asked != null) {
            return windows.checked(asked);
        }
        return years.isEmpty() ? current().getYear() : years.get(years.size() - 1);
    }

    public int checked(int year) {
        return windows.checked(year);
    }

    public YearMonth current() {
        return windows.today().current();
    }
}
