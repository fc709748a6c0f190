package vn.hoso.figures.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something unusual about figures that keep every rule; they are saved once the unit says why.
 *
 * @param measure the figure it is about, null for the return as a whole
 * @param rule the soft rule; its message key is {@code figures.finding.<rule>}
 * @param arguments figures for the message, already in Vietnamese format
 */
public record UnusualFinding(@Nullable Measure measure, String rule, List<String> arguments) {

    UnusualFinding(@Nullable Measure measure, String rule, String... arguments) {
        this(measure, rule, List.of(arguments));
    }
}
