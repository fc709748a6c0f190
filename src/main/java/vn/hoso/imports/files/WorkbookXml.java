package vn.hoso.imports.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The list of a workbook's sheets, and the names that stand for cells of other files. */
final class WorkbookXml extends PartXml {

    record Entry(String name, String relation, boolean hidden) {}

    private final List<Entry> sheets = new ArrayList<>();
    private final Set<String> linkedNames = new HashSet<>();
    private final StringBuilder formula = new StringBuilder();
    private @Nullable String defined;
    private boolean from1904;

    WorkbookXml(ReadBudget work) {
        super(work);
    }

    @Override
    void start(String name, int depth, Attributes attributes) {
        switch (name) {
            case "workbookPr" -> from1904 = yes(attributes.getValue("date1904"));
            case "sheet" -> sheet(attributes);
            case "definedName" -> {
                defined = attributes.getValue("name");
                formula.setLength(0);
            }
            default -> {}
        }
    }

    private void sheet(Attributes attributes) {
        if (sheets.size() >= FileLimits.SHEETS) {
            throw FileErrors.of("sheets", String.valueOf(FileLimits.SHEETS));
        }
        String relation = relation(attributes);
        String title = attributes.getValue("name");
        if (relation == null || title == null || VisibleText.heaped(title)) {
            throw FileErrors.of("damaged");
        }
        String state = attributes.getValue("state");
        sheets.add(new Entry(VisibleText.of(title), relation, state != null && !state.equals("visible")));
    }

    /** The attribute's prefix is the writer's choice. */
    private static @Nullable String relation(Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getQName(i).endsWith(":id")) {
                return attributes.getValue(i);
            }
        }
        return null;
    }

    @Override
    public void characters(char[] some, int start, int length) {
        if (defined != null && formula.length() <= FileLimits.CELL_CHARACTERS) {
            formula.append(some, start, length);
        }
    }

    @Override
    void end(String name, int depth) {
        if (name.equals("definedName") && defined != null) {
            if (ExternalReferences.in(formula, Set.of())) {
                if (linkedNames.size() >= FileLimits.NAMES) {
                    throw FileErrors.of("work");
                }
                linkedNames.add(defined.toLowerCase(Locale.ROOT));
            }
            defined = null;
        }
    }

    List<Entry> sheets() {
        return sheets;
    }

    /** Names, lower case, that a formula may use for cells of other files. */
    Set<String> linkedNames() {
        return linkedNames;
    }

    boolean from1904() {
        return from1904;
    }
}
