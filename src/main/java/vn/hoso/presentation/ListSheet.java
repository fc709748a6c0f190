package vn.hoso.presentation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.hoso.shared.CsvCellText;

/**
 * A list as a file: what the page shows, in its order. A number is a number in it, and what there is not is an empty cell.
 *
 * @param title what the sheet is called
 * @param names the column of the units' names
 * @param rows the headings, then a row each; cells are texts, whole numbers, percentages or null
 */
public record ListSheet(String title, int names, List<List<@Nullable Object>> rows) {

    private static final MediaType CSV_FILE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX_FILE =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setDelimiter(';').get();
    private static final int CHARACTER = 256;
    private static final int NAME_WIDTH = 40;
    private static final int WIDTH = 14;

    /**
     * The file to keep.
     *
     * @param name what it is called, without its ending
     * @param format csv or xlsx
     */
    public ResponseEntity<byte[]> file(String name, String format) {
        boolean csv = format.equals("csv");
        return ResponseEntity.ok()
                .contentType(csv ? CSV_FILE : XLSX_FILE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"")
                .body(csv ? csv() : xlsx());
    }

    /** As Excel opens it rightly on a Vietnamese computer: byte order mark, semicolons, decimal comma. */
    public byte[] csv() {
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

    public byte[] xlsx() {
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
            Map<Integer, CellStyle> percents = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(i);
                List<@Nullable Object> cells = rows.get(i);
                for (int j = 0; j < cells.size(); j++) {
                    Cell cell = row.createCell(j);
                    Object value = cells.get(j);
                    if (value instanceof Number number) {
                        cell.setCellValue(number.doubleValue());
                        cell.setCellStyle(
                                value instanceof BigDecimal percent
                                        ? percents.computeIfAbsent(percent.scale(), scale -> percent(workbook, scale))
                                        : count);
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

    /** As many decimals as the percentage has: what misses its target by less than two show must not look as if it had reached it. */
    private static CellStyle percent(XSSFWorkbook workbook, int scale) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("0." + "0".repeat(Math.max(2, scale))));
        return style;
    }
}
