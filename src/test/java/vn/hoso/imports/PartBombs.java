package vn.hoso.imports;

import java.util.function.Supplier;

/** Bombs in the parts of a workbook around its sheets. */
final class PartBombs {

    private static final String CORE = "docProps/core.xml";
    private static final String TYPES = "[Content_Types].xml";
    private static final String STYLES = "xl/styles.xml";
    private static final String SHARED = "xl/sharedStrings.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final Bombs bombs;

    PartBombs(Bombs bombs) {
        this.bombs = bombs;
    }

    void all() {
        partsNobodyNeeds();
        lists();
        looks();
        sharedTexts();
    }

    private void partsNobodyNeeds() {
        bombs.part("huge core.xml", Bombs.READ, CORE, () -> "<a>" + Bombs.many(4_000_000, Bombs::word) + "</a>");
        bombs.part(
                "core.xml of small elements",
                Bombs.READ,
                CORE,
                () -> "<a>" + Bombs.many(1_500_000, i -> "<b" + Bombs.word(i) + "/>") + "</a>");
        bombs.part("deep core.xml", Bombs.READ, CORE, () -> Bombs.deep(1_500_000));
        bombs.part("core.xml of nothing but spaces", "bomb", CORE, () -> " ".repeat(40_000_000));
        bombs.part("deep theme", Bombs.READ, "xl/theme/theme1.xml", () -> Bombs.deep(1_500_000));
    }

    private void lists() {
        bombs.part(
                "list of contents of small elements",
                "work",
                TYPES,
                () -> "<T>"
                        + Bombs.many(
                                6_100_000, i -> "<" + (char) ('a' + i % 26) + (char) ('a' + i * 31 / 7 % 26) + "/>")
                        + "</T>");
        bombs.part("deep list of contents", "work", TYPES, () -> Bombs.deep(1_500_000));
        bombs.part(
                "list of contents of one attribute",
                "work",
                TYPES,
                () -> "<T a=\"" + Bombs.many(4_000_000, Bombs::word) + "\"/>");
        bombs.part(
                "list of contents of attributes",
                "work",
                TYPES,
                () -> "<T" + Bombs.many(20_000, i -> " a" + i + "=\"\"") + "/>");
        bombs.part(
                "relations without end",
                "work",
                RELATIONS,
                () -> "<R>"
                        + Bombs.many(
                                300_000,
                                i -> "<Relationship Id=\"i" + i + "\" Type=\"x/" + Bombs.word(i) + "\" Target=\"a\"/>")
                        + "</R>");
        bombs.part("deep relations", "work", RELATIONS, () -> Bombs.deep(1_500_000));
        bombs.change(
                "100,000 sheets",
                "sheets",
                Parts.WORKBOOK,
                xml -> xml.replaceFirst(
                        "(<sheet .*?/>)",
                        Bombs.many(100_000, i -> "<sheet name=\"" + Bombs.word(i) + "\" r:id=\"rId" + i + "\"/>")));
        bombs.change(
                "names for other files without end",
                "work",
                Parts.WORKBOOK,
                xml -> xml.replace(
                        "</sheets>",
                        "</sheets><definedNames>"
                                + Bombs.many(300_000, i -> "<definedName name=\"n" + i + "\">[1]S!A1</definedName>")
                                + "</definedNames>"));
    }

    private void looks() {
        bombs.part(
                "a million number formats",
                "work",
                STYLES,
                () -> "<s><numFmts>"
                        + Bombs.many(
                                700_000, i -> "<numFmt numFmtId=\"" + i + "\" formatCode=\"0" + Bombs.word(i) + "\"/>")
                        + "</numFmts></s>");
        bombs.part(
                "a number format without end",
                "work",
                STYLES,
                () -> "<s><numFmts><numFmt numFmtId=\"200\" formatCode=\"" + Bombs.many(60_000, Bombs::word)
                        + "\"/></numFmts></s>");
        bombs.part(
                "a million looks",
                "work",
                STYLES,
                () -> "<s><cellXfs>" + Bombs.many(1_000_000, i -> "<xf fontId=\"" + i % 7_919 + "\"/>")
                        + "</cellXfs></s>");
        bombs.part(
                "a million fonts",
                "work",
                STYLES,
                () -> "<s><fonts>" + Bombs.many(1_000_000, i -> "<font><name val=\"" + Bombs.word(i) + "\"/></font>")
                        + "</fonts></s>");
        bombs.part("deep looks", "work", STYLES, () -> Bombs.deep(1_500_000));
    }

    private void sharedTexts() {
        shared(
                "too many shared texts",
                "bomb",
                () -> Bombs.many(500_000, i -> "<si><t>" + Bombs.word(i) + "</t></si>"));
        shared("a shared text without end", "bomb", () -> "<si><t>" + Bombs.many(5_000_000, Bombs::word) + "</t></si>");
        shared(
                "a shared text of many parts",
                Bombs.READ,
                () -> "<si>" + Bombs.many(500_000, i -> "<r><t>" + Bombs.word(i) + "</t></r>") + "</si>");
        bombs.add(new Bombs.Bomb(
                "one long text in 300,000 cells",
                "a.xlsx",
                "characters",
                () -> bombs.packed(parts -> parts.put(SHARED, "<sst><si><t>" + "ế".repeat(32_000) + "</t></si></sst>")
                        .put(RELATIONS, withTexts())
                        .put(Parts.SHEET, Bombs.rows(15_000, 20, "<c t=\"s\"><v>0</v></c>")))));
    }

    private void shared(String what, String reason, Supplier<String> texts) {
        bombs.add(new Bombs.Bomb(
                what,
                "a.xlsx",
                reason,
                () -> bombs.packed(parts ->
                        parts.put(SHARED, "<sst>" + texts.get() + "</sst>").put(RELATIONS, withTexts()))));
    }

    private String withTexts() {
        return "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"rId9\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
    }
}
