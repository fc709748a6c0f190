package vn.hoso.fields;

import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What returns hold of the fields and beside them, told by the module of the returns. */
public interface FieldFigures {

    /** The return's own figures, in its order: by column the key of the message that names each. */
    Map<String, String> own();

    /** The first and the last month with something of a field, now or ever: a figure, a proposed one, a remark. */
    record Months(YearMonth first, YearMonth last) {}

    /** By code; a field without any is absent. */
    Map<String, Months> held();

    /**
     * What is there already of some months.
     *
     * @param complete returns that are complete
     * @param locked months in which no figure changes
     */
    record Stored(int complete, int locked) {}

    /**
     * Returns of the months from one on.
     *
     * @param until the first month after them, null for none
     */
    Stored stored(YearMonth from, @Nullable YearMonth until);

    /** How many returns hold more of the field than of what it would have to be a part of. */
    int above(String code, String whole);
}
