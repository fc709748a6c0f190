package vn.hoso.units;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Fraction;
import vn.hoso.shared.UserText;
import vn.hoso.units.ReorganisationLine.Deed;
import vn.hoso.units.ReorganisationLine.Part;
import vn.hoso.units.UnitQueries.Version;

/**
 * Reads the lines of a reorganisation as people write them. A unit of before is named by its code, its name, both, or its name
 * without what it is.
 *
 * <pre>
 * Xã Tuy Phước; 21952; xã = 21952, Thị trấn Diêu Trì, 21982     a new unit comes of these
 * Xã Tuy Phước Bắc; 21964; xã = 21961, 21964 60%                … and of a part of another
 * 21985 &gt; Phường Phước An; 21985; phường                       what a unit is called otherwise from the day on
 * + Phòng Kinh tế; P-KT; phòng chuyên môn                       begins
 * - P-NV, P-TP                                                  end
 * </pre>
 */
final class ReorganisationText {

    private static final Pattern ENDED =
            Pattern.compile("(?iu)^(?:[-–—]\\s*|(?:kết thúc|giải thể|bãi bỏ)\\s*:?\\s+)(\\S.*)$");
    private static final Pattern BEGUN = Pattern.compile("(?iu)^(?:\\+\\s*|(?:bắt đầu|thành lập)\\s*:?\\s+)(\\S.*)$");
    private static final Pattern FORMED = Pattern.compile("^([^=]*)=([^=]*)$");
    private static final Pattern CHANGED = Pattern.compile("^([^>→]*?)[-=]?[>→]([^>→]*)$");
    /** A part at the end of what names a unit: "60%", "33,3 %", "2/5", in brackets or not. */
    private static final Pattern PART =
            Pattern.compile("^(.*\\S)\\s+\\(?(?:(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*%|(\\d{1,6})\\s*/\\s*(\\d{1,6}))\\)?$");
    /** A comma between units, which one before decimals of a percent is not. */
    private static final Pattern BETWEEN = Pattern.compile(",(?!\\d{1,4}\\s*%)");
    /** As official codes are, which names are not. */
    private static final Pattern CODE_ALONE = Pattern.compile("\\d{1,6}|[A-Z0-9]+(?:-[A-Z0-9]+)+");

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final List<Version> before;
    private final List<UnitKind> kinds;

    private ReorganisationText(List<Version> before, List<UnitKind> kinds) {
        this.before = before;
        this.kinds = kinds;
    }

    /**
     * The lines of a text, each by itself; empty ones are left out.
     *
     * @param before the units of the day before
     */
    static List<ReorganisationLine> read(String text, List<Version> before, List<UnitKind> kinds) {
        ReorganisationText reading = new ReorganisationText(before, kinds);
        List<ReorganisationLine> lines = new ArrayList<>();
        int number = 0;
        for (String typed : UserText.kept(text).lines().toList()) {
            number++;
            if (!typed.isBlank()) {
                lines.add(reading.line(number, typed));
            }
        }
        return lines;
    }

    private ReorganisationLine line(int number, String typed) {
        String line = typed.strip();
        Matcher ended = ENDED.matcher(line);
        if (ended.matches()) {
            return line(number, Deed.ENDED, ended.group(1), null, null);
        }
        Matcher begun = BEGUN.matcher(line);
        if (begun.matches()) {
            return line(number, Deed.BEGUN, null, begun.group(1), null);
        }
        Matcher changed = CHANGED.matcher(line);
        if (changed.matches()) {
            return line(number, Deed.CHANGED, changed.group(1), changed.group(2), "");
        }
        Matcher formed = FORMED.matcher(table(line));
        if (formed.matches()) {
            return line(number, Deed.FORMED, formed.group(2), formed.group(1), null);
        }
        UnitProblem unread = UnitProblem.of("lines", "reorganisation.problem.line", UserText.shortened(line));
        return new ReorganisationLine(number, Deed.CHANGED, List.of(), null, List.of(unread));
    }

    /** Cells of a copied table, whose last one names the units that the new one comes of. */
    private static String table(String line) {
        int last = line.lastIndexOf('\t');
        return line.indexOf('=') >= 0 || line.split("\t").length < 4
                ? line
                : line.substring(0, last) + "=" + line.substring(last + 1);
    }

    private ReorganisationLine line(
            int number, Deed deed, @Nullable String units, @Nullable String typed, @Nullable String change) {
        List<UnitProblem> problems = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        if (units != null) {
            for (String each : change == null ? BETWEEN.split(units.strip()) : new String[] {units.strip()}) {
                part(each.strip(), deed == Deed.FORMED, parts, problems);
            }
            if (parts.isEmpty() && problems.isEmpty()) {
                // Commas alone name no unit.
                problems.add(
                        UnitProblem.of("lines", "reorganisation.problem.unit.none", UserText.shortened(units.strip())));
            }
        }
        UnitWords words = null;
        if (typed != null && (change == null || !parts.isEmpty())) {
            words = words(typed, change == null ? null : parts.get(0).unit().words(), problems);
        }
        return new ReorganisationLine(number, deed, parts, words, problems);
    }

    private void part(String typed, boolean divided, List<Part> parts, List<UnitProblem> problems) {
        Matcher written = PART.matcher(typed);
        boolean declared = divided && written.matches() && find(typed).isEmpty();
        String name = declared ? written.group(1) : typed;
        Optional<Fraction> part = declared ? fraction(written) : Optional.of(Fraction.ONE);
        List<Version> found = find(name);
        if (part.isEmpty()) {
            problems.add(UnitProblem.of("lines", "reorganisation.problem.part", UserText.shortened(typed)));
        }
        if (found.size() != 1) {
            problems.add(UnitProblem.of(
                    "lines",
                    found.isEmpty() ? "reorganisation.problem.unit.none" : "reorganisation.problem.unit.several",
                    UserText.shortened(name)));
        } else if (parts.stream().anyMatch(each -> each.unit().equals(found.get(0)))) {
            problems.add(UnitProblem.of(
                    "lines",
                    "reorganisation.problem.unit.twice",
                    found.get(0).words().name()));
        } else {
            part.ifPresent(each -> parts.add(new Part(found.get(0), each, declared)));
        }
    }

    private static Optional<Fraction> fraction(Matcher written) {
        if (written.group(2) == null) {
            long above = Long.parseLong(written.group(3));
            long below = Long.parseLong(written.group(4));
            return above == 0 || above > below ? Optional.empty() : Optional.of(Fraction.of(above, below));
        }
        BigDecimal percent = new BigDecimal(written.group(2).replace(',', '.'));
        return percent.signum() == 0 || percent.compareTo(MOST) > 0
                ? Optional.empty()
                : Optional.of(Fraction.ofPercent(percent));
    }

    /** The units that a text may mean: by code or whole name one at most. */
    private List<Version> find(String typed) {
        String name = UnitList.folded(UserText.keptName(typed));
        String code = name.matches("\\d{1,4}") ? "0".repeat(5 - name.length()) + name : name;
        for (Predicate<UnitWords> way : List.<Predicate<UnitWords>>of(
                words -> List.of(name, code).contains(UnitList.folded(words.code())),
                words -> UnitList.folded(words.name()).equals(name),
                words -> UnitList.folded(words.code() + " " + words.name()).equals(name),
                words -> UnitList.folded(words.name())
                        .equals(UnitList.folded(words.kind().name() + " " + name)))) {
            List<Version> found =
                    before.stream().filter(each -> way.test(each.words())).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Name, code, kind and group, parted by semicolons or tabs; what is not written stays as it was. */
    private @Nullable UnitWords words(String typed, @Nullable UnitWords was, List<UnitProblem> problems) {
        List<String> cells = new ArrayList<>(
                Arrays.stream(typed.split("[;\t]", -1)).map(UserText::keptName).toList());
        while (cells.size() < 4) {
            cells.add("");
        }
        if (isCode(cells.get(0)) && !isCode(cells.get(1))) {
            Collections.swap(cells, 0, 1);
        }
        String name = cells.get(0).isEmpty() && was != null ? was.name() : cells.get(0);
        Optional<UnitKind> kind = UnitList.kind(cells.get(2), name, kinds);
        if (cells.get(2).isEmpty() && was != null) {
            kind = kind.or(() -> Optional.of(was.kind()));
        }
        String code = cells.get(1).isEmpty() && was != null ? was.code() : UnitList.official(cells.get(1), kind);
        String group = cells.get(3).isEmpty() && was != null && was.group() != null ? was.group() : cells.get(3);
        List<UnitProblem> wrong = UnitList.problems(code, name, cells.get(2), kind, group);
        kind.filter(each -> was == null || !was.pairs(name, each))
                .flatMap(each -> UnitWords.contradiction(name, each, kinds))
                .ifPresent(wrong::add);
        problems.addAll(wrong);
        return wrong.isEmpty()
                ? new UnitWords(code, name, kind.orElseThrow(), group.isEmpty() || group.equals("-") ? null : group)
                : null;
    }

    private static boolean isCode(String cell) {
        return CODE_ALONE.matcher(cell.toUpperCase(Locale.ROOT)).matches();
    }
}
