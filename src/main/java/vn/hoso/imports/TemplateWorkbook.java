package vn.hoso.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.MonthQueries;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;
import vn.hoso.units.Unit;

/** The program's own sheet of a month, filled with what is stored: brought back as it is, it changes nothing. */
@Component
public class TemplateWorkbook {

    private static final int CHARACTER = 256;
    private static final int NARROW = 14 * CHARACTER;
    private static final int WIDE = 42 * CHARACTER;
    private static final int UNIT_COLUMN = 1;

    private final MonthQueries reading;
    private final AskedMeasures asked;
    private final MessageSource messages;
    private final AuditTrail audit;

    TemplateWorkbook(MonthQueries reading, AskedMeasures asked, MessageSource messages, AuditTrail audit) {
        this.reading = reading;
        this.asked = asked;
        this.messages = messages;
        this.audit = audit;
    }

    /** The month's units that the person may enter, as an .xlsx file; whose figures left the program is in the trail. */
    @Transactional
    public byte[] export(YearMonth month, CurrentUser by) {
        MonthSnapshot snapshot = reading.read(month, by);
        List<Unit> units =
                snapshot.units().stream().filter(unit -> by.mayEnter(unit.id())).toList();
        byte[] file = workbook(month, units, snapshot);
        audit.record(
                by,
                TrailEntry.of("sheet.exported", month)
                        .units(units.stream().map(Unit::id).toList()));
        return file;
    }

    private byte[] workbook(YearMonth month, List<Unit> units, MonthSnapshot snapshot) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("T" + month.getMonthValue() + "-" + month.getYear());
            List<Measure> measures = asked.at(month);
            heading(sheet.createRow(0), measures);
            sheet.createFreezePane(UNIT_COLUMN + 1, 1);
            int at = 1;
            for (Unit unit : units) {
                fill(sheet.createRow(at++), unit, month, measures, snapshot.of(unit.id()));
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** In Vietnamese for everybody: by these words the sheet is recognised when it comes back. */
    private void heading(Row row, List<Measure> measures) {
        List<String> keys =
                new ArrayList<>(List.of("imports.column.code", "imports.column.unit", "imports.column.month"));
        for (Measure measure : measures) {
            keys.add("figures.measure." + measure.field());
        }
        keys.add("imports.column.note");
        for (int i = 0; i < keys.size(); i++) {
            row.createCell(i).setCellValue(messages.getMessage(keys.get(i), null, Language.OFFICIAL));
            row.getSheet().setColumnWidth(i, i == UNIT_COLUMN || i == keys.size() - 1 ? WIDE : NARROW);
        }
    }

    private static void fill(
            Row row,
            Unit unit,
            YearMonth month,
            List<Measure> measures,
            @org.jspecify.annotations.Nullable StoredReturn stored) {
        ReturnFigures figures = stored == null ? ReturnFigures.BLANK : stored.figures();
        row.createCell(0).setCellValue(unit.code());
        row.createCell(UNIT_COLUMN).setCellValue(unit.name());
        row.createCell(2).setCellValue(Formats.month(month));
        int column = 3;
        for (Measure measure : measures) {
            Integer number = figures.number(measure);
            if (number != null) {
                row.createCell(column).setCellValue(number);
            } else if (figures.notApplicable(measure)) {
                row.createCell(column).setCellValue("x");
            }
            column++;
        }
        if (figures.note() != null) {
            row.createCell(column).setCellValue(figures.note());
        }
    }
}
