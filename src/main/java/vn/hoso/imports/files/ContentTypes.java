package vn.hoso.imports.files;

import java.util.Set;
import org.xml.sax.Attributes;

/** Tells by its list of contents whether a package is a workbook, and one without macros. */
final class ContentTypes extends PartXml {

    private static final String NAME = "[content_types].xml";

    private boolean macros;

    private ContentTypes(Work work) {
        super(work);
    }

    /** Refuses macros and whatever is no workbook. */
    static void check(PackageParts parts, Work work) {
        Set<String> names = parts.names();
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/"))) {
            throw Refusals.of("macro");
        }
        if (!names.contains(NAME)) {
            throw Refusals.of(names.isEmpty() ? "damaged" : "not-a-workbook");
        }
        if (names.stream().noneMatch(name -> name.startsWith("xl/") && name.endsWith(".xml"))) {
            throw Refusals.of("not-a-workbook");
        }
        ContentTypes types = new ContentTypes(work);
        types.read(parts.open(NAME));
        if (types.macros) {
            throw Refusals.of("macro");
        }
    }

    @Override
    void start(String name, int depth, Attributes attributes) {
        String type = attributes.getValue("ContentType");
        macros |= type != null && type.contains("macroEnabled");
    }
}
