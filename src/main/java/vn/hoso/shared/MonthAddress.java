package vn.hoso.shared;

import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.hoso.period.EntryWindow;

/** Reads the month in an address or a form, and says why when it cannot be one. Binds every {@link YearMonth} of a handler. */
@Component
public class MonthAddress implements Formatter<YearMonth> {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final int LONGEST_ECHO = 20;

    private final EntryWindows windows;

    public MonthAddress(EntryWindows windows) {
        this.windows = windows;
    }

    /**
     * The month, if figures may exist for it.
     *
     * @throws UserFacingException if it is no month, before the first one kept, or still to come
     */
    public YearMonth read(String text) {
        if (!MONTH.matcher(text).matches()) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "figures.refused.no-month", echo(text));
        }
        YearMonth month = YearMonth.parse(text);
        EntryWindow window = windows.today();
        return switch (window.place(month)) {
            case INSIDE -> month;
            case FUTURE ->
                throw new UserFacingException(
                        HttpStatus.BAD_REQUEST,
                        "figures.refused.future",
                        Formats.month(month),
                        Formats.month(window.current()));
            case BEFORE ->
                throw new UserFacingException(
                        HttpStatus.BAD_REQUEST,
                        "figures.refused.early",
                        Formats.month(month),
                        Formats.month(window.earliest()));
        };
    }

    @Override
    public YearMonth parse(String text, Locale locale) {
        return read(text);
    }

    @Override
    public String print(YearMonth month, Locale locale) {
        return month.toString();
    }

    public boolean holds(YearMonth month) {
        return windows.today().place(month) == EntryWindow.Place.INSIDE;
    }

    private static String echo(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
