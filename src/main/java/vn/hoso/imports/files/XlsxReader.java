package vn.hoso.imports.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import vn.hoso.shared.RefusedException;

/** Reads a workbook as a stream of events; the whole-workbook reader would not fit into memory. */
final class XlsxReader {

    static {
        ZipSecureFile.setMaxEntrySize(Limits.UNPACKED);
    }

    private final Deadline deadline;

    XlsxReader(Deadline deadline) {
        this.deadline = deadline;
    }

    List<Sheet> read(byte[] bytes) {
        ZipCheck.check(bytes, deadline);
        try {
            OPCPackage file = OPCPackage.open(new ByteArrayInputStream(bytes));
            try {
                return sheets(new XSSFReader(file));
            } finally {
                file.revert();
            }
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException
                | SAXException
                | OpenXML4JException
                | ParserConfigurationException
                | RuntimeException damaged) {
            // Whatever a reader stumbles over in a file that nobody vouches for, the file is at fault.
            throw Refusals.of("damaged");
        }
    }

    private List<Sheet> sheets(XSSFReader file)
            throws IOException, SAXException, OpenXML4JException, ParserConfigurationException {
        WorkbookXml workbook = new WorkbookXml();
        parse(file.getWorkbookData(), workbook);
        SharedTexts shared = new SharedTexts(deadline);
        InputStream texts = file.getSharedStringsData();
        if (texts != null) {
            parse(texts, shared);
        }
        CellCollector.Count count = new CellCollector.Count();
        List<Sheet> sheets = new ArrayList<>();
        for (WorkbookXml.Entry entry : workbook.sheets()) {
            CellCollector cells = new CellCollector(entry.name(), count);
            parse(file.getSheet(entry.relation()), new SheetXml(cells, shared, deadline));
            sheets.add(cells.sheet(workbook.from1904()));
        }
        return sheets;
    }

    private static void parse(InputStream xml, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        try (xml) {
            factory.newSAXParser().parse(new InputSource(xml), handler);
        }
    }
}
