package vn.hoso.imports.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.imports.paste.PasteChoices;
import vn.hoso.imports.paste.PasteChoices.ColumnOrder;
import vn.hoso.imports.paste.PastedBlock;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;

/** Puts a pasted block into words. */
@Component
class PasteViewAssembler {

    private static final int NAMES_SHOWN = 5;

    private final MessageSource messages;

    PasteViewAssembler(MessageSource messages) {
        this.messages = messages;
    }

    PasteView refused(UserFacingException refused) {
        return PasteView.refused(text(refused.messageKey(), refused.args()));
    }

    /** The block, with what the person chose about it so far and the measure whose column had the cursor. */
    PasteView of(PastedBlock block, PasteChoices choices, Measure cursor) {
        boolean open = block.order() == null;
        return new PasteView(
                null,
                open ? null : text("imports.paste.counts", block.fillable(), block.odd()),
                understood(block, cursor),
                unused(block),
                choices(block, choices),
                block.measures().stream().map(PasteViewAssembler::labelKey).toList(),
                open
                        ? List.of()
                        : block.rows().stream().map(row -> row(row, block)).toList());
    }

    private List<String> understood(PastedBlock block, Measure cursor) {
        List<String> said = new ArrayList<>();
        if (block.named()) {
            said.add(text("imports.paste.named"));
        } else {
            String first = block.rows().stream()
                    .map(row -> row.unit())
                    .filter(Objects::nonNull)
                    .map(Unit::name)
                    .findFirst()
                    .orElse("");
            said.add(text("imports.paste.nameless", first, text(labelKey(cursor))));
        }
        if (block.headings() == PastedBlock.Headings.NOT_UNDERSTOOD) {
            said.add(text("imports.paste.headings"));
        }
        if (block.order() != null) {
            said.add(text("imports.paste.order.said." + block.order().name(), text(labelKey(cursor))));
        }
        return said;
    }

    private List<String> unused(PastedBlock block) {
        List<String> said = new ArrayList<>();
        block.unused()
                .forEach(column -> said.add(text(
                        column.words().isBlank() ? "imports.paste.column" : "imports.paste.column.headed",
                        String.valueOf(column.number()),
                        text("imports.paste.unused." + column.reason()),
                        column.words())));
        if (!block.totals().isEmpty()) {
            said.add(text(
                    "imports.paste.totals",
                    block.totals().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        block.wrongTotals()
                .forEach(wrong -> said.add(text(
                        "imports.paste.wrong-total",
                        text(labelKey(wrong.measure())),
                        Formats.count(wrong.stated()),
                        Formats.count(wrong.summed()))));
        if (block.nameless() > 0) {
            said.add(text("imports.paste.nameless-rows", String.valueOf(block.nameless())));
        }
        if (!block.others().isEmpty()) {
            said.add(text(
                    "imports.paste.others",
                    String.valueOf(block.others().size()),
                    block.others().stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "))
                            + (block.others().size() > NAMES_SHOWN ? ", …" : "")));
        }
        return said;
    }

    private List<PasteView.Choice> choices(PastedBlock block, PasteChoices chosen) {
        List<PasteView.Choice> asked = new ArrayList<>();
        if (!block.orders().isEmpty()) {
            asked.add(new PasteView.Choice(
                    "order",
                    text("imports.paste.order"),
                    orderHint(block.orders()),
                    block.orders().stream()
                            .map(order -> option(order, block.order()))
                            .toList()));
        }
        if (block.dashes()) {
            asked.add(new PasteView.Choice(
                    "dashes",
                    text("imports.paste.dashes"),
                    text("imports.paste.dashes.hint"),
                    Arrays.stream(PasteChoices.Dashes.values())
                            .map(dashes -> new PasteView.Option(
                                    dashes.name(),
                                    text("imports.paste.dashes." + dashes.name()),
                                    "",
                                    dashes == chosen.dashes()))
                            .toList()));
        }
        return asked;
    }

    /** Why it is asked: several orders fit, one that is not the grid's, or none. */
    private String orderHint(List<PastedBlock.Choice> orders) {
        List<PastedBlock.Choice> fitting =
                orders.stream().filter(order -> order.contradicting() == 0).toList();
        if (fitting.size() == 1 && !fitting.get(0).equals(orders.get(0))) {
            return text("imports.paste.order.other", label(fitting.get(0).order()));
        }
        return text(fitting.isEmpty() ? "imports.paste.order.none" : "imports.paste.order.several");
    }

    private PasteView.Option option(PastedBlock.Choice order, @Nullable ColumnOrder chosen) {
        String example = order.example().entrySet().stream()
                .filter(cell -> !cell.getValue().isEmpty())
                .map(cell -> text(labelKey(cell.getKey())) + " " + cell.getValue())
                .collect(Collectors.joining("; "));
        return new PasteView.Option(
                order.order().name(),
                label(order.order()),
                order.contradicting() == 0
                        ? text("imports.paste.order.fits", example)
                        : text("imports.paste.order.contradicts", example, String.valueOf(order.contradicting())),
                order.order() == chosen);
    }

    private String label(ColumnOrder order) {
        return text("imports.paste.order." + order.name());
    }

    private PasteView.Row row(PastedBlock.Row row, PastedBlock block) {
        Unit unit = row.unit();
        boolean fills = row.standing() == PastedBlock.Standing.FILLS;
        String number = String.valueOf(row.number());
        return new PasteView.Row(
                unit == null ? row.name() : unit.name(),
                unit == null || row.name().isEmpty() || row.name().equals(unit.name())
                        ? text("imports.paste.row", number)
                        : text("imports.paste.row.named", number, row.name()),
                fills ? null : text("imports.paste.standing." + row.standing().name()),
                block.measures().stream()
                        .map(measure -> cell(measure, row.cells(), fills ? unit : null))
                        .toList());
    }

    private PasteView.Cell cell(Measure measure, Map<Measure, PastedBlock.Cell> cells, @Nullable Unit into) {
        PastedBlock.Cell cell = Objects.requireNonNull(cells.get(measure));
        boolean fills = into != null && cell.fills() != null;
        return new PasteView.Cell(
                labelKey(measure),
                fills ? "u" + Objects.requireNonNull(into).id() + "-" + measure.field() : null,
                fills ? cell.fills() : null,
                shown(cell),
                cell.problem() == null ? null : problem(cell.problem()));
    }

    private static String shown(PastedBlock.Cell cell) {
        String fills = cell.fills();
        if (fills == null) {
            return cell.pasted();
        }
        if (fills.isEmpty()) {
            return "–";
        }
        return fills.equals("x") ? fills : Formats.count(Long.parseLong(fills));
    }

    private String problem(RuleViolation problem) {
        return problem.rule().equals(PastedBlock.PERCENT)
                ? text("imports.paste.percent")
                : text(
                        "figures.problem." + problem.rule(),
                        problem.arguments(field -> text("figures.measure." + field))
                                .toArray());
    }

    private static String labelKey(Measure measure) {
        return "figures.measure." + measure.field();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Language.ofReader());
    }
}
