package vn.hoso.shared;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How this installation is set up, whoever's it is.
 *
 * @param demonstration whether the figures are made up for demonstration; every page and document then says so
 * @param inUseSince the first month for which units must report here; null where every month is owed
 * @param version counts the changes of these
 */
public record Installation(boolean demonstration, @Nullable YearMonth inUseSince, int version) {}
