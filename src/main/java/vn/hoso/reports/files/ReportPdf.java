package vn.hoso.reports.files;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.shared.Formats;

/** Sets the report as a tagged PDF with its typeface inside, laid out as the .docx is. */
public final class ReportPdf {

    private static final String FOLDER = "/reports/";
    private static final String TYPEFACE = "Liberation Serif";

    /** Of a TrueType file: its list of tables, each by a name of four letters, and one of the names, "GSUB". */
    private static final int FIRST_TABLE = 12;

    private static final int TABLE_BYTES = 16;
    private static final int SUBSTITUTIONS = 0x47535542;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmssXX");

    static {
        XRLog.setLoggerImpl(new PdfLog());
    }

    /** Made-up figures say so on every page. */
    private static final String WARNING = """
            @page { @bottom-center { content: "%s"; vertical-align: middle; font-family: "Liberation Serif";
                font-size: 11pt; font-weight: bold; text-align: center; } }""";

    private static final ITemplateEngine PAGES = pages();

    private ReportPdf() {}

    /** The file's bytes; the same text on the same day gives the same bytes. */
    public static byte[] of(ReportText text, LocalDate day) {
        DocumentView view = DocumentView.onPaper(text);
        String html = PAGES.process("components/reports/document", new Context(Locale.ROOT, Map.of("document", view)));
        String warning = text.demonstration() ? WARNING.formatted(text.warning()) : "";
        return of(html, stylesheet() + view.lengths() + warning, day);
    }

    /**
     * Any page of the program, drawn in the same typeface.
     *
     * @param html well-formed; its pictures are data within it
     * @param css its whole style
     */
    public static byte[] of(String html, String css, LocalDate day) {
        Document page = page(html, css);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("")
                // Nothing is fetched: the page holds all it needs.
                .useUriResolver((base, address) -> address.startsWith("data:") ? address : null)
                .useUnicodeLineBreaker(new FractionLineBreaker())
                .usePageSupplier(ReportTaggedPages::add)
                .withW3cDocument(page, null);
        typeface(builder, substitutes(page.getDocumentElement().getTextContent()));
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

    /** The template's page as elements, without the line ends and blanks between them that only a template needs. */
    private static Document page(String html, String css) {
        try {
            Document page = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html.substring(html.indexOf("<html")))));
            withoutLayout(page.getDocumentElement());
            Node style = page.createElement("style");
            style.setTextContent(css);
            page.getElementsByTagName("head").item(0).appendChild(style);
            return page;
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void withoutLayout(Node node) {
        for (Node child = node.getLastChild(); child != null; ) {
            Node before = child.getPreviousSibling();
            if (child.getNodeType() == Node.TEXT_NODE
                    && child.getTextContent().contains("\n")
                    && child.getTextContent().isBlank()) {
                node.removeChild(child);
            }
            withoutLayout(child);
            child = before;
        }
    }

    private static ITemplateEngine pages() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        // Every cell of a table is some expressions.
        engine.setEnableSpringELCompiler(true);
        return engine;
    }

    /** The same letter widths as Times New Roman, and a licence to be embedded. */
    private static void typeface(PdfRendererBuilder builder, boolean substitutes) {
        builder.useFont(() -> font("Regular", substitutes), TYPEFACE, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("Bold", substitutes), TYPEFACE, 700, FontStyle.NORMAL, true);
        builder.useFont(() -> font("Italic", substitutes), TYPEFACE, 400, FontStyle.ITALIC, true);
        builder.useFont(() -> font("BoldItalic", substitutes), TYPEFACE, 700, FontStyle.ITALIC, true);
    }

    /** Whether the typeface draws anything in the text otherwise than letter by letter: accents left apart, and letters for tones. */
    private static boolean substitutes(String text) {
        return text.codePoints()
                .map(Character::getType)
                .anyMatch(type -> type == Character.NON_SPACING_MARK || type == Character.MODIFIER_SYMBOL);
    }

    /** Under another name the table of substitutions is not read: to look for them in every piece of text takes as long as the rest. */
    private static InputStream font(String style, boolean substitutes) {
        byte[] font = resource("fonts/LiberationSerif-" + style + ".ttf");
        ByteBuffer tables = ByteBuffer.wrap(font);
        int end = FIRST_TABLE + tables.getShort(Integer.BYTES) * TABLE_BYTES;
        for (int at = FIRST_TABLE; at < end && !substitutes; at += TABLE_BYTES) {
            if (tables.getInt(at) == SUBSTITUTIONS) {
                tables.putInt(at, 0);
            }
        }
        return new ByteArrayInputStream(font);
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
        return new String(resource("report-pdf.css"), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream file = Objects.requireNonNull(ReportPdf.class.getResourceAsStream(FOLDER + name), name)) {
            return file.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Lines end between words only: a fraction such as 10.682/11.212 or a number such as 17/NQ-CP stays in one piece. */
    static final class FractionLineBreaker implements FSTextBreaker {

        private String text = "";
        private int at;

        @Override
        public void setText(String given) {
            text = given;
            at = 0;
        }

        @Override
        public int next() {
            if (at >= text.length()) {
                return BreakIterator.DONE;
            }
            int space = text.indexOf(' ', at);
            at = space < 0 ? text.length() : space + 1;
            return at;
        }
    }
}
