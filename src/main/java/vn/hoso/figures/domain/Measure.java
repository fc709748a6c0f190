package vn.hoso.figures.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.fields.ReturnField;

/**
 * A figure of a monthly return, in the order of the entry grid. All count dossiers. {@link #OWN} is the only list of those that
 * every return has: names of fields, columns, statements and files are made from it. An office adds others; these are equal by
 * their code, whatever else is known of them.
 */
public final class Measure implements Comparable<Measure> {

    public static final Measure FULL_PROCESS_RECEIVED = own(0, "FULL_PROCESS_RECEIVED", Group.FULL_PROCESS, true);
    public static final Measure FULL_PROCESS_ONLINE = own(1, "FULL_PROCESS_ONLINE", Group.FULL_PROCESS, true);
    public static final Measure PARTIAL_RECEIVED = own(2, "PARTIAL_RECEIVED", Group.PARTIAL, true);
    public static final Measure PARTIAL_ONLINE = own(3, "PARTIAL_ONLINE", Group.PARTIAL, true);
    public static final Measure DOSSIERS_RECEIVED = own(4, "DOSSIERS_RECEIVED", Group.ALL, true);
    /** All online dossiers as the source system reports them; may be absent. */
    public static final Measure ONLINE_REPORTED = own(5, "ONLINE_REPORTED", Group.ALL, false);

    public static final Measure PAYABLE = own(6, "PAYABLE", Group.PAYMENT, false);
    public static final Measure PAID_ONLINE = own(7, "PAID_ONLINE", Group.PAYMENT, false);

    /** What every return has. */
    public static final List<Measure> OWN = List.of(
            FULL_PROCESS_RECEIVED,
            FULL_PROCESS_ONLINE,
            PARTIAL_RECEIVED,
            PARTIAL_ONLINE,
            DOSSIERS_RECEIVED,
            ONLINE_REPORTED,
            PAYABLE,
            PAID_ONLINE);

    /** Begins the name of an added measure in forms and messages, where own ones have none. */
    private static final String ADDED = "x_";

    private static final Comparator<Measure> ORDER =
            Comparator.comparingInt((Measure measure) -> measure.place).thenComparing(measure -> measure.name);

    /** Measures that stand together under one heading; those of a class of procedures apply to a unit together or not at all. */
    public enum Group {
        FULL_PROCESS(true),
        PARTIAL(true),
        ALL(false),
        PAYMENT(false),
        /** What an office added. */
        ADDED(false);

        private final boolean mayNotApply;
        private final @Nullable String notApplicableColumn;

        Group(boolean mayNotApply) {
            this.mayNotApply = mayNotApply;
            notApplicableColumn = mayNotApply ? name().toLowerCase(Locale.ROOT) + "_na" : null;
        }

        /** The column that says that the unit handles no such procedure, null where every unit does. */
        public @Nullable String notApplicableColumn() {
            return notApplicableColumn;
        }

        /** The name in forms and messages, such as {@code fullProcess}. */
        public String field() {
            return camelCase(name());
        }
    }

    private final int place;
    private final String name;
    private final String field;
    private final String column;
    private final Group group;
    private final boolean required;
    private final @Nullable String notAbove;
    private final @Nullable String label;

    /** Whether forms give an added measure this name, whatever months ask for it. */
    public static boolean isAdded(String field) {
        return field.startsWith(ADDED);
    }

    private Measure(
            int place,
            String name,
            String field,
            Group group,
            boolean required,
            @Nullable String notAbove,
            @Nullable String label) {
        this.place = place;
        this.name = name;
        this.field = field;
        this.column = name.toLowerCase(Locale.ROOT);
        this.group = group;
        this.required = required;
        this.notAbove = notAbove;
        this.label = label;
    }

    private static Measure own(int place, String name, Group group, boolean required) {
        return new Measure(place, name, camelCase(name), group, required, null, null);
    }

    /** What an office asks for beyond the own ones. */
    public static Measure of(ReturnField field) {
        return added(field.code(), field.required(), field.notAbove(), field.name());
    }

    /** An added one of which nothing but the code is known, as figures that are read again name it. */
    public static Measure added(String code, boolean required) {
        return added(code, required, null, null);
    }

    private static Measure added(String code, boolean required, @Nullable String notAbove, @Nullable String label) {
        return new Measure(OWN.size(), code, ADDED + code, Group.ADDED, required, notAbove, label);
    }

    public Group group() {
        return group;
    }

    /** Whether an office added it. */
    public boolean added() {
        return group == Group.ADDED;
    }

    /** The name under which rows and files keep what is said of it: {@code PAID_ONLINE}; of an added one its code. */
    public String name() {
        return name;
    }

    /** The name in forms and messages, such as {@code paidOnline}; {@code x_on_time} for an added one. */
    public String field() {
        return field;
    }

    /** The name in tables and in files of figures, such as {@code paid_online}; of an added one its code. */
    public String column() {
        return column;
    }

    /** Whether a return without it is incomplete and is not counted. */
    public boolean required() {
        return required;
    }

    /** Whether a unit may say that it handles no such procedure. */
    public boolean mayNotApply() {
        return group.mayNotApply;
    }

    /** The {@link #column} of what it must not exceed; null for none, or for a rule of the own ones. */
    public @Nullable String notAbove() {
        return notAbove;
    }

    /** What the office calls an added one; null for the others, and where it was read without its name. */
    public @Nullable String label() {
        return label;
    }

    /** The measure of a name in forms; which added ones a month is asked for, the caller knows. */
    public static Optional<Measure> ofField(String field) {
        return field.startsWith(ADDED)
                ? Optional.of(added(field.substring(ADDED.length()), false))
                : OWN.stream().filter(measure -> measure.field.equals(field)).findFirst();
    }

    /** The measure of a {@link #name} or a {@link #column}. */
    public static Measure named(String name) {
        return OWN.stream()
                .filter(measure -> measure.name.equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> added(name, false));
    }

    @Override
    public int compareTo(Measure other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Measure measure && name.equals(measure.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    private static String camelCase(String name) {
        return Pattern.compile("_([a-z])")
                .matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
