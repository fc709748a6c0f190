package vn.hoso.imports.files;

import java.util.Set;
import org.xml.sax.Attributes;

/** Tells by its list of contents whether a package is a workbook, and one without macros. */
final class ContentTypes extends PartXml {

    private static final String NAME = "[content_types].xml";

    private boolean macros;

    private ContentTypes(ReadBudget work) {
        super(work);
    }

    /** Refuses macros and whatever is no workbook. */
    static void check(PackageParts parts, ReadBudget work) {
        Set<String> names = parts.names();
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/"))) {
            throw FileErrors.of("macro");
        }
        if (!names.contains(NAME)) {
            throw FileErrors.of(names.isEmpty() ? "damaged" : "not-a-workbook");
        }
        if (names.stream().noneMatch(name -> name.startsWith("xl/") && name.endsWith(".xml"))) {
            throw FileErrors.of("not-a-workbook");
        }
        ContentTypes types = new ContentTypes(work);
        types.read(parts.open(NAME));
        if (types.macros) {
            throw FileErrors.of("macro");
        }
    }

    @Override
    void start(String name, int depth, Attributes attributes) {
        String type = attributes.getValue("ContentType");
        macros |= type != null && type.contains("macroEnabled");
    }
}
