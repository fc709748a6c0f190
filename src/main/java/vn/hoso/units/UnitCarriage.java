package vn.hoso.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.hoso.security.CurrentUser;

/**
 * What hangs on units and can go over to those that come of them, told, carried over and taken back by the module that holds it, in
 * the transaction of the reorganisation.
 */
public interface UnitCarriage {

    /** What hangs on units, in the order in which people are asked about it. */
    enum What {
        /** Who enters their figures; they keep the old unit too, whose months are still open. */
        PEOPLE,
        /** Where they are reminded. */
        CONTACT,
        /** What targets ask of them in place of all. */
        THRESHOLDS,
        /** What is still to be done about their figures. */
        TASKS
    }

    /**
     * Which units come of which.
     *
     * @param from first day of the new units
     * @param predecessors those of which each new unit comes, by the new unit; while it is only looked at, by any number for it
     */
    record Ways(LocalDate from, Map<Long, List<Long>> predecessors) {

        /** The units that end. */
        public List<Long> ended() {
            return predecessors.values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
        }

        /** One end of each way, for {@code unnest}; the other one is {@link #to}. */
        public Long[] of() {
            return predecessors.values().stream().flatMap(List::stream).toArray(Long[]::new);
        }

        public Long[] to() {
            return predecessors.entrySet().stream()
                    .flatMap(each -> each.getValue().stream().map(unit -> each.getKey()))
                    .toArray(Long[]::new);
        }
    }

    /**
     * One thing that hangs on a unit.
     *
     * @param unit the unit that ends
     * @param successor the new one, by its number in the ways
     * @param text what it is, as people know it
     * @param fits whether it can be carried over
     */
    record Item(long unit, long successor, String text, boolean fits) {

        /** Of a row with columns of these names. */
        public static Item read(ResultSet row) throws SQLException {
            return new Item(
                    row.getLong("unit"), row.getLong("successor"), row.getString("text"), row.getBoolean("fits"));
        }
    }

    What what();

    /** What there is to carry over, in the order of the ways. */
    List<Item> find(Ways ways);

    /**
     * Carries over what fits.
     *
     * @return what {@link #takeBack} needs, as JSON
     */
    String carry(Ways ways, CurrentUser by);

    /**
     * Leaves the new units with nothing of it, and what changed besides as it was before.
     *
     * @param undo what {@link #carry} gave
     */
    void takeBack(String undo, Collection<Long> successors);
}
