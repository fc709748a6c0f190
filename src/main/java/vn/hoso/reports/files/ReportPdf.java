package vn.hoso.reports.files;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.shared.Formats;

/** Sets the report as a tagged PDF with its typeface inside, laid out as the .docx is. */
public final class ReportPdf {

    private static final String FOLDER = "/reports/";
    private static final String TYPEFACE = "Liberation Serif";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmssXX");

    static {
        XRLog.setLoggerImpl(new PdfLog());
    }

    private ReportPdf() {}

    /** The file's bytes; the same text on the same day gives the same bytes. */
    public static byte[] of(ReportText text, LocalDate day) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("")
                // Nothing is fetched: the page holds all it needs.
                .useUriResolver((base, address) -> null)
                .useUnicodeLineBreaker(new FractionLineBreaker())
                .withW3cDocument(PdfPage.of(text, stylesheet()), null);
        typeface(builder);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            sameEveryTime(document, day);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same letter widths as Times New Roman, and a licence to be embedded. */
    private static void typeface(PdfRendererBuilder builder) {
        builder.useFont(() -> resource("fonts/LiberationSerif-Regular.ttf"), TYPEFACE, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> resource("fonts/LiberationSerif-Bold.ttf"), TYPEFACE, 700, FontStyle.NORMAL, true);
        builder.useFont(() -> resource("fonts/LiberationSerif-Italic.ttf"), TYPEFACE, 400, FontStyle.ITALIC, true);
        builder.useFont(() -> resource("fonts/LiberationSerif-BoldItalic.ttf"), TYPEFACE, 700, FontStyle.ITALIC, true);
    }

    /** The day instead of the moment, and an identity that depends on it alone. */
    private static void sameEveryTime(PDDocument document, LocalDate day) {
        PDDocumentInformation about = document.getDocumentInformation();
        String start = day.atStartOfDay(Formats.ZONE).format(DATE);
        about.getCOSObject().setString(COSName.CREATION_DATE, start);
        about.getCOSObject().setString(COSName.MOD_DATE, start);
        document.setDocumentId(day.toEpochDay());
    }

    private static String stylesheet() {
        try (InputStream css = resource("report-pdf.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ReportPdf.class.getResourceAsStream(FOLDER + name), name);
    }
}
