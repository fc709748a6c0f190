package vn.hoso.organisation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.PageMessages;

/**
 * The organisation whose program this is, as it was called on a day.
 *
 * @param level its level
 * @param levelName the level as sentences name it, in lower case: "tỉnh", "xã"
 * @param name its proper name: "Gia Lai"
 * @param agency the body that reports, in short: "UBND tỉnh Gia Lai"
 * @param superior the body above, to which reports are addressed
 * @param place the place name before a document's date
 * @param office the office that runs the program: "Văn phòng UBND tỉnh"
 * @param whole the word for all units together: "toàn tỉnh"
 * @param unitsBelow what the administrative units below are called together: "xã, phường, đặc khu"; null where there are none
 * @param letterheadTop first line of the letterhead
 * @param letterheadBottom second line of the letterhead
 * @param symbol the body's part of a document's symbol: the "UBND" of "/BC-UBND"
 * @param officeSymbol the office's part of a letter's symbol: the "VP" of "/UBND-VP"
 * @param reportGround a document that every report rests on; null where there is none
 */
public record Organisation(
        OrganisationLevel level,
        String levelName,
        String name,
        String agency,
        String superior,
        String place,
        String office,
        String whole,
        @Nullable String unitsBelow,
        String letterheadTop,
        String letterheadBottom,
        String symbol,
        String officeSymbol,
        @Nullable String reportGround) {

    /** Level and name as in a sentence: "tỉnh Gia Lai". */
    public String fullName() {
        return levelName + " " + name;
    }

    /** As a sentence begins with it: "Tỉnh"; by its name in English, which does not know that word. */
    public String asSubject(PageMessages wording) {
        return PageMessages.capitalised(wording.areOfficial() ? levelName : fullName());
    }

    /** All its units together, as a table's row is headed: "Toàn tỉnh"; a name, so the same in every language. */
    public String total() {
        return PageMessages.capitalised(whole);
    }

    /** The body's name written out: "Ủy ban nhân dân tỉnh Gia Lai". */
    public String agencyInFull() {
        return agency.startsWith("UBND ") ? "Ủy ban nhân dân " + agency.substring("UBND ".length()) : agency;
    }

    /**
     * What is usual for a body of this level and name; each word of it can be changed.
     *
     * @param level the level
     * @param levelName the level's word, in lower case
     * @param name the proper name
     * @param province level and name of the province, empty for a province itself
     */
    public static Organisation usual(OrganisationLevel level, String levelName, String name, String province) {
        boolean top = level == OrganisationLevel.PROVINCE;
        String fullName = levelName + " " + name;
        return new Organisation(
                level,
                levelName,
                name,
                "UBND " + fullName,
                top ? "Văn phòng Chính phủ" : "UBND " + province,
                name,
                top ? "Văn phòng UBND " + levelName : "Văn phòng HĐND và UBND " + levelName,
                "toàn " + levelName,
                top ? "xã, phường, đặc khu" : level == OrganisationLevel.DISTRICT ? "xã, thị trấn" : null,
                "ỦY BAN NHÂN DÂN",
                fullName.toUpperCase(Locale.ROOT),
                "UBND",
                "VP",
                null);
    }
}
