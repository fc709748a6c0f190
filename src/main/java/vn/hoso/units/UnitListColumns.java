package vn.hoso.units;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoso.shared.UserText;

/**
 * Where the parts of a unit stand in the lines of a list, each from 0, and -1 where a list has none.
 *
 * @param number the number by which people count units; where they do, lines without one are titles, groups and totals, unless they have
 *     a code beside a name
 */
record UnitListColumns(int number, int code, int name, int kind, int group) {

    /** As typed without headings. */
    private static final UnitListColumns TYPED = new UnitListColumns(-1, 0, 1, 2, 3);

    /** A list's headings stand within its first lines, below what it is called. */
    private static final int LINES_TRIED = 20;

    private static final Set<String> NUMBER = Set.of("stt", "tt", "số tt", "số thứ tự");
    private static final Set<String> CODE =
            Set.of("mã", "mã đơn vị", "mã số", "mã đvhc", "mã đơn vị hành chính", "code");
    private static final Set<String> NAME =
            Set.of("tên", "tên đơn vị", "đơn vị", "tên cơ quan", "tên cơ quan, đơn vị", "cơ quan, đơn vị", "name");
    private static final Set<String> KIND = Set.of("loại", "loại đơn vị", "loại hình", "kind");
    private static final Set<String> GROUP = Set.of("nhóm", "cụm", "khu vực", "cụm thi đua", "nhóm đơn vị", "group");

    /**
     * A line that is of a unit.
     *
     * @param number its number in the text, from 1
     */
    record Cells(int number, List<String> cells, UnitListColumns columns) {

        String name() {
            return cells.size() == 1 ? cells.get(0) : cell(columns.name());
        }

        String code() {
            return cells.size() == 1 ? "" : cell(columns.code());
        }

        String kind() {
            return cell(columns.kind());
        }

        String group() {
            return cell(columns.group());
        }

        private String cell(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column);
        }

        private boolean blank() {
            return cells.stream().allMatch(String::isEmpty);
        }

        /** What the line says, as it is told apart from others. */
        String told() {
            return cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" "));
        }

        /** A unit whose number somebody forgot; a sum may stand below the codes. */
        private boolean codedUnit() {
            return code().toUpperCase(Locale.ROOT).matches(UnitList.CODE)
                    && !name().isEmpty()
                    && !name().toLowerCase(Locale.ROOT).matches("(?:tổng|cộng)\\b.*");
        }

        private boolean numbered() {
            return cell(columns.number()).matches("[0-9]+(?:\\.[0-9]+)*\\.?");
        }
    }

    /**
     * The lines below the headings, where the list has some.
     *
     * @param units those of units
     * @param others what is no unit's: titles, groups and totals
     */
    record Read(List<Cells> units, List<Cells> others) {}

    static Read read(String text) {
        List<List<String>> lines = text.lines().map(UnitListColumns::cells).toList();
        UnitListColumns columns = TYPED;
        int first = 0;
        for (int at = 0; at < Math.min(LINES_TRIED, lines.size()); at++) {
            Optional<UnitListColumns> headings = headings(lines.get(at));
            if (headings.isPresent()) {
                columns = headings.get();
                first = at + 1;
                break;
            }
        }
        List<Cells> below = new ArrayList<>();
        for (int at = first; at < lines.size(); at++) {
            below.add(new Cells(at + 1, lines.get(at), columns));
        }
        boolean numbered = below.stream().anyMatch(Cells::numbered);
        Map<Boolean, List<Cells>> found = below.stream()
                .filter(line -> !line.blank())
                .collect(Collectors.partitioningBy(line -> !numbered || line.numbered() || line.codedUnit()));
        return new Read(found.getOrDefault(true, List.of()), found.getOrDefault(false, List.of()));
    }

    private static List<String> cells(String typed) {
        return Arrays.stream(typed.split(typed.indexOf('\t') >= 0 ? "\t" : ";", -1))
                .map(UserText::keptName)
                .toList();
    }

    /** The columns that a line names; empty where it is none of headings. */
    private static Optional<UnitListColumns> headings(List<String> cells) {
        List<String> words =
                cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        UnitListColumns found = new UnitListColumns(
                column(words, NUMBER),
                column(words, CODE),
                column(words, NAME),
                column(words, KIND),
                column(words, GROUP));
        if (found.name() < 0) {
            return CODE.contains(words.get(0)) ? Optional.of(TYPED) : Optional.empty();
        }
        boolean alone = found.number() < 0 && found.code() < 0 && found.kind() < 0;
        return alone ? Optional.empty() : Optional.of(found);
    }

    private static int column(List<String> words, Set<String> headings) {
        for (int at = 0; at < words.size(); at++) {
            if (headings.contains(words.get(at))) {
                return at;
            }
        }
        return -1;
    }
}
