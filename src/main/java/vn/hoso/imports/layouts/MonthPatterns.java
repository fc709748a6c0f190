package vn.hoso.imports.layouts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;
import vn.hoso.imports.layouts.MonthClaims.NotAMonth;

/**
 * What a text says of a month. The day of a signature, of a document or of an extract says nothing.
 *
 * @param months the months it names with their year
 * @param monthsOnly the months it names without a year, 1 to 12
 * @param period the month of a line from its first day to its last, null if there is none
 * @param other why the text is about no month, null if nothing says so
 */
record MonthPatterns(
        List<YearMonth> months,
        List<Integer> monthsOnly,
        @Nullable YearMonth period,
        NotAMonth.@Nullable Reason other) {

    private static final String DOTS = "[0-9.\\u2026 ]*";
    private static final String ROMAN_OR_DIGIT = "(?:i{1,3}|iv|[1-4])";

    /** Dates and numbers of documents, which are taken out before months are looked for. */
    private static final Pattern NO_MONTHS = Pattern.compile("ngay" + DOTS + "thang" + DOTS + "nam" + DOTS
            + "|(?<![0-9])20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9])"
            + "|(?<![0-9])[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:20)?[0-9]{2}(?![0-9])"
            + "|ngay\\s*[0-9]{1,2}[-/.][0-9]{1,2}(?![0-9])"
            + "|\\bso\\s*:?\\s*[0-9]+\\s*/\\S*|[0-9]+/20[0-9]{2}/[a-z]\\S*"
            + "|\\b(?:quyet dinh|nghi dinh|nghi quyet|thong tu|ke hoach|cong van|chi thi|luat|qd|cv|kh)"
            + "(?: so)?\\s*:?\\s*[0-9]+[-/.]\\S*");
    /** "Tuy Phước, tháng 11 năm 2024": a place, and when it was written there. */
    private static final Pattern PLACE_AND_DATE = Pattern.compile("^[^,0-9]{2,40},\\s*(?:ngay.*|thang.*nam.*)$");

    private static final Pattern ABOUT = Pattern.compile("tong hop|bao cao|bieu|so lieu|thong ke|ho so|ket qua|thang");
    private static final Pattern CUMULATIVE =
            Pattern.compile("luy ke|luy tien|cong don|tu dau nam|den het|tinh den thang|den thoi diem");
    private static final Pattern UNTIL_A_DAY = Pattern.compile("(?:tinh den|den) (?:het )?ngay");
    private static final Pattern SEVERAL = Pattern.compile("\\bquy\\s*" + ROMAN_OR_DIGIT + "\\b"
            + "|(?<![a-z0-9])q[1-4]\\s*[-/. ]\\s*20[0-9]{2}"
            + "|(?<![0-9/.-])[0-9]{1,2}\\s*thang(?!\\s*[0-9]{1,2}(?![0-9]))"
            + "|\\b(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi|muoi mot|muoi hai)\\s+thang\\s+(?:dau|cuoi|nam|20)"
            + "|(?:\\bthang|\\bthg|(?<![a-z])t)\\s*[0-9]{1,2}(?:\\s*[/.-]\\s*20[0-9]{2})?\\s*(?:-|den|toi|va|,|&|\\+)"
            + "\\s*(?:thang|thg|t)?\\s*(?:0?[1-9]|1[0-2])(?![0-9])"
            + "|\\b(?:ca|toan) nam\\b|ban nien|nhieu thang|cac thang|hang nam");
    private static final Pattern OTHER_DAYS =
            Pattern.compile("\\btuan\\b(?:\\s*thu)?\\s*[0-9ivx]|nua (?:dau |cuoi )?thang|ngay (?:dau|cuoi) thang");
    private static final Pattern YEAR = Pattern.compile("\\bnam\\s+20[0-9]{2}|^\\s*20[0-9]{2}\\s*$");

    static MonthPatterns of(String text) {
        String plain = UnaccentedText.of(text);
        Optional<PeriodLine> line = PeriodLine.in(plain);
        YearMonth period = line.flatMap(PeriodLine::month).orElse(null);
        String rest = line.map(each -> plain.substring(0, each.begins()) + " ; " + plain.substring(each.ends()))
                .orElse(plain);
        if (signed(rest)) {
            return new MonthPatterns(List.of(), List.of(), period, other(line.orElse(null)));
        }
        String bare = NO_MONTHS.matcher(rest).replaceAll(" ; ");
        NotAMonth.Reason other = line.isPresent() && period == null ? other(line.get()) : other(rest, bare);
        if (other != null && other != NotAMonth.Reason.YEAR) {
            return new MonthPatterns(List.of(), List.of(), null, other);
        }
        List<YearMonth> months = NamedMonths.in(bare);
        List<Integer> only = months.isEmpty() ? NamedMonths.withoutYear(bare) : List.of();
        return new MonthPatterns(
                months, only, period, months.isEmpty() && only.isEmpty() && period == null ? other : null);
    }

    /** What says in any place of the sheet that its figures are added up. */
    static boolean cumulative(String text) {
        return CUMULATIVE.matcher(UnaccentedText.of(text)).find();
    }

    private static boolean signed(String plain) {
        if (!PLACE_AND_DATE.matcher(plain).matches()) {
            return false;
        }
        return !ABOUT.matcher(plain.substring(0, plain.indexOf(','))).find();
    }

    private static NotAMonth.@Nullable Reason other(@Nullable PeriodLine line) {
        if (line == null || line.month().isPresent()) {
            return null;
        }
        return line.severalMonths() ? NotAMonth.Reason.SEVERAL_MONTHS : NotAMonth.Reason.OTHER_DAYS;
    }

    private static NotAMonth.@Nullable Reason other(String plain, String bare) {
        if (CUMULATIVE.matcher(plain).find()
                || UNTIL_A_DAY.matcher(plain).find() && NamedMonths.in(bare).isEmpty()) {
            return NotAMonth.Reason.CUMULATIVE;
        }
        if (SEVERAL.matcher(bare).find()) {
            return NotAMonth.Reason.SEVERAL_MONTHS;
        }
        if (OTHER_DAYS.matcher(plain).find()) {
            return NotAMonth.Reason.OTHER_DAYS;
        }
        return YEAR.matcher(bare).find() ? NotAMonth.Reason.YEAR : null;
    }

    /** The months in the order of the text, and each once. */
    List<YearMonth> all() {
        List<YearMonth> all = new ArrayList<>(months);
        if (period != null && !all.contains(period)) {
            all.add(0, period);
        }
        return all;
    }

    /** From one day to another, as in "Từ ngày 01/10/2024 đến ngày 31/10/2024". */
    record PeriodLine(
            int begins,
            int ends,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        private static final String BY = "\\s*(?:[/.-]|thang)\\s*";
        private static final String YEAR = "\\s*(?:[/.-]|nam)\\s*(20[0-9]{2})";
        private static final Pattern DAYS = Pattern.compile("(?:\\btu\\s+)?(?:ngay\\s+)?(?<![0-9])([0-9]{1,2})(?:" + BY
                + "([0-9]{1,2})(?:" + YEAR + ")?)?\\s*(?:-|den|toi)\\s*(?:het\\s+)?(?:ngay\\s+)?([0-9]{1,2})" + BY
                + "([0-9]{1,2})" + YEAR + "(?![0-9])");

        /** The first one in a text of {@link UnaccentedText}; its days are null where they are no days of a calendar. */
        static Optional<PeriodLine> in(String plain) {
            Matcher days = DAYS.matcher(plain);
            if (!days.find()) {
                return Optional.empty();
            }
            String year = days.group(6);
            String month = days.group(5);
            LocalDate to = day(days.group(4), month, year);
            LocalDate from = day(
                    days.group(1),
                    days.group(2) == null ? month : days.group(2),
                    days.group(3) == null ? year : days.group(3));
            return Optional.of(new PeriodLine(days.start(), days.end(), from, to));
        }

        /** The month, if it is exactly one from its first day to its last. */
        Optional<YearMonth> month() {
            if (from == null || to == null) {
                return Optional.empty();
            }
            YearMonth month = YearMonth.from(from);
            return from.equals(month.atDay(1)) && to.equals(month.atEndOfMonth())
                    ? Optional.of(month)
                    : Optional.empty();
        }

        /** Whether it goes from the first day of a month to the last of another. */
        boolean severalMonths() {
            return from != null
                    && to != null
                    && from.getDayOfMonth() == 1
                    && to.equals(YearMonth.from(to).atEndOfMonth());
        }

        private static @Nullable LocalDate day(String day, String month, String year) {
            int number = Integer.parseInt(month);
            if (number < 1 || number > 12) {
                return null;
            }
            YearMonth in = YearMonth.of(Integer.parseInt(year), number);
            return in.isValidDay(Integer.parseInt(day)) ? in.atDay(Integer.parseInt(day)) : null;
        }
    }
}
