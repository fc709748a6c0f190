package vn.hoso.imports.layouts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;

/** The ways a month is written: tháng 10 năm 2024, T10-2024, thg 10-24, Oct-24, 10/2024, 2024-10, tháng mười năm 2024. */
final class NamedMonths {

    /** A year of two digits stands behind a month's own name only, and within a generation. */
    private static final int CENTURY = 2000;

    private static final String MONTH = "(?:\\bthang|\\bthg|(?<![a-z])t)[\\s.:-]*";
    private static final Pattern NAMED =
            Pattern.compile(MONTH + "([0-9]{1,2})\\s*(?:nam|[/.,-])?\\s*(20[0-9]{2})(?![0-9])");
    private static final Pattern SHORT =
            Pattern.compile(MONTH + "([0-9]{1,2})\\s?[/.-]\\s?([1-5][0-9])(?![0-9]|\\s?[/.-]\\s?[0-9])");
    private static final Pattern SLASHED = Pattern.compile("(?<![0-9])([0-9]{1,2})\\s?[/.-]\\s?(20[0-9]{2})(?![0-9])");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<![0-9])(20[0-9]{2})[/.-]([0-9]{1,2})(?![0-9]|[/.-][0-9])");
    private static final String ENGLISH_NAME =
            "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)" + "(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?";
    private static final Pattern ENGLISH = Pattern.compile(
            "(?<![a-z])" + ENGLISH_NAME + "\\.?" + "(?:\\s*[-/, ]?\\s*(20[0-9]{2})|[-/']([1-5][0-9]))(?![0-9])");
    private static final Pattern SPELLED =
            Pattern.compile("\\bthang\\s+(muoi mot|muoi hai|muoi|gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|chap)"
                    + "\\s*(?:,|/|-)?\\s*(?:nam\\s+)?(20[0-9]{2})");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("\\b(?:thang|thg)[\\s.:-]*([0-9]{1,2})(?![0-9])");
    private static final Pattern ONLY_A_MONTH = Pattern.compile("^t[\\s.-]*([0-9]{1,2})$");
    private static final String ENGLISH_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("gieng", 1),
            Map.entry("mot", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("tu", 4),
            Map.entry("nam", 5),
            Map.entry("sau", 6),
            Map.entry("bay", 7),
            Map.entry("tam", 8),
            Map.entry("chin", 9),
            Map.entry("muoi", 10),
            Map.entry("muoi mot", 11),
            Map.entry("chap", 12),
            Map.entry("muoi hai", 12));

    private NamedMonths() {}

    /** The months with a year in a text of {@link UnaccentedText}, each once. */
    static List<YearMonth> in(String plain) {
        List<YearMonth> found = new ArrayList<>();
        collect(NAMED, plain, found, false);
        collect(SHORT, plain, found, false);
        collect(SLASHED, plain, found, false);
        collect(YEAR_FIRST, plain, found, true);
        Matcher english = ENGLISH.matcher(plain);
        while (english.find()) {
            int month = ENGLISH_MONTHS.indexOf(english.group(1)) / 3 + 1;
            String year = english.group(2) == null ? english.group(3) : english.group(2);
            found.add(YearMonth.of(year(year), month));
        }
        Matcher spelled = SPELLED.matcher(plain);
        while (spelled.find()) {
            found.add(YearMonth.of(year(spelled.group(2)), WORDS.getOrDefault(spelled.group(1), 1)));
        }
        return found.stream().distinct().toList();
    }

    /** Whether the word is a month's name or part of one. */
    static boolean word(String plain) {
        return plain.matches(ENGLISH_NAME)
                || WORDS.keySet().stream()
                        .anyMatch(name -> List.of(name.split(" ")).contains(plain));
    }

    /** Months named without a year, 1 to 12. */
    static List<Integer> withoutYear(String plain) {
        List<Integer> found = new ArrayList<>();
        for (Pattern pattern : List.of(WITHOUT_YEAR, ONLY_A_MONTH)) {
            Matcher matcher = pattern.matcher(plain);
            while (matcher.find()) {
                int month = Integer.parseInt(matcher.group(1));
                if (month >= 1 && month <= 12) {
                    found.add(month);
                }
            }
        }
        return found;
    }

    private static void collect(Pattern pattern, String plain, List<YearMonth> into, boolean yearFirst) {
        Matcher matcher = pattern.matcher(plain);
        while (matcher.find()) {
            month(matcher.group(yearFirst ? 1 : 2), matcher.group(yearFirst ? 2 : 1))
                    .ifPresent(into::add);
        }
    }

    private static Optional<YearMonth> month(String year, String month) {
        int number = Integer.parseInt(month);
        return number >= 1 && number <= 12 ? Optional.of(YearMonth.of(year(year), number)) : Optional.empty();
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        return year < CENTURY ? CENTURY + year : year;
    }
}
