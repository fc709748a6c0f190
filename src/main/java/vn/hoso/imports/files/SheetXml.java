package vn.hoso.imports.files;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** A sheet's XML, read as it streams by. Formulas are never computed: the result that the file holds is taken. */
final class SheetXml extends DefaultHandler {

    private final CellCollector cells;
    private final SharedTexts shared;
    private final Deadline deadline;
    private final StringBuilder value = new StringBuilder();
    private int row;
    private int column;
    private String type = "";
    private boolean formula;
    private boolean collecting;
    private int phonetic;

    SheetXml(CellCollector cells, SharedTexts shared, Deadline deadline) {
        this.cells = cells;
        this.shared = shared;
        this.deadline = deadline;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                deadline.check();
                row = rowNumber(attributes.getValue("r"));
                column = 0;
            }
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            case "rPh" -> phonetic++;
            case "v" -> collecting = true;
            case "t" -> collecting = phonetic == 0;
            default -> {}
        }
    }

    private int rowNumber(@Nullable String text) {
        if (text == null) {
            return row + 1;
        }
        if (!text.matches("[0-9]{1,7}")) {
            throw Refusals.of("damaged");
        }
        return Integer.parseInt(text);
    }

    private void startCell(Attributes attributes) {
        String address = attributes.getValue("r");
        column = address == null ? column + 1 : Columns.of(address);
        if (column == 0) {
            throw Refusals.of("damaged");
        }
        String given = attributes.getValue("t");
        type = given == null ? "n" : given;
        formula = false;
        value.setLength(0);
    }

    @Override
    public void characters(char[] some, int start, int length) {
        // One character more than a cell may hold is enough to know that it is too long.
        if (collecting && value.length() <= Limits.CELL_CHARACTERS) {
            value.append(some, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "v", "t" -> collecting = false;
            case "rPh" -> phonetic--;
            case "c" -> cells.cell(row, column, cell(value.toString()));
            case "row" -> cells.endRow(row);
            default -> {}
        }
    }

    private SheetCell cell(String text) {
        boolean empty = text.isBlank();
        if (formula && empty && !type.equals("str")) {
            return new SheetCell("", SheetCell.Kind.UNCOMPUTED);
        }
        if (empty) {
            return SheetCell.BLANK;
        }
        return switch (type) {
            case "s" -> SheetCell.text(shared.get(text));
            case "n" -> SheetCell.number(text);
            case "e" -> new SheetCell(text, SheetCell.Kind.FAILED);
            default -> SheetCell.text(text);
        };
    }
}
