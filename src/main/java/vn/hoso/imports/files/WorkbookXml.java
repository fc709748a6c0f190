package vn.hoso.imports.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The list of a workbook's sheets; those it hides are left alone. */
final class WorkbookXml extends DefaultHandler {

    record Entry(String name, String relation) {}

    private final List<Entry> sheets = new ArrayList<>();
    private boolean from1904;
    private int seen;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (name.equals("workbookPr")) {
            from1904 = "1".equals(attributes.getValue("date1904")) || "true".equals(attributes.getValue("date1904"));
        } else if (name.equals("sheet")) {
            seen++;
            if (seen > Limits.SHEETS) {
                throw Refusals.of("sheets", String.valueOf(Limits.SHEETS));
            }
            String relation = relation(attributes);
            String title = attributes.getValue("name");
            if (relation == null || title == null) {
                throw Refusals.of("damaged");
            }
            String state = attributes.getValue("state");
            if (state == null || state.equals("visible")) {
                sheets.add(new Entry(SheetCell.text(title).text(), relation));
            }
        }
    }

    /** The attribute's namespace differs between the two kinds of the format. */
    private static @Nullable String relation(Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals("id") && !attributes.getURI(i).isEmpty()) {
                return attributes.getValue(i);
            }
        }
        return null;
    }

    List<Entry> sheets() {
        return sheets;
    }

    boolean from1904() {
        return from1904;
    }
}
