package vn.hoso.exports;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** Reads the tables of a PDF as a screen reader does: by its tags, not by where letters happen to stand. */
final class TaggedTables {

    /** The text of each page by the number that the tags refer to. */
    private final Map<PDPage, Map<Integer, String>> marked = new HashMap<>();

    private final List<List<String>> rows = new ArrayList<>();

    private TaggedTables() {}

    /** Every row of every table, a text for each of its cells. */
    static List<List<String>> rows(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            TaggedTables tables = new TaggedTables();
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                Map<Integer, String> texts = new HashMap<>();
                extractor
                        .getMarkedContents()
                        .forEach(content -> texts.merge(content.getMCID(), text(content), String::concat));
                tables.marked.put(page, texts);
            }
            tables.find(document.getDocumentCatalog().getStructureTreeRoot());
            return tables.rows;
        }
    }

    private static String text(PDMarkedContent content) {
        return content.getContents().stream()
                .map(part -> part instanceof PDMarkedContent inner ? text(inner) : letter(part))
                .collect(Collectors.joining());
    }

    private static String letter(Object part) {
        return part instanceof TextPosition position ? position.getUnicode() : "";
    }

    private void find(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("TR")) {
                    rows.add(element.getKids().stream()
                            .filter(PDStructureElement.class::isInstance)
                            .map(PDStructureElement.class::cast)
                            .map(this::cell)
                            .toList());
                } else {
                    find(element);
                }
            }
        }
    }

    private String cell(PDStructureElement cell) {
        List<String> lines = new ArrayList<>();
        gather(cell, lines);
        return Normalizer.normalize(String.join(" ", lines), Normalizer.Form.NFC)
                .replaceAll("[ \u00a0]+", " ")
                .strip();
    }

    private void gather(PDStructureElement element, List<String> lines) {
        for (Object kid : element.getKids()) {
            if (kid instanceof PDStructureElement inner) {
                gather(inner, lines);
            } else if (kid instanceof PDMarkedContentReference reference) {
                PDPage page = reference.getPage() == null ? element.getPage() : reference.getPage();
                lines.add(on(page, reference.getMCID()));
            } else if (kid instanceof Integer number) {
                lines.add(on(element.getPage(), number));
            }
        }
    }

    private String on(PDPage page, int number) {
        return marked.entrySet().stream()
                .filter(entry -> entry.getKey().getCOSObject().equals(page.getCOSObject()))
                .map(entry -> entry.getValue().getOrDefault(number, ""))
                .findFirst()
                .orElse("");
    }
}
