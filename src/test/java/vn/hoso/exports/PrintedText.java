package vn.hoso.exports;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/** What a PDF prints between its margins: without page numbers, so that a sentence over two pages is one. */
final class PrintedText {

    /** 20 mm in points. */
    private static final double MARGIN = 20 * 72 / 25.4;

    private PrintedText() {}

    static String of(byte[] pdf) throws IOException {
        StringBuilder text = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                PDFTextStripperByArea stripper = new PDFTextStripperByArea();
                stripper.setSortByPosition(true);
                double height = page.getMediaBox().getHeight();
                stripper.addRegion(
                        "body",
                        new Rectangle2D.Double(0, MARGIN, page.getMediaBox().getWidth(), height - 2 * MARGIN));
                stripper.extractRegions(page);
                text.append(stripper.getTextForRegion("body"));
            }
        }
        return text.toString();
    }
}
