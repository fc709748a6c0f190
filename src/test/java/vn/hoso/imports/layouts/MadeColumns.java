package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;

/** The columns of a made sheet in any order, among them those that look like a measure and are none. */
final class MadeColumns {

    private static final Map<Measure, List<String>> HEADINGS = Map.of(
            Measure.DOSSIERS_RECEIVED,
            List.of("Tổng số hồ sơ", "Tổng số hồ sơ tiếp nhận trong tháng", "Số hồ sơ phát sinh"),
            Measure.ONLINE_REPORTED,
            List.of("Tổng trực tuyến", "Tiếp nhận trực tuyến trong kỳ", "Số hồ sơ phát sinh trực tuyến"),
            Measure.FULL_PROCESS_RECEIVED,
            List.of("Toàn trình - tiếp nhận", "DVC trực tuyến toàn trình - tổng số", "Mức độ 4: tiếp nhận"),
            Measure.FULL_PROCESS_ONLINE,
            List.of("Toàn trình - trực tuyến", "Mức độ 4: trực tuyến", "Toàn trình (nộp trực tuyến)"),
            Measure.PARTIAL_RECEIVED,
            List.of("Một phần - tiếp nhận", "DVC trực tuyến một phần - tổng số", "Mức độ 3: tiếp nhận"),
            Measure.PARTIAL_ONLINE,
            List.of("Một phần - trực tuyến", "Mức độ 3: trực tuyến", "Một phần (nộp trực tuyến)"));
    /** What makes another figure of a heading, in front of it or behind. */
    private static final List<String> OTHERS = List.of(
            "%s đã giải quyết",
            "%s quá hạn",
            "%s đúng hạn",
            "%s kỳ trước",
            "%s tháng trước",
            "%s chuyển sang",
            "%s còn tồn",
            "%s (gồm cả kỳ trước chuyển sang)",
            "%s bị từ chối",
            "%s rút",
            "%s lũy kế",
            "%s cùng kỳ năm 2023",
            "%s chưa giải quyết",
            "%s từ đầu năm",
            "Tỷ lệ %s",
            "%s (%%)",
            "Số TTHC %s",
            "%s đang xử lý",
            "%s trả lại",
            "%s bị hủy",
            "%s của doanh nghiệp",
            "%s qua Cổng quốc gia",
            "Chỉ tiêu %s",
            "%s so với tháng trước",
            "%s liên thông",
            "%s năm trước",
            "Lũy kế %s",
            "%s ước thực hiện",
            "%s trễ hạn",
            "%s cấp lại");

    /** A column: {@code measure} is null where it holds none. */
    private record Column(
            String group, String heading, @Nullable Measure measure) {}

    private final MadeSheet sheet;
    private final List<Column> columns = new ArrayList<>();
    private final boolean coded;
    private final boolean grouped;
    private final @Nullable String groupAbove;
    private final boolean stt;

    MadeColumns(MadeSheet sheet) {
        this.sheet = sheet;
        coded = sheet.one(3);
        stt = !coded || sheet.one(2);
        grouped = sheet.one(2);
        groupAbove = sheet.one(7) ? sheet.any(List.of("Tháng trước", "Lũy kế từ đầu năm", "Cùng kỳ năm trước")) : null;
        Measure replaced = sheet.one(6) ? sheet.any(MadeSheet.MEASURES) : null;
        if (grouped) {
            groups(replaced);
        } else {
            List<Measure> measures = new ArrayList<>(MadeSheet.MEASURES);
            Collections.shuffle(measures, sheet.random);
            measures.forEach(measure -> flat(measure, measure == replaced));
        }
    }

    private void flat(Measure measure, boolean replaced) {
        String heading = sheet.any(Objects.requireNonNull(HEADINGS.get(measure)));
        if (replaced || sheet.one(8)) {
            columns.add(new Column("", String.format(sheet.any(OTHERS), heading), null));
        }
        if (!replaced) {
            columns.add(new Column("", heading, measure));
        }
    }

    private void groups(@Nullable Measure replaced) {
        boolean levels = sheet.one(3);
        List<String> groups = new ArrayList<>(List.of(
                "Tổng số hồ sơ",
                levels ? "DVC trực tuyến mức độ 4" : "DVC trực tuyến toàn trình",
                levels ? "DVC trực tuyến mức độ 3" : "Dịch vụ công trực tuyến một phần"));
        List<String> order = new ArrayList<>(groups);
        Collections.shuffle(order, sheet.random);
        for (String group : order) {
            int at = 2 * groups.indexOf(group);
            List<Integer> sides = new ArrayList<>(List.of(at, at + 1));
            Collections.shuffle(sides, sheet.random);
            for (int side : sides) {
                Measure measure = MadeSheet.MEASURES.get(side);
                String heading = side % 2 == 0 ? sheet.any(List.of("Tổng số", "Tiếp nhận")) : "Trực tuyến";
                boolean no = measure == replaced;
                columns.add(new Column(
                        group, no ? String.format(sheet.any(OTHERS), heading) : heading, no ? null : measure));
            }
            if (sheet.one(5)) {
                columns.add(new Column(group, sheet.any(List.of("Trực tiếp", "BCCI", "Tỷ lệ", "Đã giải quyết")), null));
            }
        }
    }

    boolean coded() {
        return coded;
    }

    /** Whether its figures are the month's at all. */
    boolean readable() {
        return groupAbove == null;
    }

    private int first() {
        return 2 + (stt ? 1 : 0) + (coded ? 1 : 0);
    }

    int width() {
        return first() + columns.size() - 1;
    }

    List<Map<Integer, String>> headings() {
        List<Map<Integer, String>> headings = new ArrayList<>();
        if (groupAbove != null) {
            headings.add(Map.of(first(), groupAbove));
        }
        Map<Integer, String> upper = new TreeMap<>();
        Map<Integer, String> lower = new TreeMap<>();
        if (stt) {
            upper.put(1, "STT");
        }
        if (coded) {
            upper.put(first() - 2, "Mã đơn vị");
        }
        upper.put(first() - 1, sheet.any(List.of("Tên đơn vị", "Đơn vị", "Xã, thị trấn")));
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            if (!grouped) {
                upper.put(first() + at, column.heading());
            } else {
                boolean begins = at == 0 || !columns.get(at - 1).group().equals(column.group());
                upper.put(first() + at, begins ? column.group() : "");
                lower.put(first() + at, column.heading());
            }
        }
        headings.add(upper);
        if (grouped) {
            headings.add(lower);
        }
        return headings;
    }

    Map<Integer, String> line(String number, String name, String code, Map<Measure, Long> values) {
        Map<Integer, String> cells = new TreeMap<>();
        if (stt) {
            cells.put(1, number);
        }
        if (coded) {
            cells.put(first() - 2, code);
        }
        cells.put(first() - 1, name);
        for (int at = 0; at < columns.size() && !values.isEmpty(); at++) {
            Measure measure = columns.get(at).measure();
            cells.put(
                    first() + at,
                    measure == null
                            ? String.valueOf(1 + sheet.random.nextInt(15))
                            : String.valueOf(values.get(measure)));
        }
        return cells;
    }

    /** What of these values the columns hold. */
    Map<Measure, Long> meaning(Map<Measure, Long> values) {
        Map<Measure, Long> meaning = new TreeMap<>();
        columns.stream()
                .flatMap(column -> Stream.ofNullable(column.measure()))
                .forEach(measure -> meaning.put(measure, Objects.requireNonNull(values.get(measure))));
        return meaning;
    }
}
