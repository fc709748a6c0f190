package vn.hoso.reconciliation;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of one figure that do not agree, or did not when people spoke about them.
 *
 * @param unit the unit's name, null for all units together
 * @param seen the values in one text, as statements keep them: {@code COUNTED=120 TYPED=118}; empty for none. Where the return says
 *     that the unit handles no such procedure it is {@code TYPED=na}, compared as 0
 * @param beginning what the published record says of the difference itself, null for nothing
 * @param published the document of the published record, null where it has no such figure
 * @param asked who has to explain it, null where nobody was asked
 * @param last the last explanation, acceptance or reopening; null if nobody has said anything
 * @param lastStatement the number of what was said last, also of {@code asked}; null if nothing was
 */
public record Difference(
        ComparedFigure figure,
        @Nullable String unit,
        String seen,
        @Nullable String beginning,
        @Nullable String published,
        @Nullable Statement asked,
        @Nullable Statement last,
        @Nullable Long lastStatement) {

    private static final String NOT_APPLICABLE = "na";

    /** What became of it. */
    public enum State {
        /** Somebody has to explain it. */
        OPEN,
        /** It is explained; the Office has not said whether that will do. */
        EXPLAINED,
        /** The figures agree now. */
        CORRECTED,
        /** Fewer than two figures are left: nothing says whether they agree. */
        INCOMPARABLE,
        /** It stays as it is, for the reason given. */
        ACCEPTED;

        /** Whether it is closed: the figures agree or somebody gave a reason. */
        public boolean closed() {
            return this == CORRECTED || this == ACCEPTED;
        }

        /** Whether somebody still has to do something about it. */
        public boolean unsettled() {
            return this == OPEN || this == EXPLAINED;
        }
    }

    /** Who has to explain it. */
    public enum Owner {
        UNIT,
        OFFICE
    }

    /** What somebody says about a difference. */
    public enum Kind {
        ASSIGNED,
        EXPLAINED,
        ACCEPTED,
        REOPENED
    }

    /**
     * What somebody said.
     *
     * @param words the explanation or reason, null for none
     * @param owner who has to explain it; null unless somebody was asked to
     * @param person who there, null for nobody in particular
     * @param seen the values when it was said
     */
    public record Statement(
            Kind kind,
            @Nullable String words,
            @Nullable Owner owner,
            @Nullable String person,
            String seen,
            String by,
            Instant at) {}

    /** The values by where they come from, 0 for what does not apply. */
    public Map<ValueSource, Long> values() {
        return values(seen);
    }

    /** The values of such a text, in the order of sources. */
    public static Map<ValueSource, Long> values(String seen) {
        Map<ValueSource, Long> values = new EnumMap<>(ValueSource.class);
        for (String each : seen.isEmpty() ? new String[0] : seen.split(" ")) {
            int sign = each.indexOf('=');
            String value = each.substring(sign + 1);
            values.put(
                    ValueSource.valueOf(each.substring(0, sign)),
                    value.equals(NOT_APPLICABLE) ? Long.valueOf(0) : Long.valueOf(value));
        }
        return Collections.unmodifiableMap(values);
    }

    /** Whether such a text says of a source that there are no such procedures: shown in its words, never as 0. */
    public static boolean notApplicable(String seen, ValueSource source) {
        return List.of(seen.split(" ")).contains(source + "=" + NOT_APPLICABLE);
    }

    /** The largest value less the smallest, in dossiers; 0 where they agree or where there are not two. */
    public long size() {
        Map<ValueSource, Long> values = values();
        return values.isEmpty() ? 0 : Collections.max(values.values()) - Collections.min(values.values());
    }

    public State state() {
        if (values().size() < 2) {
            return State.INCOMPARABLE;
        }
        if (size() == 0) {
            return State.CORRECTED;
        }
        if (last == null || moved() || last.kind() == Kind.REOPENED) {
            return State.OPEN;
        }
        return last.kind() == Kind.ACCEPTED ? State.ACCEPTED : State.EXPLAINED;
    }

    /** Whether a value is another one than when somebody last spoke about it; what does not apply is compared as 0. */
    public boolean moved() {
        return last != null && !values(last.seen()).equals(values());
    }

    /** The one asked; else the unit for its own figures and the Office for those of all. */
    public Owner owner() {
        if (asked != null && asked.owner() != null) {
            return asked.owner();
        }
        return figure.unitId() == null ? Owner.OFFICE : Owner.UNIT;
    }

    /** Whether this can be said of it as it stands: what is closed is opened again first; without a difference no words are needed. */
    public boolean takes(Kind kind) {
        return switch (kind) {
            case ASSIGNED, EXPLAINED, ACCEPTED -> state().unsettled();
            case REOPENED -> state() == State.EXPLAINED || state() == State.ACCEPTED;
        };
    }
}
