package vn.hoso.audit;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user did, as the trail keeps it.
 *
 * @param action a stable code such as {@code figures.saved}; {@code audit.action.<code>} is its sentence
 * @param subject what it was done to, such as a month, a username or a target
 * @param detail what else must be known, in words or figures; empty for nothing
 * @param month the month it concerns, null for none
 * @param units the units it concerns, ascending
 * @param reason the user's own words why, null where none are asked for
 * @param changes the values before and after
 */
public record TrailEntry(
        String action,
        String subject,
        String detail,
        @Nullable YearMonth month,
        List<Long> units,
        @Nullable String reason,
        List<Change> changes) {

    public TrailEntry {
        units = units.stream().distinct().sorted().toList();
        changes = List.copyOf(changes);
    }

    public static TrailEntry of(String action, String subject, String detail) {
        return new TrailEntry(action, subject, detail, null, List.of(), null, List.of());
    }

    /** Something done to a month, which is its subject. */
    public static TrailEntry of(String action, YearMonth month) {
        return new TrailEntry(action, month.toString(), "", month, List.of(), null, List.of());
    }

    public TrailEntry units(Collection<Long> concerned) {
        return new TrailEntry(action, subject, detail, month, List.copyOf(concerned), reason, changes);
    }

    /** The month it concerns, null for none; where there is one it is printed as the subject. */
    public TrailEntry inMonth(@Nullable YearMonth concerned) {
        return new TrailEntry(action, subject, detail, concerned, units, reason, changes);
    }

    public TrailEntry because(@Nullable String why) {
        return new TrailEntry(action, subject, detail, month, units, why, changes);
    }

    public TrailEntry changing(List<Change> values) {
        return new TrailEntry(action, subject, detail, month, units, reason, values);
    }
}
