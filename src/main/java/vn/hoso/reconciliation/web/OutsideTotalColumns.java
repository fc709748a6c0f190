package vn.hoso.reconciliation.web;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the parts of a total stand in the lines of a list.
 *
 * @param heading the number of the line that names the columns, from 1; 0 where none does
 * @param parts the columns of unit, period, figure and number, each from 0
 */
record OutsideTotalColumns(int heading, List<Integer> parts) {

    /** As typed without headings. */
    private static final OutsideTotalColumns TYPED = new OutsideTotalColumns(0, List.of(0, 1, 2, 3));

    /** A list's headings stand within its first lines, below what it is called. */
    private static final int LINES_TRIED = 20;

    /** Of unit, period, figure and number, in this order. */
    private static final List<Set<String>> HEADINGS = List.of(
            words("đơn vị", "tên đơn vị", "tên", "cơ quan, đơn vị", "tên cơ quan, đơn vị", "mã đơn vị", "unit", "name"),
            words("kỳ", "kỳ báo cáo", "kỳ số liệu", "tháng", "tháng/năm", "năm", "thời gian", "period", "month"),
            words("số liệu", "tên số liệu", "chỉ tiêu", "chỉ số", "nội dung", "loại hồ sơ", "figure"),
            words("số hồ sơ", "số lượng", "số lượng hồ sơ", "giá trị", "dossiers", "value", "number"));

    /** The columns of a list: those that one of its first lines names, else those of a list typed without headings. */
    static OutsideTotalColumns of(List<String> lines) {
        for (int at = 0; at < Math.min(LINES_TRIED, lines.size()); at++) {
            List<String> cells =
                    split(lines.get(at)).map(OutsideTotalColumns::folded).toList();
            List<Integer> found =
                    HEADINGS.stream().map(words -> column(cells, words)).toList();
            if (found.stream().allMatch(column -> column >= 0)) {
                return new OutsideTotalColumns(at + 1, found);
            }
            if (cells.stream().filter(cell -> !cell.isEmpty()).count() >= HEADINGS.size()) {
                // A total above what looks like headings is not passed over.
                break;
            }
        }
        return TYPED;
    }

    /** Unit, period, figure and number of a line; what it lacks is empty. */
    List<String> cells(String line) {
        List<String> cells = split(line).toList();
        return parts.stream()
                .map(column -> column < cells.size() ? cells.get(column).strip() : "")
                .toList();
    }

    private static Stream<String> split(String line) {
        return Arrays.stream(line.split(line.contains("\t") ? "\t" : ";", -1));
    }

    private static int column(List<String> cells, Set<String> words) {
        return IntStream.range(0, cells.size())
                .filter(at -> words.contains(cells.get(at)))
                .findFirst()
                .orElse(-1);
    }

    private static Set<String> words(String... words) {
        return Stream.of(words).map(OutsideTotalColumns::folded).collect(Collectors.toUnmodifiableSet());
    }

    /** Letters and digits in lower case: however dashes and blanks are typed, it is the same name. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
