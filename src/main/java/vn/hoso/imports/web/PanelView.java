package vn.hoso.imports.web;

import java.util.List;

/**
 * What the program understood of a file, and what of it it does not use.
 *
 * @param lines one for each thing that is said
 * @param sheets the file's sheets, if it has several
 */
record PanelView(List<Line> lines, List<SheetLine> sheets) {

    /**
     * One thing.
     *
     * @param term what it is about, already a text
     * @param text what is said
     * @param items names that belong to it, such as those of units
     * @param heed whether it should not be overlooked
     */
    record Line(String term, String text, List<String> items, boolean heed) {

        /** Whether so many names stay folded until somebody wants them. */
        public boolean folded() {
            return items.size() > 40;
        }
    }

    /**
     * A sheet.
     *
     * @param holds what stands in it
     * @param used whether it is part of the act
     * @param choosable whether a person may say so
     */
    record SheetLine(int index, String name, String holds, boolean used, boolean choosable) {}

    /** Whether there is something to choose. */
    public boolean choice() {
        return sheets.stream().filter(SheetLine::choosable).count() > 1
                || sheets.stream().anyMatch(sheet -> sheet.choosable() && !sheet.used());
    }
}
