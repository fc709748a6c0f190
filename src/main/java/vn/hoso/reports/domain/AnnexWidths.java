package vn.hoso.reports.domain;

import java.util.List;
import java.util.stream.Stream;
import vn.hoso.rates.Indicator;
import vn.hoso.results.YearResults;

/**
 * How wide the annex's columns are, in millimetres: as wide as is usual, where the names of units have room beside; else as narrow
 * as what they hold can be read in the least letters that an annex is set in.
 *
 * @param counts received and online of each class
 * @param rate a rate of a class, or of the year before
 * @param defined an indicator that the office defined
 * @param columns how many of these have a column: all of them wherever there is room
 * @param verdict one target's outcome
 * @param verdicts how many targets have a column: all of them wherever there is room
 */
record AnnexWidths(
        int order,
        List<Integer> counts,
        int rate,
        int defined,
        int columns,
        int verdict,
        int verdicts,
        int name,
        int note) {

    /** Of the year before: by how much a rate rose or fell. */
    static final int CHANGE = 12;

    /** All columns fill landscape A4 between margins of 30 and 15 mm. */
    private static final int ALL = 252;

    /** What is received, and as much is online, of each class. */
    private static final List<Integer> ALONE = List.of(12, 12, 13);

    private static final List<Integer> BESIDE_OTHERS = List.of(11, 11, 11);

    /** The bold total of a province has six digits, or seven; parted between two lines it reads as another number. */
    private static final int OF_SIX_DIGITS = 13;

    private static final int OF_SEVEN_DIGITS = 16;

    private static final long SIX_DIGITS = 100_000;
    private static final long SEVEN_DIGITS = 1_000_000;
    private static final long EIGHT_DIGITS = 10_000_000;

    private static final int VERDICTS = 42;

    private static final int LEAST_POINTS = 8;
    private static final int TWIPS_IN_FIVE_MILLIMETRES = 283;

    /** In twips: what a cell has beside its letters, half of its borders among it. */
    private static final int BESIDE = 102;

    /** As narrow as the longest word of a heading lets a target's column be. */
    private static final int VERDICT = 15;

    private static final int TIGHT_VERDICT = 13;

    /** Beside columns of the year before. */
    static final int MOST_TARGETS = 4;

    /** "Phòng Nông nghiệp và Phát triển nông thôn" on two lines. */
    private static final int NAME = 35;

    private static final int NOTE = 10;

    private static final int REMARK = 16;

    /** An indicator of the office, its fraction and percentage: of a district on one line in letters of 8 points, or on two. */
    private static final int ONE_LINE = 32;

    private static final int SHARE = 26;
    private static final int SHARE_BESIDE_ANOTHER = 22;

    /** The same of each of two, on one line in letters of 8 points: so many units are one page then. */
    private static final int ONE_LINE_EACH = 29;

    private static final int ONE_PAGE = 26;

    private static final int LEAST_SHARE = 17;
    private static final int WHOLE_SHARE = 27;

    /**
     * What is to be set side by side.
     *
     * @param units how many rows
     * @param largest the largest count of each column of counts
     * @param defined how many indicators the office defined
     * @param yearBefore whether two columns tell of the year before
     */
    record Asked(int units, List<Long> largest, int defined, int targets, boolean yearBefore) {

        static Asked of(YearResults results, List<Indicator> shown, int defined, int targets, boolean yearBefore) {
            return new Asked(
                    results.units().size(),
                    shown.stream()
                            .map(indicator ->
                                    results.district().indicator(indicator).rate())
                            .flatMap(rate ->
                                    rate == null ? Stream.of(0L, 0L) : Stream.of(rate.denominator(), rate.numerator()))
                            .toList(),
                    defined,
                    targets,
                    yearBefore);
        }

        private long most() {
            return largest.stream().max(Long::compare).orElse(0L);
        }

        private List<Integer> shares() {
            return defined == 1 ? List.of(ONE_LINE, SHARE) : List.of(defined > 1 ? SHARE_BESIDE_ANOTHER : SHARE);
        }

        private AnnexWidths usual(int verdicts, int share) {
            boolean narrow = yearBefore || defined > 0;
            List<Integer> counts = widths(most(), narrow).stream()
                    .flatMap(width -> Stream.of(width, width))
                    .toList();
            return fill(9, counts, narrow ? 14 : 16, share, defined, verdicts);
        }

        /** Whether two indicators of the office on two lines each would make two pages of a district's units. */
        private boolean linesCount() {
            return defined == 2 && units <= ONE_PAGE && largest.stream().allMatch(each -> each < SIX_DIGITS);
        }

        /** In letters of 8 points, each unit on one line. */
        private AnnexWidths onOnePage() {
            return fill(8, tightCounts(), 13, ONE_LINE_EACH, defined, targets * VERDICT);
        }

        private List<Integer> tightCounts() {
            return largest.stream()
                    .map(each -> each < SIX_DIGITS ? 11 : each < SEVEN_DIGITS ? 12 : each < EIGHT_DIGITS ? 14 : 15)
                    .toList();
        }

        /** In letters of 8 points, each count as its own digits ask. */
        private AnnexWidths tight(int columns) {
            List<Integer> counts = tightCounts();
            AnnexWidths least = fill(8, counts, 13, LEAST_SHARE, columns, targets * TIGHT_VERDICT);
            int spare = least.name + least.note - NAME - REMARK;
            // A fraction of seven digits stands on one line, as long as there is room for it.
            int share = columns == 0 ? 0 : Math.max(0, Math.min(WHOLE_SHARE - LEAST_SHARE, spare / columns));
            // Then "Thiếu 210" of each target.
            int verdict = targets == 0
                    ? 0
                    : Math.max(0, Math.min(VERDICT - TIGHT_VERDICT, (spare - columns * share) / targets));
            return fill(8, counts, 13, LEAST_SHARE + share, columns, targets * (TIGHT_VERDICT + verdict));
        }

        private AnnexWidths fill(
                int order, List<Integer> counts, int rate, int definedWidth, int columns, int verdicts) {
            int left = ALL
                    - order
                    - counts.stream().mapToInt(Integer::intValue).sum()
                    - counts.size() / 2 * rate
                    - columns * definedWidth
                    - (yearBefore ? rate + CHANGE : 0)
                    - verdicts;
            int note = Math.max(NOTE, Math.min(left * 2 / 5, left - NAME));
            return new AnnexWidths(
                    order,
                    counts,
                    rate,
                    definedWidth,
                    columns,
                    targets == 0 ? 0 : verdicts / targets,
                    targets,
                    left - note,
                    note);
        }
    }

    static AnnexWidths of(Asked asked) {
        if (asked.linesCount() && asked.onOnePage().namesHaveRoom()) {
            return asked.onOnePage();
        }
        for (int verdicts : List.of(Math.max(VERDICTS, asked.targets * VERDICT), asked.targets * VERDICT)) {
            for (int share : asked.shares()) {
                AnnexWidths usual = asked.usual(asked.targets == 0 ? 0 : verdicts, share);
                if (usual.namesHaveRoom()) {
                    return usual;
                }
            }
        }
        int columns = asked.defined;
        AnnexWidths tight = asked.tight(columns);
        while (tight.name < NAME && columns > 0) {
            tight = asked.tight(--columns);
        }
        Asked fewer = asked;
        while (tight.name < NAME && fewer.targets > 0) {
            fewer = new Asked(asked.units, asked.largest, asked.defined, fewer.targets - 1, asked.yearBefore);
            tight = fewer.tight(0);
        }
        return tight;
    }

    /** Whether a target's column has room for this word of its heading in the least letters of an annex. */
    boolean heads(String word) {
        return ReportTextWidth.bold(word, LEAST_POINTS) <= verdict * TWIPS_IN_FIVE_MILLIMETRES / 5 - BESIDE;
    }

    /** Remarks of a usual annex have two fifths of what is left. */
    private boolean namesHaveRoom() {
        return name >= NAME && note * 3 >= name;
    }

    /** Whether columns of the year before leave room for the units' names, beside all that is asked for. */
    static boolean leaveRoom(Asked asked) {
        return asked.targets <= MOST_TARGETS
                && leaveRoom(asked.most(), asked.defined)
                && of(asked).verdicts == asked.targets;
    }

    /** The same beside a total. */
    static boolean leaveRoom(long largest, int defined) {
        return defined == 0 || (defined == 1 && largest < SEVEN_DIGITS);
    }

    /**
     * The usual width of counts, by class, for a total.
     *
     * @param largest the largest that is printed
     * @param narrow whether other columns stand beside those of counts
     */
    static List<Integer> widths(long largest, boolean narrow) {
        int least = largest < SIX_DIGITS ? 0 : largest < SEVEN_DIGITS ? OF_SIX_DIGITS : OF_SEVEN_DIGITS;
        return (narrow ? BESIDE_OTHERS : ALONE)
                .stream().map(width -> Math.max(width, least)).toList();
    }
}
