package vn.hoso.imports.layouts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The words above a made sheet, on its tab and in its file's name, and the month that they mean. */
final class MadeMonth {

    private static final List<String> SAME = List.of(
            "TỔNG HỢP HỒ SƠ THÁNG %1$d/%2$d",
            "Số liệu tháng %1$02d năm %2$d",
            "THÁNG %1$d-%2$d",
            "Kỳ báo cáo: %1$02d/%2$d",
            "thg %1$d-%3$d",
            "(Từ ngày 01/%1$02d/%2$d đến ngày %4$d/%1$02d/%2$d)",
            "(từ 01/%1$d đến %4$d/%1$d/%2$d)",
            "Từ ngày 1 tháng %1$d năm %2$d đến ngày %4$d tháng %1$d năm %2$d",
            "T%1$d/%2$d");
    private static final List<String> NO_MONTH = List.of(
            "LŨY KẾ ĐẾN HẾT THÁNG %1$d NĂM %2$d",
            "Cộng dồn từ đầu năm đến tháng %1$d/%2$d",
            "QUÝ III/%2$d",
            "6 THÁNG ĐẦU NĂM %2$d",
            "9 tháng năm %2$d",
            "TỪ THÁNG 1 ĐẾN THÁNG 10 NĂM %2$d",
            "(Từ ngày 01/01/%2$d đến ngày 31/10/%2$d)",
            "Từ ngày 15/9/%2$d đến ngày 14/10/%2$d",
            "Tháng 8, 9/%2$d",
            "Tuần 2 tháng %1$d/%2$d",
            "Số liệu tính đến ngày 31/10/%2$d");
    private static final List<String> SIGNED = List.of(
            "Tuy Phước, ngày 05 tháng 12 năm 2024",
            "Tuy Phước, ngày     tháng 12 năm 2024",
            "Tuy Phước, tháng 12 năm 2024",
            "(Kèm theo Báo cáo số 12/BC-UBND ngày 03/12/2024 của UBND huyện)",
            "Số: 12/2024/BC-VP",
            "Theo Thông tư 01/2018/TT-VPCP",
            "Ngày trích xuất: 05/12/2024",
            "UBND HUYỆN TUY PHƯỚC");
    private static final List<String> TABS = List.of("T%1$d-%2$d", "Thang %1$d", "%1$02d.%2$d", "tháng %1$d-%2$d");
    private static final List<String> FILES =
            List.of("bao-cao-thang-%1$02d-%2$d.xlsx", "766 T%1$d.%2$d.xlsx", "%2$d-%1$02d.xlsx");
    private static final List<String> SILENT = List.of("So lieu", "Sheet1", "TH", "Bieu 766");

    private final Random random;
    private final YearMonth month;
    private final List<Map<Integer, String>> above = new ArrayList<>();
    private final String tab;
    private final String file;
    private final Set<YearMonth> named = new HashSet<>();
    private boolean noMonth;

    MadeMonth(Random random) {
        this.random = random;
        month = YearMonth.of(2024, 1 + random.nextInt(12));
        above.add(Map.of(1, "UBND HUYỆN TUY PHƯỚC", 5, any(SIGNED)));
        for (int lines = random.nextInt(3); lines > 0; lines--) {
            above.add(Map.of(1, any(SIGNED)));
        }
        if (random.nextInt(5) > 0) {
            above.add(Map.of(1, of(any(SAME))));
        }
        if (random.nextInt(10) == 0) {
            noMonth = true;
            above.add(random.nextInt(above.size() + 1), Map.of(1, format(any(NO_MONTH), month)));
        }
        tab = named(TABS, any(SILENT));
        file = named(FILES, "so lieu.xlsx");
    }

    private String named(List<String> patterns, String silent) {
        return switch (random.nextInt(4)) {
            case 0 -> of(any(patterns));
            case 1 -> random.nextInt(3) == 0 ? other(any(patterns)) : silent;
            default -> silent;
        };
    }

    private String of(String pattern) {
        named.add(month);
        return format(pattern, month);
    }

    private String other(String pattern) {
        YearMonth other = month.plusMonths(1 + random.nextInt(10));
        named.add(other);
        return format(pattern, other);
    }

    private static String format(String pattern, YearMonth of) {
        return String.format(
                Locale.ROOT, pattern, of.getMonthValue(), of.getYear(), of.getYear() % 100, of.lengthOfMonth());
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    List<Map<Integer, String>> above() {
        return above.stream()
                .map(TreeMap::new)
                .map(row -> (Map<Integer, String>) row)
                .toList();
    }

    String tab() {
        return tab;
    }

    String file() {
        return file;
    }

    /** The month that every place means; nothing where one of them means another, or none. */
    Optional<YearMonth> meant() {
        return !noMonth && named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }
}
