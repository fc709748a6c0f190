package vn.hoso.accounts.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.hoso.accounts.UnitAccountService.HandedOut;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** One-time links as a sheet, a row each. */
final class OneTimeLinkSheet {

    private static final int CHARACTER = 256;
    private static final List<String> COLUMNS = List.of("code", "unit", "name", "username", "link", "until");
    private static final int[] WIDTHS = {10, 32, 32, 24, 72, 24};

    private OneTimeLinkSheet() {}

    static byte[] of(List<HandedOut> links, String home, PageMessages wording) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet(wording.of("accounts.sheet.title"));
            Font bold = workbook.createFont();
            bold.setBold(true);
            CellStyle heading = workbook.createCellStyle();
            heading.setFont(bold);
            Row first = sheet.createRow(0);
            for (int i = 0; i < COLUMNS.size(); i++) {
                first.createCell(i).setCellValue(wording.of("accounts.sheet." + COLUMNS.get(i)));
                first.getCell(i).setCellStyle(heading);
                sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
            }
            int at = 1;
            for (HandedOut each : links) {
                Row row = sheet.createRow(at++);
                row.createCell(0).setCellValue(each.link().codes());
                row.createCell(1).setCellValue(each.link().units());
                row.createCell(2).setCellValue(each.link().displayName());
                row.createCell(3).setCellValue(each.link().username());
                row.createCell(4).setCellValue(home + "/links/" + each.token());
                row.createCell(5).setCellValue(Formats.time(each.link().expiresAt()));
            }
            sheet.createFreezePane(0, 1);
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            sheet.setFitToPage(true);
            PrintSetup paper = sheet.getPrintSetup();
            paper.setPaperSize(PrintSetup.A4_PAPERSIZE);
            paper.setLandscape(true);
            paper.setFitHeight((short) 0);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
