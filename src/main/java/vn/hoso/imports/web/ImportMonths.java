package vn.hoso.imports.web;

import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.hoso.period.EntryWindow;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;

/** The months a file can be for. */
@Component
class ImportMonths {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private final EntryWindows windows;

    ImportMonths(EntryWindows windows) {
        this.windows = windows;
    }

    /** All of them, the latest first. */
    List<ImportsView.Month> all() {
        EntryWindow window = windows.today();
        return Stream.iterate(
                        window.current(), month -> !month.isBefore(window.earliest()), month -> month.minusMonths(1))
                .map(month -> new ImportsView.Month(Formats.month(month), month.toString()))
                .toList();
    }

    /** The month chosen in a form, null for none. */
    @Nullable
    YearMonth chosen(String text) {
        return text.isBlank() ? null : read(text);
    }

    /**
     * The month, if figures may exist for it.
     *
     * @throws UserFacingException if it is no such month
     */
    YearMonth read(String text) {
        if (MONTH.matcher(text).matches()) {
            YearMonth month = YearMonth.parse(text);
            if (windows.today().place(month) == EntryWindow.Place.INSIDE) {
                return month;
            }
        }
        throw new UserFacingException(HttpStatus.BAD_REQUEST, "imports.refused.month");
    }
}
