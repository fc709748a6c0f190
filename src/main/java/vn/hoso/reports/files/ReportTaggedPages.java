package vn.hoso.reports.files;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Pages on which every piece of text is tagged. The library looks for each tag among those of the page before it adds it; where a page
 * is a table's, it would compare each with a thousand others.
 */
final class ReportTaggedPages {

    private ReportTaggedPages() {}

    /** As the library makes a page itself. */
    static PDPage add(PDDocument document, float width, float height, int number, int beside) {
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        page.setResources(new PDResources());
        page.getResources().getCOSObject().setItem(COSName.PROPERTIES, new Tags());
        return page;
    }

    /** The tags of a page, each of which is itself alone. */
    private static final class Tags extends COSDictionary {

        private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

        @Override
        public void setItem(COSName name, COSBase tag) {
            known.add(tag);
            super.setItem(name, tag);
        }

        @Override
        public boolean containsValue(Object tag) {
            return known.contains(tag);
        }
    }
}
