package vn.hoso.figures.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;

/**
 * The month grid, ready to print: units as rows, measures as columns.
 *
 * @param month such as 10/2024, with its days where they are not those of the civil month
 * @param address such as 2024-10
 * @param previous address of the month before, null where none is kept
 * @param next address of the month after, null while it is still to come
 * @param lock who locked the month and when, null while it is open
 * @param editable whether any row can be changed by the reader
 * @param measures the columns
 * @param rows the reader's units, or a page of them
 * @param finder the way to the others
 * @param totals the sum of the complete returns stored for all these units, by column
 * @param rest what the units that are not on the page add to it; null where all are
 * @param reported how many of the units have a complete return, such as "20/23"
 * @param shares the three fractions of these totals: full-process, partial, overall
 * @param words what the script says of a wrong cell, by rule, as JSON
 * @param owner number of the reader, under which their browser keeps what they have not saved
 * @param problems one line for each cell that cannot be saved
 * @param alert what happened to the save as a whole, null if it was fine
 * @param reopened until when a locked month is open again and why, null if it is not
 * @param remarks what units were asked to look at
 * @param submission what can be submitted
 * @param reason an explanation typed for several rows that none of them took
 */
record MonthGridView(
        String month,
        String address,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String lock,
        boolean editable,
        List<Column> measures,
        List<Row> rows,
        UnitFinderView finder,
        List<String> totals,
        @Nullable Rest rest,
        String reported,
        List<String> shares,
        String words,
        long owner,
        List<ProblemLine> problems,
        @Nullable String alert,
        @Nullable String reopened,
        List<RemarkLine> remarks,
        Submission submission,
        String reason) {

    /** A heading over the columns of one kind: how many they are, and how many of them are in sight. */
    record Group(String labelKey, long columns, long shown) {}

    /**
     * Sums of complete returns that are not on the page.
     *
     * @param totals by column; null where none of them reports the figure
     * @param online all online dossiers
     */
    record Rest(List<@Nullable Long> totals, long online) {}

    /** Where the month's forms are sent, with the page of units they stand on. */
    public String path(String beneath) {
        return MonthUnitsPage.address("/figures/" + address + beneath, finder.filter());
    }

    /** Why nothing can be typed here, where that is not because the month is locked; null where something can. */
    public @Nullable String fixedKey() {
        if (editable || lock != null || rows.isEmpty()) {
            return null;
        }
        return rows.stream().anyMatch(Row::correctable) ? "figures.read-only.approved" : "figures.read-only";
    }

    /** The rows that have to say why and do not: one reason may stand for several. */
    public List<Row> unexplained() {
        return rows.stream()
                .filter(row -> row.editable()
                        && row.note().problem() != null
                        && row.note().text().isBlank())
                .toList();
    }

    /** The headings over the columns, in their order. */
    public List<Group> groups() {
        Map<Measure.Group, List<Column>> columns = measures.stream()
                .collect(Collectors.groupingBy(
                        Column::group, () -> new EnumMap<>(Measure.Group.class), Collectors.toList()));
        return columns.entrySet().stream()
                .map(group -> new Group(
                        "figures.group." + group.getKey().field(),
                        group.getValue().size(),
                        group.getValue().stream()
                                .filter(column -> !column.folded())
                                .count()))
                .toList();
    }

    /** Whether figures of earlier months are those of units that others came of. */
    public boolean former() {
        return rows.stream().anyMatch(row -> row.formersBefore() != null || row.formers() != null);
    }

    /** Whether columns are out of sight. */
    public boolean folding() {
        return measures.stream().anyMatch(Column::folded);
    }

    /** A column: message keys of its full and short heading, whether it may stay empty and is out of sight. */
    record Column(
            String field, String labelKey, String shortKey, boolean optional, Measure.Group group, boolean folded) {}

    /**
     * A unit.
     *
     * @param kind the heading over units like it
     * @param statusKey how far its return has come
     * @param unsaved whether it holds typed text that is not stored
     * @param conflict what somebody else stored, null if nobody did
     * @param changed who stored the current figures and when, null if there are none
     * @param handedIn that it has been handed in, so that changing it means handing it in again, or that its unit has done so; null
     *     for neither
     * @param correctable whether its figures are approved, so that they are corrected instead of entered
     * @param correcting whether a correction waits for its decision
     * @param formersBefore whose figures of the month before stand in the place of its own: units that it came of; null for none
     * @param formers whose figures of the same month last year do
     */
    record Row(
            long unitId,
            String code,
            String name,
            String kind,
            int version,
            boolean editable,
            boolean unsaved,
            String statusKey,
            List<Cell> cells,
            Note note,
            @Nullable Conflict conflict,
            @Nullable String changed,
            @Nullable String handedIn,
            boolean correctable,
            boolean correcting,
            @Nullable String formersBefore,
            @Nullable String formers) {}

    /**
     * A figure.
     *
     * @param within the place of the column that an added figure is a part of, from 0; null for none
     * @param text as typed or stored
     * @param state what the text says: none (not reported), zero, na (does not apply) or number
     * @param kept what is stored, null where the text says the same
     * @param previous the month before, or "–"
     * @param lastYear the same month last year, or "–"
     * @param stored what somebody else stored, null if it is not in conflict
     * @param remark what the reviewer asked about it, null for nothing
     * @param problem why it cannot be saved, null if it can
     */
    record Cell(
            String id,
            String name,
            @Nullable Integer within,
            String labelKey,
            String text,
            String state,
            @Nullable String kept,
            String previous,
            String lastYear,
            @Nullable String stored,
            @Nullable String remark,
            @Nullable String problem) {}

    /** The explanation, with the same parts as a figure. */
    record Note(
            String id,
            String name,
            String text,
            @Nullable String kept,
            @Nullable String stored,
            @Nullable String problem) {}

    /** What somebody else stored meanwhile, in one sentence, and its version. */
    record Conflict(String sentence, int version) {}

    /** What the reviewer asked a unit to look at, and the address of its row. */
    record RemarkLine(String address, String unit, String text, String by, String at) {}

    /**
     * What the reader can do beyond entering.
     *
     * @param ready the returns that are complete and not submitted, of the units shown
     * @param all how many there are of all units
     * @param reviewable whether the reader may review the month
     * @param problem why nothing was submitted, null if nothing was refused
     */
    record Submission(
            List<Ready> ready,
            String all,
            boolean reviewable,
            @Nullable String problem) {}

    /**
     * A return that can be submitted.
     *
     * @param value its unit and the version seen, as the form sends them
     * @param chosen whether it was ticked in a form that was refused
     * @param asked the remarks that need an answer first
     */
    record Ready(String value, String unit, boolean chosen, List<Asked> asked) {}

    /**
     * A remark that needs an answer.
     *
     * @param remark what was asked, and about which figure
     * @param text the answer as typed
     * @param missing whether it was sent without one
     */
    record Asked(String id, String name, String remark, String text, boolean missing) {}

    /** A link to a cell with what is wrong there. */
    record ProblemLine(String id, String unit, String labelKey, String text) {}
}
