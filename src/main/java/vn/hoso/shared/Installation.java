package vn.hoso.shared;

/**
 * Whose program this is.
 *
 * @param levelName the administrative level in lower case, such as "huyện"
 * @param districtName the proper name, such as "Tuy Phước"
 * @param provinceName level and name of the province, such as "tỉnh Bình Định"
 * @param calendar name of the reporting calendar, one for the whole installation
 * @param demonstration whether the figures are made up for demonstration; every page and document then says so
 */
public record Installation(
        String levelName, String districtName, String provinceName, String calendar, boolean demonstration) {

    Installation asDemonstration() {
        return new Installation(levelName, districtName, provinceName, calendar, true);
    }

    /** Level and name as in a sentence: "huyện Tuy Phước". */
    public String fullName() {
        return levelName + " " + districtName;
    }
}
