package vn.hoso.imports.files;

import java.util.BitSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** A sheet's XML, read as it streams by. Formulas are never computed: the result that the file holds is taken. */
final class SheetXml extends PartXml {

    private static final int ROW_DEPTH = 3;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,7}");
    private static final Pattern NOTHING = Pattern.compile("0(\\.0*)?");

    private final CellCollector cells;
    private final Workbook workbook;
    private final CellXml cell = new CellXml();
    private final BitSet hiddenColumns = new BitSet();
    private String section = "";
    private int row;
    private int column;
    private boolean hiddenRow;
    /** Whether the cell that is being read is in a column that is asked for. */
    private boolean wanted = true;

    /** What the sheet's cells refer to. */
    record Workbook(SharedStrings shared, StylesXml styles, Set<String> linkedNames) {}

    SheetXml(CellCollector cells, Workbook workbook, ReadBudget work) {
        super(work);
        this.cells = cells;
        this.workbook = workbook;
    }

    @Override
    void start(String name, int depth, Attributes attributes) {
        if (depth < ROW_DEPTH) {
            section = name;
            if (name.equals("autoFilter")) {
                cells.filtered(attributes.getValue("ref"));
            }
        } else if (section.equals("cols")) {
            column(attributes);
        } else if (section.equals("sheetData")) {
            data(name, depth, attributes);
        }
    }

    private void data(String name, int depth, Attributes attributes) {
        if (depth == ROW_DEPTH && name.equals("row")) {
            row = whole(attributes.getValue("r"), row + 1);
            hiddenRow = yes(attributes.getValue("hidden")) || nothing(attributes.getValue("ht"));
            column = 0;
        } else if (depth == ROW_DEPTH + 1 && name.equals("c")) {
            startCell(attributes);
        } else if (depth > ROW_DEPTH + 1 && wanted) {
            cell.start(name, attributes);
        }
    }

    private void startCell(Attributes attributes) {
        String address = attributes.getValue("r");
        column = address == null ? column + 1 : Columns.of(address);
        if (column == 0 || address != null && !Columns.isAt(address, column, row)) {
            throw FileErrors.of("damaged");
        }
        wanted = cells.wants(column);
        if (wanted) {
            cell.begin(attributes.getValue("t"), attributes.getValue("s"));
        }
    }

    private void column(Attributes attributes) {
        if (yes(attributes.getValue("hidden")) || nothing(attributes.getValue("width"))) {
            int first = Math.max(whole(attributes.getValue("min"), 1), 1);
            int last = Math.min(whole(attributes.getValue("max"), 0), FileLimits.COLUMNS);
            hiddenColumns.set(first, Math.max(first, last + 1));
        }
    }

    private static int whole(@Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw FileErrors.of("damaged");
        }
        return Integer.parseInt(text);
    }

    private static boolean nothing(@Nullable String size) {
        return size != null && NOTHING.matcher(size).matches();
    }

    @Override
    public void characters(char[] some, int start, int length) {
        if (wanted) {
            cell.characters(some, start, length);
        }
    }

    @Override
    void end(String name, int depth) {
        if (!section.equals("sheetData") || depth > ROW_DEPTH && !wanted) {
            return;
        }
        if (depth > ROW_DEPTH + 1) {
            cell.end(name);
        } else if (depth == ROW_DEPTH + 1 && name.equals("c")) {
            if (cell.linked(workbook.linkedNames())) {
                throw FileErrors.of("external", cells.name(), Columns.letters(column) + row);
            }
            cells.cell(row, column, cell.read(workbook.shared(), workbook.styles()));
        } else if (depth == ROW_DEPTH && name.equals("row")) {
            cells.endRow(row, hiddenRow);
        }
    }

    Set<Integer> hiddenColumns() {
        return hiddenColumns.stream().boxed().collect(Collectors.toSet());
    }
}
