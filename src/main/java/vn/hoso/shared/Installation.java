package vn.hoso.shared;

/**
 * How this installation is set up, whoever's it is.
 *
 * @param calendar name of the reporting calendar, one for the whole installation
 * @param demonstration whether the figures are made up for demonstration; every page and document then says so
 */
public record Installation(String calendar, boolean demonstration) {

    Installation asDemonstration() {
        return new Installation(calendar, true);
    }
}
