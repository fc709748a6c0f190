package vn.hoso.imports.layouts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;
import vn.hoso.imports.layouts.MonthClaims.NotAMonth;
import vn.hoso.imports.layouts.PeriodLine.YearlessDays;
import vn.hoso.period.MonthDays;

/**
 * What a text says of a month. The day of a signature, of a document or of an extract says nothing.
 *
 * @param months the months it names with their year
 * @param monthsOnly the months it names without a year, 1 to 12
 * @param period the month of a line from its first day to its last, null if there is none
 * @param open the days of such a line without a year, null if there is none
 * @param other why the text is about no month, null if nothing says so
 */
record MonthPatterns(
        List<YearMonth> months,
        List<Integer> monthsOnly,
        @Nullable YearMonth period,
        @Nullable YearlessDays open,
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

    static MonthPatterns of(String text, MonthDays days) {
        String plain = UnaccentedText.of(text);
        Optional<PeriodLine> line = PeriodLine.in(plain);
        YearMonth period = line.flatMap(each -> each.month(days)).orElse(null);
        YearlessDays open = line.map(PeriodLine::open).orElse(null);
        NotAMonth.Reason span = period != null || open != null || line.isEmpty() ? null : span(line.get(), days);
        String rest = line.map(each -> plain.substring(0, each.begins()) + " ; " + plain.substring(each.ends()))
                .orElse(plain);
        if (signed(rest)) {
            return new MonthPatterns(List.of(), List.of(), period, open, span);
        }
        String bare = NO_MONTHS.matcher(rest).replaceAll(" ; ");
        NotAMonth.Reason other = span != null ? span : other(rest, bare);
        if (other != null && other != NotAMonth.Reason.YEAR) {
            return new MonthPatterns(List.of(), List.of(), null, null, other);
        }
        List<YearMonth> months = NamedMonths.in(bare);
        List<Integer> only = months.isEmpty() ? NamedMonths.withoutYear(bare) : List.of();
        boolean named = !months.isEmpty() || !only.isEmpty() || period != null;
        return new MonthPatterns(months, only, period, open, named ? null : other);
    }

    /** Whether it names a month with its year, or days; which days a month has does not matter here. */
    static boolean named(String text) {
        return PeriodLine.in(UnaccentedText.of(text)).isPresent()
                || !of(text, MonthDays.CIVIL).months().isEmpty();
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

    private static NotAMonth.Reason span(PeriodLine line, MonthDays days) {
        return line.severalMonths(days) ? NotAMonth.Reason.SEVERAL_MONTHS : NotAMonth.Reason.OTHER_DAYS;
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
}
