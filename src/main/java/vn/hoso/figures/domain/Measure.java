package vn.hoso.figures.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a monthly return, in the order of the entry grid. All count dossiers. This is the only list of them: names
 * of fields, columns, statements and files are made from it.
 */
public enum Measure {
    FULL_PROCESS_RECEIVED(Group.FULL_PROCESS, true),
    FULL_PROCESS_ONLINE(Group.FULL_PROCESS, true),
    PARTIAL_RECEIVED(Group.PARTIAL, true),
    PARTIAL_ONLINE(Group.PARTIAL, true),
    DOSSIERS_RECEIVED(Group.ALL, true),
    /** All online dossiers as the source system reports them; may be absent. */
    ONLINE_REPORTED(Group.ALL, false),
    PAYABLE(Group.PAYMENT, false),
    PAID_ONLINE(Group.PAYMENT, false);

    /** Measures that stand together under one heading; those of a class of procedures apply to a unit together or not at all. */
    public enum Group {
        FULL_PROCESS(true),
        PARTIAL(true),
        ALL(false),
        PAYMENT(false);

        private final boolean mayNotApply;

        Group(boolean mayNotApply) {
            this.mayNotApply = mayNotApply;
        }

        /** The column that says that the unit handles no such procedure, null where every unit does. */
        public @Nullable String notApplicableColumn() {
            return mayNotApply ? name().toLowerCase(Locale.ROOT) + "_na" : null;
        }

        /** The name in forms and messages, such as {@code fullProcess}. */
        public String field() {
            return camelCase(name());
        }
    }

    private final Group group;
    private final boolean required;
    private final String field = camelCase(name());

    Measure(Group group, boolean required) {
        this.group = group;
        this.required = required;
    }

    public Group group() {
        return group;
    }

    /** The name in forms and messages, such as {@code paidOnline}. */
    public String field() {
        return field;
    }

    /** The name in tables and in files of figures, such as {@code paid_online}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a return without it is incomplete and is not counted. */
    public boolean required() {
        return required;
    }

    /** Whether a unit may say that it handles no such procedure. */
    public boolean mayNotApply() {
        return group.mayNotApply;
    }

    public static Optional<Measure> ofField(String field) {
        return Arrays.stream(values())
                .filter(measure -> measure.field.equals(field))
                .findFirst();
    }

    private static String camelCase(String name) {
        return Pattern.compile("_([a-z])")
                .matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
