package vn.hoso.imports.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import vn.hoso.shared.UserFacingException;

/**
 * Reads a workbook as a stream of events, and only the parts that say what stands in its cells: the list of contents, the
 * workbook, shared texts, looks and sheets.
 */
final class XlsxReader {

    private final ReadBudget work;
    private final PackageParts parts;
    private final @Nullable RowReader rows;

    private XlsxReader(byte[] bytes, FileLimits.Size limits, @Nullable RowReader rows) {
        this.rows = rows;
        work = new ReadBudget(limits);
        parts = new PackageParts(bytes, work);
    }

    static List<ParsedSheet> read(byte[] bytes) {
        return read(bytes, FileLimits.SHEET, null);
    }

    /** Row by row: text in a font made for an old encoding stays as it is. */
    static void read(byte[] bytes, RowReader rows) {
        read(bytes, FileLimits.LIST, rows);
    }

    private static List<ParsedSheet> read(byte[] bytes, FileLimits.Size limits, @Nullable RowReader rows) {
        try {
            return new XlsxReader(bytes, limits, rows).sheets();
        } catch (UserFacingException refused) {
            throw refused;
        } catch (RuntimeException damaged) {
            // Whatever a reader stumbles over in a file that nobody vouches for, the file is at fault.
            throw FileErrors.of("damaged");
        }
    }

    private List<ParsedSheet> sheets() {
        ContentTypes.check(parts, work);
        String name = PackageRelationships.of("", parts, work)
                .ofKind("officeDocument")
                .orElseThrow(() -> FileErrors.of("not-a-workbook"));
        if (name.endsWith(".bin")) {
            throw FileErrors.of("renamed", "xlsx");
        }
        WorkbookXml workbook = new WorkbookXml(work);
        workbook.read(parts.open(name));
        PackageRelationships relations = PackageRelationships.of(name, parts, work);
        SharedStrings shared = new SharedStrings(work);
        relations.ofKind("sharedStrings").filter(parts::has).ifPresent(part -> shared.read(parts.open(part)));
        StylesXml styles = new StylesXml(work);
        relations.ofKind("styles").filter(parts::has).ifPresent(part -> styles.read(parts.open(part)));
        SheetXml.Workbook referred = new SheetXml.Workbook(shared, styles, workbook.linkedNames());
        List<ParsedSheet> sheets = new ArrayList<>();
        for (WorkbookXml.Entry entry : workbook.sheets()) {
            if (rows != null) {
                rows.sheet(entry.name(), workbook.from1904(), entry.hidden());
            }
            CellCollector cells = new CellCollector(entry.name(), work, rows);
            SheetXml sheet = new SheetXml(cells, referred, work);
            sheet.read(parts.open(relations.withId(entry.relation())));
            sheets.add(cells.sheet(workbook.from1904(), entry.hidden(), sheet.hiddenColumns()));
        }
        return sheets;
    }

    /** Tells by its list of contents whether a package is a workbook, and one without macros. */
    static final class ContentTypes extends PartXml {

        private static final String NAME = "[content_types].xml";

        private boolean macros;

        private ContentTypes(ReadBudget work) {
            super(work);
        }

        /** Refuses macros and whatever is no workbook. */
        static void check(PackageParts parts, ReadBudget work) {
            Set<String> names = parts.names();
            if (names.stream()
                    .anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/"))) {
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
}
