package vn.hoso.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import vn.hoso.figures.DemonstrationReturns;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;

/** Reads a file of made-up figures under {@code db/demo}. */
final class DemonstrationFile {

    private static final String UNCLASSIFIED = "Báo cáo nguồn có hồ sơ trực tuyến chưa phân loại (dữ liệu minh họa)";

    private DemonstrationFile() {}

    /** The rows of each month, in the order of the file. */
    static Map<YearMonth, List<DemonstrationReturns.Row>> read(String name, Map<String, Long> unitIdsByCode) {
        Map<YearMonth, List<DemonstrationReturns.Row>> months = new LinkedHashMap<>();
        CSVFormat withHeader = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = new InputStreamReader(
                new ClassPathResource("db/demo/" + name).getInputStream(), StandardCharsets.UTF_8)) {
            for (CSVRecord line : withHeader.parse(text)) {
                Long unit = unitIdsByCode.get(line.get("unit_code"));
                if (unit == null) {
                    throw new IllegalStateException(name + " names an unknown unit " + line.get("unit_code"));
                }
                months.computeIfAbsent(YearMonth.parse(line.get("month")), month -> new ArrayList<>())
                        .add(new DemonstrationReturns.Row(unit, figures(line)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return months;
    }

    private static ReturnFigures figures(CSVRecord line) {
        Map<Measure, FigureValue> cells = new TreeMap<>();
        for (Measure measure : Measure.OWN) {
            cells.put(measure, cell(line.isMapped(measure.column()) ? line.get(measure.column()) : ""));
        }
        ReturnFigures figures = new ReturnFigures(cells, null);
        return figures.onlineTotal() == figures.onlineClassified() ? figures : new ReturnFigures(cells, UNCLASSIFIED);
    }

    private static FigureValue cell(String text) {
        return text.isEmpty() ? FigureValue.NOT_REPORTED : new FigureValue.Number(Integer.parseInt(text));
    }
}
