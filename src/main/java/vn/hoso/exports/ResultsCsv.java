package vn.hoso.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.CsvCellText;

/**
 * Results as a sheet that Excel opens rightly on a Vietnamese computer: byte order mark, semicolons, decimal comma. One row
 * for each indicator and one for each verdict, under the field names of the JSON.
 */
final class ResultsCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat SHEET = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader(
                    "scope",
                    "name",
                    "indicator",
                    "numerator",
                    "denominator",
                    "percent",
                    "target",
                    "threshold",
                    "verdict",
                    "short",
                    "reachable",
                    "missingEligible",
                    "aspiration",
                    "confirmed",
                    "from",
                    "to",
                    "provisional",
                    "demonstration",
                    "verdictProvisional",
                    "reportedReturns",
                    "expectedReturns",
                    "points",
                    "unitId",
                    "geography",
                    "estimated")
            .get();

    private ResultsCsv() {}

    static String of(ResultsExport export) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter sheet = new CSVPrinter(text, SHEET)) {
            for (ResultsExport.Figure each : export.results()) {
                sheet.printRecord(
                        CsvCellText.inert(each.scope()),
                        CsvCellText.inert(each.name()),
                        each.indicator(),
                        each.numerator(),
                        each.denominator(),
                        decimal(each.percent()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        export.from(),
                        export.to(),
                        export.provisional(),
                        export.demonstration(),
                        null,
                        each.reportedReturns(),
                        each.expectedReturns(),
                        null,
                        each.unitId(),
                        export.geography(),
                        each.estimated());
            }
            for (ResultsExport.Judgement each : export.verdicts()) {
                sheet.printRecord(
                        CsvCellText.inert(each.scope()),
                        CsvCellText.inert(each.name()),
                        each.indicator(),
                        null,
                        null,
                        null,
                        each.target(),
                        decimal(each.threshold()),
                        each.verdict(),
                        each.shortBy(),
                        each.reachable(),
                        each.missingEligible(),
                        each.aspiration(),
                        each.confirmed(),
                        export.from(),
                        export.to(),
                        export.provisional(),
                        export.demonstration(),
                        each.provisional(),
                        each.reportedReturns(),
                        each.expectedReturns(),
                        decimal(each.points()),
                        each.unitId(),
                        export.geography(),
                        each.estimated());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static @Nullable String decimal(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString().replace('.', ',');
    }
}
