package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.units.Unit;

/**
 * A sheet made from figures that are known, with one trouble or several of those that are seen. What it means is noted while
 * it is made and never read from it: {@link #truth} holds every figure that may be stored, by month and code.
 */
final class MadeSheet {

    static final List<Measure> MEASURES = List.of(
            Measure.DOSSIERS_RECEIVED,
            Measure.ONLINE_REPORTED,
            Measure.FULL_PROCESS_RECEIVED,
            Measure.FULL_PROCESS_ONLINE,
            Measure.PARTIAL_RECEIVED,
            Measure.PARTIAL_ONLINE);

    final Random random;
    final MadeMonth month;
    final Map<String, Map<Measure, Long>> truth = new TreeMap<>();
    final List<Unit> units;
    private final Map<Unit, Map<Measure, Long>> values = new LinkedHashMap<>();
    private final List<ParsedRow> rows = new ArrayList<>();
    private int next = 1;
    private boolean numbersOnly;

    MadeSheet(Random random) {
        this.random = random;
        month = new MadeMonth(random);
        List<Unit> all = new ArrayList<>(PlainPath.UNITS_2024);
        Collections.shuffle(all, random);
        units = all.subList(0, 3 + random.nextInt(6));
        units.forEach(unit -> values.put(unit, figures()));
    }

    private Map<Measure, Long> figures() {
        Map<Measure, Long> figures = new TreeMap<>();
        long full = 20 + random.nextInt(200);
        long partial = 20 + random.nextInt(200);
        long fullOnline = random.nextInt((int) full);
        long partialOnline = random.nextInt((int) partial);
        figures.put(Measure.FULL_PROCESS_RECEIVED, full);
        figures.put(Measure.FULL_PROCESS_ONLINE, fullOnline);
        figures.put(Measure.PARTIAL_RECEIVED, partial);
        figures.put(Measure.PARTIAL_ONLINE, partialOnline);
        figures.put(Measure.DOSSIERS_RECEIVED, full + partial + random.nextInt(90));
        figures.put(Measure.ONLINE_REPORTED, fullOnline + partialOnline);
        return figures;
    }

    /** One chance in so many. */
    boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    ParsedSheet make() {
        month.above().forEach(this::row);
        next += random.nextInt(2);
        switch (random.nextInt(4)) {
            case 0 -> tall();
            case 1 -> classColumn();
            default -> wide();
        }
        next += 1;
        if (one(2)) {
            row(Map.of(1, "", 5, "Tuy Phước, ngày 05 tháng 12 năm 2024"));
            row(Map.of(5, "NGƯỜI LẬP BIỂU"));
        }
        return new ParsedSheet(month.tab(), rows, false);
    }

    private void wide() {
        MadeColumns columns = new MadeColumns(this);
        columns.headings().forEach(this::row);
        if (one(2)) {
            numbering(columns.width());
        }
        List<Unit> swapped = one(8) ? units.subList(0, 2) : List.of();
        boolean totalFirst = one(5);
        if (totalFirst) {
            row(columns.line("", "Tổng cộng", "", sums(units)));
        }
        for (int at = 0; at < units.size(); at++) {
            if (at == 2 && one(3)) {
                row(columns.line("", any(List.of("Cộng khối xã", "Cộng")), "", sums(units.subList(0, 2))));
            }
            if (at == 1 && one(4)) {
                row(columns.line("II", "CÁC PHÒNG CHUYÊN MÔN", "", Map.of()));
            }
            Unit unit = units.get(at);
            Unit coded = swapped.contains(unit) ? swapped.get(1 - swapped.indexOf(unit)) : unit;
            row(columns.line(String.valueOf(at + 1), name(unit), coded.code(), values.get(unit)));
            if (columns.readable() && !(columns.coded() && swapped.contains(unit))) {
                truth(unit, columns.meaning(values.get(unit)));
            }
        }
        if (columns.coded() && one(4)) {
            // A commune of 01/7/2025 with the code of a unit of before.
            row(columns.line("9", "Xã Tuy Phước Tây", "21985", figures()));
        }
        if (!totalFirst) {
            row(columns.line("", "Tổng cộng", "", sums(units)));
        }
        if (one(6)) {
            next += 1;
            MadeColumns other = new MadeColumns(this);
            other.headings().forEach(this::row);
            Unit absent = PlainPath.UNITS_2024.stream()
                    .filter(unit -> !units.contains(unit))
                    .findFirst()
                    .orElseThrow();
            row(other.line("1", absent.name(), absent.code(), figures()));
            // Only one of two tables is meant by the sheet: what the lower one holds is nobody's.
        }
    }

    private void tall() {
        row(Map.of(1, "TT", 2, "Tên đơn vị", 3, "Tổng số hồ sơ", 4, "Trực tuyến", 5, "Trực tiếp", 6, "Tỷ lệ"));
        boolean levels = one(3);
        for (Unit unit : units) {
            Map<Measure, Long> figures = values.get(unit);
            row(Map.of(1, "1", 2, name(unit), 3, text(figures, 0), 4, text(figures, 1)));
            List<String> names = levels
                    ? List.of("DVC trực tuyến mức độ 3", "DVC trực tuyến mức độ 4")
                    : List.of("DVC trực tuyến một phần", "DVC trực tuyến toàn trình");
            boolean fullFirst = one(2);
            int first = fullFirst ? 1 : 0;
            row(Map.of(2, names.get(first), 3, text(figures, fullFirst ? 2 : 4), 4, text(figures, fullFirst ? 3 : 5)));
            row(Map.of(
                    2, names.get(1 - first), 3, text(figures, fullFirst ? 4 : 2), 4, text(figures, fullFirst ? 5 : 3)));
            truth(unit, figures);
        }
    }

    private void classColumn() {
        row(Map.of(
                1, "TT", 2, "Đơn vị", 3, any(List.of("Loại dịch vụ công", "Mức độ")), 4, "Tổng số", 5, "Trực tuyến"));
        boolean repeated = one(2);
        for (Unit unit : units) {
            Map<Measure, Long> figures = values.get(unit);
            List<List<String>> parts = new ArrayList<>(List.of(
                    List.of("Tổng cộng", text(figures, 0), text(figures, 1)),
                    List.of("Toàn trình", text(figures, 2), text(figures, 3)),
                    List.of("Một phần", text(figures, 4), text(figures, 5)),
                    List.of("Không trực tuyến", "7", "0")));
            Collections.shuffle(parts, random);
            String name = name(unit);
            for (int at = 0; at < parts.size(); at++) {
                Map<Integer, String> cells = new TreeMap<>();
                cells.put(2, at == 0 || repeated ? name : "");
                cells.put(3, parts.get(at).get(0));
                cells.put(4, parts.get(at).get(1));
                cells.put(5, parts.get(at).get(2));
                row(cells);
            }
            truth(unit, figures);
        }
    }

    private void truth(Unit unit, Map<Measure, Long> figures) {
        month.meant().ifPresent(each -> truth.put(each + " " + unit.code(), figures));
    }

    private static String text(Map<Measure, Long> figures, int at) {
        return String.valueOf(figures.get(MEASURES.get(at)));
    }

    private String name(Unit unit) {
        String bare = unit.name().replaceFirst("^(?:Thị trấn|Xã|Phòng) ", "");
        String kind = unit.name().substring(0, unit.name().indexOf(bare) - 1);
        String shortKind = kind.equals("Xã") ? "X." : kind.equals("Phòng") ? "P." : any(List.of("TT.", "T.T", "TT"));
        return any(List.of(
                unit.name(),
                bare,
                "UBND " + unit.name(),
                shortKind + " " + bare,
                "1. " + unit.name(),
                "(2) " + bare,
                unit.name().toUpperCase(Locale.ROOT),
                kind + "\n" + bare,
                unit.name() + " "));
    }

    private Map<Measure, Long> sums(List<Unit> of) {
        Map<Measure, Long> sums = new TreeMap<>();
        of.forEach(unit -> values.get(unit).forEach((measure, value) -> sums.merge(measure, value, Long::sum)));
        return sums;
    }

    private void numbering(int width) {
        boolean brackets = one(2);
        Map<Integer, String> cells = new TreeMap<>();
        for (int column = 1; column <= width; column++) {
            cells.put(column, brackets ? "(" + column + ")" : String.valueOf(column));
        }
        numbersOnly = true;
        row(cells);
        numbersOnly = false;
    }

    private void row(Map<Integer, String> texts) {
        TreeMap<Integer, ParsedCell> cells = new TreeMap<>();
        texts.forEach((column, text) -> {
            if (!text.isBlank()) {
                boolean number = text.matches("[0-9]{1,9}") && (column > 2 || numbersOnly);
                cells.put(column, new ParsedCell(text, number ? ParsedCell.Kind.NUMBER : ParsedCell.Kind.TEXT));
            }
        });
        if (!cells.isEmpty()) {
            rows.add(new ParsedRow(next, cells, Set.of()));
        }
        next++;
    }
}
