package vn.hoso.imports.paste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.FileErrors;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.files.TabbedText;
import vn.hoso.imports.layouts.BlockHeadings;
import vn.hoso.imports.layouts.ComparableText;
import vn.hoso.imports.layouts.SheetInterpretation;
import vn.hoso.imports.layouts.SheetLayout;
import vn.hoso.imports.layouts.UnitMatcher;
import vn.hoso.imports.layouts.UnusedColumn;
import vn.hoso.imports.paste.PasteChoices.ColumnOrder;

/** Understands a block of cells that somebody pastes into a month's grid: whose figures they are, and which. */
public final class PasteReader {

    private final PasteMonth month;
    private final PasteCursor cursor;
    private final PasteChoices choices;
    private final UnitMatcher names;

    private PasteReader(PasteMonth month, PasteCursor cursor, PasteChoices choices) {
        this.month = month;
        this.cursor = cursor;
        this.choices = choices;
        names = month.names();
    }

    /**
     * The block, with all that has to be asked about it.
     *
     * @throws vn.hoso.shared.UserFacingException with the reason if nothing of it can be filled in
     */
    public static PastedBlock read(String text, PasteMonth month, PasteCursor cursor, PasteChoices choices) {
        return new PasteReader(month, cursor, choices).block(TabbedText.sheet(text));
    }

    private PastedBlock block(ParsedSheet sheet) {
        Set<String> codes = month.foldedCodes();
        BlockColumns columns = BlockColumns.of(
                sheet, text -> names.find(text).isPresent(), text -> codes.contains(ComparableText.of(text)));
        SheetInterpretation reading = SheetInterpretation.of(sheet, "", month.added(), month.days());
        if (reading.kind() == SheetInterpretation.Kind.OWN_ANNEX) {
            throw FileErrors.of("paste-annex");
        }
        if (reading.layout() != null) {
            return headed(sheet, columns, reading.layout());
        }
        refuseWithoutUnits(sheet, columns);
        List<ParsedRow> above = sheet.first(columns.firstRow() - 1);
        Optional<BlockHeadings> headings = BlockHeadings.in(above, columns.name(), month.added());
        return headings.isPresent()
                ? headed(sheet, columns, layout(columns, headings.get().columns()))
                : unheaded(sheet, columns, columns.headed(sheet));
    }

    private static boolean classOfService(ParsedRow row) {
        return row.cells().values().stream().anyMatch(cell -> BlockHeadings.classOfService(cell.text()));
    }

    private void refuseWithoutUnits(ParsedSheet sheet, BlockColumns columns) {
        if (columns.figures().isEmpty()) {
            throw FileErrors.of("paste-no-figures");
        }
        if (columns.name() == 0) {
            List<String> words = columns.possibleNames(sheet);
            if (!words.isEmpty()) {
                throw FileErrors.of("paste-unknown", String.join(", ", words.subList(0, Math.min(words.size(), 5))));
            }
        }
        if (sheet.after(columns.firstRow() - 1).stream().anyMatch(PasteReader::classOfService)) {
            throw FileErrors.of("paste-class-rows");
        }
    }

    private static SheetLayout layout(BlockColumns columns, Map<Measure, Integer> measures) {
        return new SheetLayout(
                SheetLayout.Kind.WIDE,
                columns.firstRow() - 1,
                columns.name(),
                columns.code(),
                columns.month(),
                0,
                measures);
    }

    /** All that stands above the figures is about the whole block, as nothing of it is a heading that is known. */
    private static SheetLayout withoutHeading(BlockColumns columns) {
        return new SheetLayout(
                SheetLayout.Kind.WIDE,
                columns.firstRow(),
                columns.firstRow() - 1,
                columns.name(),
                columns.code(),
                columns.month(),
                0,
                0,
                Map.of());
    }

    private PastedBlock headed(ParsedSheet sheet, BlockColumns columns, SheetLayout layout) {
        SheetInterpretation reading = SheetInterpretation.of(sheet, "", layout, month.added(), month.days());
        month.refuseOther(reading.months());
        PasteRows rows = rows(sheet, layout);
        Map<Integer, BlockColumns.Unused> unused = new TreeMap<>(columns.unused());
        columns.figures().stream()
                .filter(column -> !columns.blank().contains(column))
                .forEach(column -> unused.put(column, BlockColumns.Unused.OTHER_HEADING));
        layout.columns().values().forEach(unused::remove);
        Map<Integer, String> words = reading.unused().stream()
                .collect(Collectors.toMap(UnusedColumn::column, UnusedColumn::heading, (one, two) -> one));
        return block(rows, ColumnOrder.HEADINGS, List.of(), PastedBlock.Headings.USED, unused, words, layout);
    }

    private PastedBlock unheaded(ParsedSheet sheet, BlockColumns columns, boolean unknownHeadings) {
        month.refuseOther(SheetInterpretation.of(sheet, "", withoutHeading(columns), month.added(), month.days())
                .months());
        Map<ColumnOrder, Map<Measure, Integer>> orders = ColumnOrders.of(
                month.measures(), columns.figures(), columns.blank(), columns.name() > 0, cursor.measure());
        if (orders.isEmpty()) {
            throw FileErrors.of(
                    columns.name() > 0 ? "paste-too-wide" : "paste-beyond-right",
                    String.valueOf(columns.figures().size()),
                    String.valueOf(month.measures().size()
                            - (columns.name() > 0 ? 0 : month.measures().indexOf(cursor.measure()))));
        }
        Map<ColumnOrder, PasteRows> read = new LinkedHashMap<>();
        orders.forEach((order, measures) -> read.put(order, rows(sheet, layout(columns, measures))));
        List<PastedBlock.Choice> doubts = doubts(read, unknownHeadings);
        ColumnOrder order = order(read, doubts);
        SheetLayout layout = layout(columns, order == null ? Map.of() : Objects.requireNonNull(orders.get(order)));
        return block(
                order == null ? rows(sheet, layout) : Objects.requireNonNull(read.get(order)),
                order,
                doubts,
                unknownHeadings ? PastedBlock.Headings.NOT_UNDERSTOOD : PastedBlock.Headings.NONE,
                columns.unused(),
                Map.of(),
                layout);
    }

    private @Nullable ColumnOrder order(Map<ColumnOrder, PasteRows> read, List<PastedBlock.Choice> doubts) {
        if (doubts.isEmpty()) {
            return read.keySet().iterator().next();
        }
        return choices.order() != null && read.containsKey(choices.order()) ? choices.order() : null;
    }

    /**
     * The orders to choose from. There is no doubt where the likeliest one contradicts no row, and every other one that
     * contradicts none says the same.
     */
    private static List<PastedBlock.Choice> doubts(Map<ColumnOrder, PasteRows> read, boolean unknownHeadings) {
        PasteRows likeliest = read.values().iterator().next();
        boolean one = read.values().stream()
                .filter(rows -> rows.contradicting() == 0)
                .allMatch(rows -> rows.figures().equals(likeliest.figures()));
        if (likeliest.contradicting() == 0 && one && !unknownHeadings) {
            return List.of();
        }
        List<PastedBlock.Choice> choices = new ArrayList<>();
        read.forEach((order, rows) -> choices.add(new PastedBlock.Choice(order, rows.contradicting(), rows.example())));
        return choices;
    }

    private PasteRows rows(ParsedSheet sheet, SheetLayout layout) {
        if (layout.unitColumn() == 0) {
            return PasteRows.from(sheet, layout, cursor, month, choices);
        }
        SheetInterpretation reading = SheetInterpretation.of(sheet, "", layout, month.added(), month.days());
        if (reading.kind() == SheetInterpretation.Kind.SEVERAL_TABLES) {
            // The rows below the other heading are not read, and must not be left out without a word.
            throw FileErrors.of(
                    "paste-several-tables", String.valueOf(reading.lines().otherTable()));
        }
        reading.lines().unknownClasses().stream().findFirst().ifPresent(cell -> {
            throw FileErrors.of("paste-unknown-class", cell.words());
        });
        return PasteRows.named(reading, month, names, choices);
    }

    private PastedBlock block(
            PasteRows rows,
            @Nullable ColumnOrder order,
            List<PastedBlock.Choice> orders,
            PastedBlock.Headings headings,
            Map<Integer, BlockColumns.Unused> unused,
            Map<Integer, String> words,
            SheetLayout layout) {
        return new PastedBlock(
                layout.unitColumn() > 0,
                order,
                orders,
                headings,
                unused.entrySet().stream()
                        .map(column -> new PastedBlock.Column(
                                column.getKey(), column.getValue().name(), words.getOrDefault(column.getKey(), "")))
                        .toList(),
                month.measures().stream()
                        .filter(layout.columns().keySet()::contains)
                        .toList(),
                rows.rows(),
                rows.others(),
                rows.totals(),
                rows.wrongTotals(),
                rows.nameless(),
                rows.dashes());
    }

    /**
     * The cell of the grid that had the focus when a block was pasted.
     *
     * @param row its place among the reader's units, from 0
     */
    public record PasteCursor(int row, Measure measure) {}
}
