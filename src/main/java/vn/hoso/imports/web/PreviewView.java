package vn.hoso.imports.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.imports.ImportFile;
import vn.hoso.imports.ImportFileQueries;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.RememberedAnswer;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.units.Unit;

/**
 * A file beside what is stored.
 *
 * @param id the file
 * @param name what it is called
 * @param months the months it is for, such as 10/2024, with their addresses
 * @param facts what is known of the file
 * @param panel what was understood of it
 * @param memories the answers given before that it is read by
 * @param alert what went wrong with the last press, null if nothing did
 * @param issues what keeps the file from being applied, of which only the first are shown
 * @param moreIssues how many more there are
 * @param warnings what deserves a look
 * @param questions what has to be answered first
 * @param columns the measures
 * @param rows the units that change, of which only the first are shown
 * @param several whether the rows are of several months
 * @param changed how many change
 * @param same how many are as stored already
 * @param seen the versions that this page shows
 * @param mark what this page shows that would be stored
 * @param unusual the rows that need a word of why
 * @param reason the word typed for those that are ticked
 * @param written what the file changed already, of which only the first are shown
 * @param ready whether it can be applied
 */
record PreviewView(
        long id,
        String name,
        List<ImportsView.Month> months,
        List<String> facts,
        PanelView panel,
        List<MemoryView> memories,
        @Nullable String alert,
        List<Issue> issues,
        int moreIssues,
        List<String> warnings,
        Questions questions,
        List<Column> columns,
        List<Row> rows,
        boolean several,
        int changed,
        int same,
        String seen,
        String mark,
        List<Reason> unusual,
        String reason,
        List<Row> written,
        boolean ready) {

    /** A reason, with the cell it is about. */
    record Issue(String where, String text) {}

    record Column(String field, String labelKey) {}

    /**
     * A row that needs a word of why.
     *
     * @param key the row
     * @param row where it stands
     * @param ticked whether the common word is for it
     * @param asked whether somebody has to say it
     * @param note that word, or what was typed
     */
    record Reason(
            String key, String unit, String row, List<String> findings, boolean ticked, boolean asked, String note) {}

    /**
     * A unit's figures.
     *
     * @param month such as 10/2024
     * @param row where they stand in the file
     * @param name what the sheet calls it, null if that is its name
     */
    record Row(
            String unit, String month, String row, @Nullable String name, List<Cell> cells) {}

    /**
     * A figure.
     *
     * @param changed whether it differs from what stood there
     * @param wrong whether it keeps the file from being applied
     * @param stored what stood there, null if nothing did or it stays
     * @param difference between the two, null unless both are numbers
     */
    record Cell(
            String labelKey,
            String after,
            boolean changed,
            boolean wrong,
            @Nullable String stored,
            @Nullable String difference) {}

    /**
     * An answer given before that a file is read by.
     *
     * @param kind the kind of answer, as the form sends it
     * @param text what was answered, by whom and when
     * @param what the sheet or name it is about
     * @param withdrawable whether the reader may take it back
     */
    record MemoryView(String kind, long id, String text, String what, boolean withdrawable) {

        static List<MemoryView> of(ImportPreview preview, CurrentUser reader, PageMessages messages) {
            Map<Long, String> units = preview.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
            return preview.remembered().stream()
                    .map(each -> new MemoryView(
                            each.kind().name(),
                            each.id(),
                            said(each, units, messages),
                            each.what(),
                            each.mayWithdraw(reader)))
                    .toList();
        }

        private static String said(RememberedAnswer memory, Map<Long, String> units, PageMessages messages) {
            String at = Formats.time(memory.at());
            if (memory.kind() == RememberedAnswer.Kind.SHEET) {
                return messages.of("imports.memory.sheet", memory.what(), memory.by(), at);
            }
            Long unit = memory.unitId();
            if (unit == null) {
                return messages.of("imports.memory.none", memory.what(), memory.by(), at);
            }
            String name = units.containsKey(unit) ? units.get(unit) : messages.of("imports.memory.other-unit");
            return messages.of("imports.memory.name", memory.what(), memory.by(), at, name);
        }
    }

    /** A file whose figures are being stored. */
    record ProgressView(long id, String name, String since) {

        static ProgressView of(ImportFile file) {
            return new ProgressView(file.id(), file.name(), Formats.time(Objects.requireNonNull(file.applyingSince())));
        }
    }

    /** Sets figures beside those that stood there before. */
    static final class CellMessages {

        private static final String NOTHING = "–";

        private CellMessages() {}

        /** A row that may change, and the measures of it that keep the file from being applied. */
        static PreviewView.Row of(ImportPreview.Row row, List<Measure> measures, String place, Set<Measure> wrong) {
            String unit = row.unit().name();
            return new PreviewView.Row(
                    unit,
                    Formats.month(row.month()),
                    place,
                    row.name().equals(unit) ? null : row.name(),
                    cells(measures, row.stored(), row.fresh(), row.texts(), wrong));
        }

        static PreviewView.Row of(ImportFileQueries.Written written, List<Measure> measures, String place) {
            return new PreviewView.Row(
                    written.unit(),
                    Formats.month(written.month()),
                    place,
                    null,
                    cells(measures, written.before(), written.figures(), Map.of(), Set.of()));
        }

        private static List<PreviewView.Cell> cells(
                List<Measure> measures,
                ReturnFigures before,
                @Nullable ReturnFigures after,
                Map<Measure, String> texts,
                Set<Measure> wrong) {
            return measures.stream()
                    .map(measure -> cell(measure, before, after, texts, wrong.contains(measure)))
                    .toList();
        }

        /** Where the row cannot be read, its own text stands in place of the figure. */
        private static PreviewView.Cell cell(
                Measure measure,
                ReturnFigures before,
                @Nullable ReturnFigures after,
                Map<Measure, String> texts,
                boolean wrong) {
            String stored = figure(before, measure);
            String now = after == null ? texts.getOrDefault(measure, stored) : figure(after, measure);
            boolean differs = !now.equals(stored);
            Integer was = before.number(measure);
            Integer is = after == null ? null : after.number(measure);
            return new PreviewView.Cell(
                    "figures.measure." + measure.field(),
                    now.isEmpty() ? NOTHING : now,
                    differs,
                    wrong,
                    differs && !stored.equals(NOTHING) ? stored : null,
                    differs && was != null && is != null ? Formats.change(BigDecimal.valueOf((long) is - was)) : null);
        }

        private static String figure(ReturnFigures figures, Measure measure) {
            Integer number = figures.number(measure);
            if (number != null) {
                return Formats.count(number);
            }
            return figures.notApplicable(measure) ? "x" : NOTHING;
        }
    }
}
