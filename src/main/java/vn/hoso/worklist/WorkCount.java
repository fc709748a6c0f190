package vn.hoso.worklist;

import java.util.List;
import java.util.function.Function;

/**
 * Something of which only the number waits for a user: the list asks for the counts of all modules in one statement.
 *
 * @param sql a query of one row with one column, {@code array[…]} of counts; may name {@code :me}, the user, {@code :every}, whether they see
 *     all units, {@code :mine}, their units, and {@code :today}
 * @param lines what the counts come to, none where nothing waits
 */
public record WorkCount(String sql, Function<List<Long>, List<WorkItem>> lines) {}
