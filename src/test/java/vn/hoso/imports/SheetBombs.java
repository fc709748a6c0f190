package vn.hoso.imports;

import java.util.function.Supplier;

/** Bombs in a sheet itself: its XML and its cells. */
final class SheetBombs {

    private final Bombs bombs;

    SheetBombs(Bombs bombs) {
        this.bombs = bombs;
    }

    void all() {
        markup();
        cells();
    }

    private void markup() {
        bombs.part("deep sheet", "work", Parts.SHEET, () -> Bombs.deep(1_500_000));
        bombs.part(
                "sheet of namespaces",
                "work",
                Parts.SHEET,
                () -> "<worksheet " + Bombs.MAIN
                        + Bombs.many(200_000, i -> " xmlns:n" + i + "=\"u" + Bombs.word(i) + "\"") + "/>");
        bombs.part(
                "namespaces within namespaces",
                "work",
                Parts.SHEET,
                () -> "<worksheet " + Bombs.MAIN + ">"
                        + Bombs.many(
                                63,
                                d -> "<a"
                                        + Bombs.many(190, i -> " xmlns:n" + d + "x" + i + "=\"u" + Bombs.word(i) + "\"")
                                        + ">")
                        + Bombs.many(1_200_000, i -> "<b xmlns:q" + Bombs.word(i) + "=\"\"/>"));
        bombs.part(
                "an attribute without end",
                "work",
                Parts.SHEET,
                () -> "<worksheet a=\"" + Bombs.many(4_000_000, Bombs::word) + "\"/>");
        bombs.part("a name without end", "damaged", Parts.SHEET, () -> "<" + Bombs.many(4_000_000, Bombs::word) + "/>");
        bombs.part(
                "a comment without end",
                "work",
                Parts.SHEET,
                () -> "<!--" + Bombs.many(4_000_000, Bombs::word) + "--><worksheet/>");
        bombs.part(
                "a comment that seems to end",
                "work",
                Parts.SHEET,
                () -> "<!-->" + Bombs.many(4_000_000, Bombs::word) + "--><worksheet/>");
        bombs.part(
                "an instruction without end",
                "work",
                Parts.SHEET,
                () -> "<?a " + Bombs.many(4_000_000, Bombs::word) + "?><worksheet/>");
        bombs.change(
                "comments without end",
                Bombs.READ,
                Parts.SHEET,
                xml -> xml + Bombs.many(3_000_000, i -> "<!--" + Bombs.word(i) + "-->"));
        bombs.change(
                "instructions without end",
                Bombs.READ,
                Parts.SHEET,
                xml -> xml + Bombs.many(3_000_000, i -> "<?a " + Bombs.word(i) + "?>"));
        bombs.change(
                "a literal section without end",
                "work",
                Parts.SHEET,
                xml -> xml.replace("<v>259</v>", "<v><![CDATA[" + Bombs.many(4_000_000, Bombs::word) + "]]></v>"));
        bombs.change(
                "literal sections without end",
                "long-text",
                Parts.SHEET,
                xml -> xml.replace(
                        "<v>259</v>",
                        "<v>" + Bombs.many(2_000_000, i -> "<![CDATA[" + Bombs.word(i) + "]]>") + "</v>"));
        bombs.part(
                "billion laughs",
                "damaged",
                Parts.SHEET,
                () -> "<!DOCTYPE a [<!ENTITY a \"a\">"
                        + Bombs.many(30, i -> "<!ENTITY a" + i + " \"" + "&a;".repeat(30) + "\">")
                        + "]><worksheet>&a29;</worksheet>");
        bombs.part(
                "UTF-7",
                "damaged",
                Parts.SHEET,
                () -> "+ADw-?xml version=+ACI-1.0+ACI- encoding=+ACI-UTF-7+ACI-?+AD4-"
                        + Bombs.many(4_000_000, Bombs::word));
        bombs.part("NUL bytes", "damaged", Parts.SHEET, () -> "<worksheet>" + "\0".repeat(900_000) + "</worksheet>");
        bombs.part(
                "character references without end",
                "empty",
                Parts.SHEET,
                () -> "<worksheet>" + Bombs.many(5_000_000, i -> "&#" + (33 + i * 31 / 7 % 90) + ";") + "</worksheet>");
    }

    private void cells() {
        bombs.part("as many cells as may be", Bombs.READ, Parts.SHEET, () -> Bombs.rows(20_000, 20, "<c><v>7</v></c>"));
        bombs.part("one cell more", "cells", Parts.SHEET, () -> Bombs.rows(20_000, 20, "<c><v>7</v></c>")
                .replaceFirst("<row>", "<row><c><v>7</v></c>"));
        bombs.part("empty cells without end", Bombs.READ, Parts.SHEET, () -> Bombs.rows(20_000, 140, "<c s=\"1\"/>")
                .replaceFirst("<row>", "<row><c><v>7</v></c>"));
        inSheet("a far row", "far", () -> "<row r=\"1048576\"><c><v>1</v></c></row></sheetData>");
        inSheet("a far column", "far", () -> "<row r=\"900\"><c r=\"XFD900\"><v>1</v></c></row></sheetData>");
        inSheet(
                "merged cells without end",
                Bombs.READ,
                () -> "</sheetData><mergeCells>"
                        + Bombs.many(1_000_000, i -> "<mergeCell ref=\"A" + i + ":B" + Bombs.word(i) + "\"/>")
                        + "</mergeCells>");
        bombs.change(
                "a false dimension",
                Bombs.READ,
                Parts.SHEET,
                xml -> xml.replaceFirst("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>"));
        bombs.change(
                "hidden columns without end",
                Bombs.READ,
                Parts.SHEET,
                xml -> xml.replaceFirst(
                        "<sheetData>",
                        "<cols>"
                                + Bombs.many(
                                        600_000,
                                        i -> "<col min=\"1\" max=\"16384\" hidden=\"1\" width=\"" + Bombs.word(i)
                                                + "\"/>")
                                + "</cols><sheetData>"));
        bombs.part(
                "numbers without end",
                "long-text",
                Parts.SHEET,
                () -> Bombs.rows(1, 1, "<c><v>" + "123456789".repeat(100_000) + "</v></c>"));
        bombs.part(
                "long numbers",
                "characters",
                Parts.SHEET,
                () -> Bombs.rows(
                        450,
                        1,
                        "<c><v>" + Bombs.many(6_000, i -> String.valueOf(1_000 + i)) + Bombs.many(6_000, i -> "0")
                                + "</v></c>"));
        bombs.part(
                "accents without end",
                "accents",
                Parts.SHEET,
                () -> Bombs.rows(
                        400,
                        1,
                        "<c t=\"inlineStr\"><is><t>a"
                                + Bombs.many(
                                        10_000,
                                        i -> String.valueOf(
                                                (char) (0x300 + Bombs.word(i).hashCode() % 16)))
                                + "</t></is></c>"));
        bombs.part(
                "long formulas",
                Bombs.READ,
                Parts.SHEET,
                () -> Bombs.rows(
                        150, 1, "<c><f>" + Bombs.many(10_000, i -> "[1]" + Bombs.word(i) + "+'") + "</f><v>1</v></c>"));
        bombs.part(
                "headings everywhere",
                Bombs.READ,
                Parts.SHEET,
                () -> Bombs.rows(100, 199, "<c t=\"inlineStr\"><is><t>Tên đơn vị</t></is></c>"));
        bombs.part(
                "long headings everywhere",
                Bombs.READ,
                Parts.SHEET,
                () -> Bombs.rows(
                        60,
                        40,
                        "<c t=\"inlineStr\"><is><t>Tên đơn vị " + Bombs.many(1_000, Bombs::word) + "</t></is></c>"));
    }

    private void inSheet(String what, String reason, Supplier<String> xml) {
        bombs.change(
                what,
                reason,
                Parts.SHEET,
                before -> before.replaceFirst("</sheetData>", "").replaceFirst("(?s)</worksheet>.*", "") + xml.get()
                        + "</worksheet>");
    }
}
