package vn.hoso.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import vn.hoso.period.StoredMonth;

/** How numbers and dates are written in Vietnamese administrative text: 10.682 · −1.553 · 95,27% · 31/12/2023. */
public final class Formats {

    /** The zone that decides which day and month it is, whatever the machine's own. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("dd/MM");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu").withZone(ZONE);
    private static final DateTimeFormatter TIME_IN_ENGLISH =
            DateTimeFormatter.ofPattern("HH:mm 'on' dd/MM/uuuu").withZone(ZONE);

    private Formats() {}

    /** A number of dossiers with a full stop every three digits. */
    public static String count(long number) {
        return decimal("#,##0", 0).format(number);
    }

    /** A percentage with all its decimals, as tables print it: 78,00%. */
    public static String percent(BigDecimal percent) {
        return number(percent) + "%";
    }

    /** A percentage as prose prints it, without trailing zeros: 78%. */
    public static String percentInProse(BigDecimal percent) {
        return percent(plain(percent));
    }

    /** A number with as many decimals as it carries: 95,27. */
    public static String number(BigDecimal number) {
        int scale = Math.max(0, number.scale());
        return decimal(scale == 0 ? "#,##0" : "#,##0." + "0".repeat(scale), scale)
                .format(number);
    }

    /** A change with its sign, which nothing has: +2,31 · −0,40 · 0,00. */
    public static String change(BigDecimal change) {
        return (change.signum() > 0 ? "+" : "") + number(change);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static DecimalFormat decimal(String pattern, int decimals) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        // As wide as a digit and part of its number; a hyphen is neither.
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setMaximumFractionDigits(decimals);
        // The locale's own format would round half to even.
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** Month and year as in headings: 09/2024. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** The same with its days where they are not those of the civil month: 09/2024 (15/08–14/09/2024). */
    public static String month(StoredMonth month) {
        String name = month(month.month());
        if (month.civil()) {
            return name;
        }
        LocalDate first = month.firstDay();
        boolean oneYear = first.getYear() == month.lastDay().getYear();
        return name + " (" + (oneYear ? DAY_OF_MONTH.format(first) : date(first)) + "–" + date(month.lastDay()) + ")";
    }

    /** Time of day and date in the district's zone: 10:32 ngày 05/10/2024. */
    public static String time(Instant instant) {
        return time(instant, Language.ofReader());
    }

    /** The same in a language, such as that of documents: its only word differs. */
    public static String time(Instant instant, Locale language) {
        return (Language.ENGLISH.locale().equals(language) ? TIME_IN_ENGLISH : TIME).format(instant);
    }
}
