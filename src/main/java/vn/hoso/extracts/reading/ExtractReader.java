package vn.hoso.extracts.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.RowReader;
import vn.hoso.imports.files.UploadedFileReader;
import vn.hoso.shared.UserFacingException;

/**
 * Takes a list's rows one by one: looks for the heading, and from there on for the columns alone that are kept. Cells of other
 * columns, those about citizens among them, are never put together.
 */
public final class ExtractReader implements RowReader {

    /** How far down a heading is looked for. */
    private static final int ROWS_TRIED = 60;

    private final Map<String, Map<DossierColumn, Integer>> described;
    private final List<Dossier> dossiers = new ArrayList<>();
    private final List<Integer> undated = new ArrayList<>();
    private final List<Integer> ignored = new ArrayList<>();
    private final List<Integer> hidden = new ArrayList<>();
    private final List<Integer> struck = new ArrayList<>();
    private final BitSet kept = new BitSet();
    private @Nullable ExtractHeading heading;
    private @Nullable ExtractHeading likely;
    private @Nullable DossierCells cells;
    private @Nullable DossierRows rows;
    private @Nullable ParsedRow above;
    private String sheet = "";
    private boolean from1904;
    private boolean here;
    private boolean gaveUp;
    private int width;

    private ExtractReader(Map<String, Map<DossierColumn, Integer>> described) {
        this.described = described;
    }

    /**
     * What a list holds.
     *
     * @param heading its heading
     * @param dossiers every row of a dossier, in order
     * @param undated rows of dossiers without a day that can be read
     * @param ignored rows that are none, such as totals and signatures
     * @param hidden rows of dossiers that the file hides
     * @param struck rows of dossiers with a cell that is struck through
     * @param unknownFee rows whose fee cannot be read
     * @param unknownPaid rows that do not say how a fee was paid, or not so that it is understood
     * @param differing rows that have the code of an earlier one, by their number, but not its content; both are dossiers
     */
    public record Extract(
            ExtractHeading heading,
            List<Dossier> dossiers,
            List<Integer> undated,
            List<Integer> ignored,
            List<Integer> hidden,
            List<Integer> struck,
            List<Integer> unknownFee,
            List<Integer> unknownPaid,
            SortedMap<Integer, Integer> differing) {

        public boolean has(DossierColumn column) {
            return heading.columns().containsKey(column);
        }
    }

    /** No heading is understood. What it may be, a person can describe. */
    public static final class UnknownHeading extends UserFacingException {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable ExtractHeading likely;

        UnknownHeading(@Nullable ExtractHeading likely) {
            super(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "extracts.refused." + (likely == null ? "no-heading" : "heading"),
                    likely == null ? "" : likely.sheet(),
                    likely == null ? "" : String.valueOf(likely.row()));
            this.likely = likely;
        }

        /** The row that looks like one; empty if none does. */
        public Optional<ExtractHeading> likely() {
            return Optional.ofNullable(likely);
        }
    }

    /**
     * Reads a list.
     *
     * @param described by a heading's signature, where a person said that its columns stand
     * @param person who brings it
     * @throws UnknownHeading if no heading is understood
     * @throws UserFacingException with the place and without the cell, if it cannot be read
     */
    public static Extract read(
            String name, byte[] bytes, long person, Map<String, Map<DossierColumn, Integer>> described) {
        ExtractReader reader = new ExtractReader(described);
        UploadedFileReader.read(name, bytes, person, reader);
        return reader.extract();
    }

    private Extract extract() {
        if (heading == null || rows == null) {
            throw new UnknownHeading(likely);
        }
        if (dossiers.isEmpty()) {
            throw new UserFacingException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "extracts.refused.no-dossiers", heading.sheet(), heading.row());
        }
        return new Extract(
                heading,
                dossiers,
                undated,
                ignored,
                hidden,
                struck,
                rows.unknownFee(),
                rows.unknownPaid(),
                rows.differing());
    }

    @Override
    public void sheet(String name, boolean from1904, boolean hidden) {
        sheet = name;
        this.from1904 = from1904;
        above = null;
        here = false;
        gaveUp = hidden;
    }

    @Override
    public boolean wants(int column) {
        if (gaveUp) {
            return false;
        }
        // Beyond the heading's columns a cell shows that the row's cells have moved.
        return !here || column > width || kept.get(column);
    }

    @Override
    public void row(ParsedRow row) {
        if (here) {
            dossier(row);
        } else {
            look(row);
        }
    }

    private void look(ParsedRow row) {
        if (row.number() > ROWS_TRIED) {
            gaveUp = true;
            return;
        }
        ExtractHeading read = ExtractHeading.of(sheet, above, row);
        Map<DossierColumn, Integer> said = described.get(read.signature());
        above = row;
        if (said != null) {
            read = read.described(said);
        }
        if (read.complete()) {
            if (heading != null) {
                throw new UserFacingException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "extracts.refused.two-lists", heading.sheet(), sheet);
            }
            heading = read;
            here = true;
            width = read.texts().lastKey();
            read.columns().values().forEach(kept::set);
            cells = new DossierCells(sheet, from1904, read.columns());
            rows = new DossierRows(cells);
            above = null;
        } else if (read.likely()
                && (likely == null || read.columns().size() > likely.columns().size())) {
            likely = read;
        }
    }

    private void dossier(ParsedRow row) {
        DossierCells found = Objects.requireNonNull(cells);
        int last = Objects.requireNonNull(row.cells().lastKey());
        if (last > width) {
            throw new UserFacingException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "extracts.refused.moved",
                    sheet,
                    String.valueOf(row.number()),
                    Columns.letters(last));
        }
        if (found.blank(row, DossierColumn.RECEIVED_ON)
                        && found.blank(row, DossierColumn.CHANNEL)
                        && !found.dossier(row)
                || dossiers.isEmpty() && ExtractHeading.numbers(row)) {
            ignored.add(row.number());
            return;
        }
        if (row.marks().contains(ParsedRow.Mark.HIDDEN)) {
            hidden.add(row.number());
        }
        if (row.marks().contains(ParsedRow.Mark.STRUCK)) {
            struck.add(row.number());
        }
        LocalDate day = found.day(row);
        if (day == null) {
            undated.add(row.number());
            dossiers.add(Dossier.undated(row.number()));
        } else {
            dossiers.add(Objects.requireNonNull(rows).dossier(row, day));
        }
    }
}
