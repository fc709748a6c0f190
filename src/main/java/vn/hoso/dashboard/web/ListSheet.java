package vn.hoso.dashboard.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.presentation.TargetColumn;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.ComparisonResults;
import vn.hoso.results.MonthMatrix;
import vn.hoso.results.Ranking.Ranked;
import vn.hoso.results.RoundedRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.CsvCellText;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * A list of units as a file: the units that the page shows, in its order. A number is a number in it; a rate stands with both
 * its counts and its percentage as printed, and what there is not is an empty cell.
 *
 * @param title what the sheet is called
 * @param names the column of the units' names
 * @param rows the headings, then a row each; cells are texts, whole numbers, percentages or null
 */
record ListSheet(String title, int names, List<List<@Nullable Object>> rows) {

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setDelimiter(';').get();
    private static final int CHARACTER = 256;
    private static final int NAME_WIDTH = 40;
    private static final int WIDTH = 14;

    /** The three rates of units, with the targets held against them. */
    static ListSheet units(YearResults results, ListChoice choice, PageMessages wording) {
        List<Indicator> shown = Stream.concat(
                        Stream.of(Indicator.FULL_PROCESS, Indicator.PARTIAL, Indicator.OVERALL),
                        results.district().defined().stream())
                .toList();
        List<TargetColumn> columns = Stream.concat(
                        TargetColumn.of(results.district()).stream(),
                        TargetColumn.ofDefined(results.district()).stream())
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<@Nullable Object> headings = new ArrayList<>(List.of(wording.of("dashboard.units.name")));
        shown.forEach(each -> headings.addAll(headings(IndicatorText.name(each, wording), wording)));
        columns.forEach(each -> headings.addAll(targetHeadings(each, wording)));
        headings.add(wording.of("dashboard.units.months.long"));
        headings.add(wording.of("dashboard.list.expected"));
        rows.add(headings);
        for (ScopeResults unit : choice.of(results.units(), each -> each, Indicator.OVERALL)) {
            List<@Nullable Object> row = new ArrayList<>(List.of(unit.name()));
            shown.forEach(each -> row.addAll(rate(unit.indicator(each))));
            columns.forEach(each -> row.addAll(verdict(unit, each, wording)));
            row.add((long) unit.reportedMonths());
            row.add((long) unit.expectedMonths());
            rows.add(row);
        }
        return new ListSheet(wording.of("dashboard.units"), 0, rows);
    }

    /** The units that have a place, group after group. */
    static ListSheet ranking(ComparisonResults results, ListChoice choice, PageMessages wording) {
        List<TargetColumn> columns =
                results.targets().stream().map(TargetColumn::asks).toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<@Nullable Object> headings =
                new ArrayList<>(List.of(wording.of("dashboard.compare.place"), wording.of("dashboard.units.name")));
        headings.addAll(headings(IndicatorText.name(results.indicator(), wording), wording));
        columns.forEach(each -> headings.addAll(targetHeadings(each, wording)));
        rows.add(headings);
        for (List<Ranked> group :
                List.of(results.ranking().communes(), results.ranking().offices())) {
            for (Ranked ranked : choice.of(group, Ranked::unit, results.indicator())) {
                List<@Nullable Object> row = new ArrayList<>(
                        List.of((long) ranked.place(), ranked.unit().name()));
                row.addAll(rate(ranked.unit().indicator(results.indicator())));
                columns.forEach(each -> row.addAll(verdict(ranked.unit(), each, wording)));
                rows.add(row);
            }
        }
        return new ListSheet(wording.of("dashboard.compare.ranking"), 1, rows);
    }

    /** The percentages of units month by month. */
    static ListSheet months(MonthMatrix matrix, ListChoice choice, PageMessages wording) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<@Nullable Object> headings = new ArrayList<>(List.of(wording.of("dashboard.units.name")));
        headings.addAll(headings(IndicatorText.name(matrix.indicator(), wording), wording));
        matrix.months().forEach(month -> headings.add(Formats.month(month) + " (%)"));
        rows.add(headings);
        for (MonthMatrix.Row each : choice.of(matrix.rows(), MonthMatrix.Row::unit, matrix.indicator())) {
            List<@Nullable Object> row = new ArrayList<>(List.of(each.unit().name()));
            row.addAll(rate(each.unit().indicator(matrix.indicator())));
            each.cells().forEach(cell -> row.add(cell == null ? null : cell.percent()));
            rows.add(row);
        }
        return new ListSheet(wording.of("dashboard.map.matrix"), 0, rows);
    }

    private static List<String> headings(String name, PageMessages wording) {
        return List.of(
                wording.of("dashboard.list.online", name), wording.of("dashboard.list.received", name), name + " (%)");
    }

    private static List<String> targetHeadings(TargetColumn column, PageMessages wording) {
        return List.of(column.label(), wording.of("dashboard.list.short", column.label()));
    }

    private static List<@Nullable Object> rate(IndicatorResult result) {
        List<@Nullable Object> cells = new ArrayList<>();
        Rate rate = result.rate();
        cells.add(rate == null ? null : rate.numerator());
        cells.add(rate == null ? null : rate.denominator());
        cells.add(result.percent());
        return cells;
    }

    private static List<@Nullable Object> verdict(ScopeResults unit, TargetColumn column, PageMessages wording) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(UnitRowView.cell(
                        Stream.concat(unit.verdicts().stream(), unit.aspirations().stream()),
                        column.targetId(),
                        column.label(),
                        wording)
                .mark()
                .word());
        cells.add(Stream.concat(unit.verdicts().stream(), unit.aspirations().stream())
                .filter(each -> each.target().id() == column.targetId() && each.rate() != null)
                .map(each -> (Object) each.shortBy())
                .findFirst()
                .orElse(null));
        return cells;
    }

    /** As Excel opens it rightly on a Vietnamese computer: byte order mark, semicolons, decimal comma. */
    byte[] csv() {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter sheet = new CSVPrinter(text, CSV)) {
            for (List<@Nullable Object> row : rows) {
                sheet.printRecord(row.stream().map(ListSheet::written).toArray());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object written(@Nullable Object cell) {
        if (cell instanceof BigDecimal percent) {
            return percent.toPlainString().replace('.', ',');
        }
        return cell instanceof String words ? CsvCellText.inert(words) : cell;
    }

    byte[] xlsx() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet(title);
            Font bold = workbook.createFont();
            bold.setBold(true);
            CellStyle heading = workbook.createCellStyle();
            heading.setFont(bold);
            heading.setWrapText(true);
            CellStyle count = workbook.createCellStyle();
            count.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
            CellStyle percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(i);
                List<@Nullable Object> cells = rows.get(i);
                for (int j = 0; j < cells.size(); j++) {
                    Cell cell = row.createCell(j);
                    Object value = cells.get(j);
                    if (value instanceof Number number) {
                        cell.setCellValue(number.doubleValue());
                        cell.setCellStyle(value instanceof BigDecimal ? percent : count);
                    } else if (value != null) {
                        cell.setCellValue(value.toString());
                        cell.setCellStyle(i == 0 ? heading : cell.getCellStyle());
                    }
                }
            }
            for (int j = 0; j < rows.get(0).size(); j++) {
                sheet.setColumnWidth(j, (j == names ? NAME_WIDTH : WIDTH) * CHARACTER);
            }
            sheet.createFreezePane(0, 1);
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
