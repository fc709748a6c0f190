package vn.hoso.imports.layouts;

import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.files.UploadedFileReader;
import vn.hoso.imports.layouts.UnitMatcher.UnitMatch;
import vn.hoso.period.MonthDays;
import vn.hoso.units.SampleKinds;
import vn.hoso.units.Unit;

/** From a sheet to what would be stored of it if nobody answered anything, and what would be asked before. */
record PlainPath(Map<String, Map<Measure, Long>> stored, List<String> asked) {

    static final List<Unit> UNITS_2024 = List.of(
            new Unit(1, "21952", "Thị trấn Tuy Phước", SampleKinds.TOWNSHIP),
            new Unit(2, "21955", "Thị trấn Diêu Trì", SampleKinds.TOWNSHIP),
            new Unit(3, "21958", "Xã Phước Thắng", SampleKinds.COMMUNE),
            new Unit(4, "21961", "Xã Phước Hưng", SampleKinds.COMMUNE),
            new Unit(5, "21964", "Xã Phước Quang", SampleKinds.COMMUNE),
            new Unit(6, "21967", "Xã Phước Hòa", SampleKinds.COMMUNE),
            new Unit(7, "21970", "Xã Phước Sơn", SampleKinds.COMMUNE),
            new Unit(8, "21973", "Xã Phước Hiệp", SampleKinds.COMMUNE),
            new Unit(9, "21976", "Xã Phước Lộc", SampleKinds.COMMUNE),
            new Unit(10, "21979", "Xã Phước Nghĩa", SampleKinds.COMMUNE),
            new Unit(11, "21982", "Xã Phước Thuận", SampleKinds.COMMUNE),
            new Unit(12, "21985", "Xã Phước An", SampleKinds.COMMUNE),
            new Unit(13, "21988", "Xã Phước Thành", SampleKinds.COMMUNE),
            new Unit(14, "P-NV", "Phòng Nội vụ", SampleKinds.OFFICE),
            new Unit(15, "P-TP", "Phòng Tư pháp", SampleKinds.OFFICE),
            new Unit(17, "P-TNMT", "Phòng Tài nguyên và Môi trường", SampleKinds.OFFICE),
            new Unit(18, "P-LDTBXH", "Phòng Lao động - Thương binh và Xã hội", SampleKinds.OFFICE));

    static final List<Unit> UNITS_2025 = List.of(
            new Unit(31, "21952", "Xã Tuy Phước", SampleKinds.COMMUNE),
            new Unit(32, "21964", "Xã Tuy Phước Bắc", SampleKinds.COMMUNE),
            new Unit(33, "21970", "Xã Tuy Phước Đông", SampleKinds.COMMUNE),
            new Unit(34, "21985", "Xã Tuy Phước Tây", SampleKinds.COMMUNE));

    /** The sheets of one of the representative files. */
    static List<ParsedSheet> sheets(String name) {
        try (InputStream file =
                Objects.requireNonNull(PlainPath.class.getResourceAsStream("/imports/cases/" + name), name)) {
            return UploadedFileReader.read(name, file.readAllBytes(), 1).stream()
                    .filter(sheet -> !sheet.hiddenTab())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static PlainPath of(List<ParsedSheet> sheets, String fileName, List<Unit> units) {
        return of(
                sheets.stream()
                        .map(sheet -> SheetInterpretation.of(sheet, fileName, AddedColumns.NONE, MonthDays.CIVIL))
                        .toList(),
                units);
    }

    static PlainPath of(List<SheetInterpretation> readings, List<Unit> units) {
        Map<String, Map<Measure, Long>> stored = new TreeMap<>();
        List<String> asked = new ArrayList<>();
        readings.forEach(reading -> take(reading, new UnitMatcher(units, Map.of()), stored, asked));
        return new PlainPath(stored, asked);
    }

    private static void take(
            SheetInterpretation reading,
            UnitMatcher names,
            Map<String, Map<Measure, Long>> stored,
            List<String> asked) {
        if (reading.kind() != SheetInterpretation.Kind.FIGURES) {
            asked.add(reading.kind().name());
            return;
        }
        reading.lines().nameless().forEach(address -> asked.add("nameless " + address));
        reading.lines().unknownClasses().forEach(cell -> asked.add("class " + cell.address()));
        reading.unreadableMonths().forEach(cell -> asked.add("month " + cell.address()));
        List<FigureLine> counted = new ArrayList<>();
        List<FigureLine> totals = new ArrayList<>(reading.lines().totals());
        for (FigureLine line : reading.lines().units()) {
            UnitMatch match = names.find(line.name(), line.code());
            YearMonth month = reading.month(line).orElse(null);
            if (match instanceof UnitMatch.Found found) {
                counted.add(line);
                if (marked(reading.sheet(), line)) {
                    asked.add("hidden row " + line.row());
                } else if (month == null) {
                    asked.add("month");
                } else {
                    put(stored, asked, month + " " + found.unit().code(), line);
                }
            } else if (match instanceof UnitMatch.Unknown && line.heading()) {
                totals.add(line);
            } else if (line.hasDigit()) {
                asked.add(match.getClass().getSimpleName() + " " + line.name());
            }
        }
        SheetTotals.mismatches(counted, totals, reading.lines().sums())
                .forEach(wrong -> asked.add("total " + wrong.address() + " " + wrong.summed()));
    }

    private static boolean marked(ParsedSheet sheet, FigureLine line) {
        return sheet.rows().stream()
                .anyMatch(row -> row.number() == line.row()
                        && row.marks().stream().anyMatch(Set.of(ParsedRow.Mark.values())::contains));
    }

    private static void put(Map<String, Map<Measure, Long>> stored, List<String> asked, String key, FigureLine line) {
        Map<Measure, Long> values = new LinkedHashMap<>();
        Map<Measure, String> texts = line.cells().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().cell().text().strip()));
        boolean odd = line.cells().values().stream()
                .map(FigureLine.Figure::cell)
                .anyMatch(cell -> cell.format() != ParsedCell.Format.PLAIN
                        || cell.kind() == ParsedCell.Kind.FAILED
                        || cell.kind() == ParsedCell.Kind.UNCOMPUTED);
        if (odd || new ReturnInput(texts, "").read().figures() == null) {
            asked.add("cell of " + key);
            return;
        }
        texts.forEach((measure, text) -> {
            if (!text.isEmpty()) {
                values.put(measure, Long.valueOf(text.replaceAll("[.\\s\\u00A0]", "")));
            }
        });
        if (stored.put(key, values) != null) {
            asked.add("twice " + key);
        }
    }
}
