package vn.hoso.figures.domain;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Why a return cannot be saved as typed.
 *
 * @param measure the cell it belongs to, null for the note
 * @param rule the broken rule; its message key is {@code figures.problem.<rule>}
 * @param arguments figures for the message, already in Vietnamese format; of {@code aboveOther} also the field it may not exceed
 */
public record RuleViolation(@Nullable Measure measure, String rule, List<String> arguments) {

    public RuleViolation(@Nullable Measure measure, String rule, String... arguments) {
        this(measure, rule, List.of(arguments));
    }

    /** The same with the name of a field that one may not exceed in words. */
    public List<String> arguments(UnaryOperator<String> nameOf) {
        return rule.equals("aboveOther")
                ? List.of(arguments.get(0), arguments.get(1), nameOf.apply(arguments.get(2)))
                : arguments;
    }

    /** The form field it belongs to. */
    public String field() {
        return measure == null ? "note" : measure.field();
    }
}
