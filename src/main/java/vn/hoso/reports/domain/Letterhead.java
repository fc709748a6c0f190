package vn.hoso.reports.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.hoso.shared.Installation;

/**
 * The head of the first page. Number and day stay blank: the registry fills them in when the report is issued.
 *
 * @param agency the issuing agency, one line each
 * @param number the blank number and the document's sign
 * @param draft the word that marks a draft, empty on what is issued
 * @param country the name of the State
 * @param motto its motto
 * @param placeAndDate place, and the date with blanks for day and month
 */
public record Letterhead(
        List<String> agency, String number, String draft, String country, String motto, String placeAndDate) {

    /** Room for what the registry writes by hand. */
    static final String BLANK = "      ";

    static Letterhead of(Installation installation, LocalDate today) {
        return new Letterhead(
                List.of("ỦY BAN NHÂN DÂN", installation.fullName().toUpperCase(Locale.ROOT)),
                "Số:" + BLANK + "/BC-UBND",
                "DỰ THẢO",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                installation.districtName() + ", " + blankDate(today));
    }

    /** The same head without the word that marks a draft. */
    Letterhead issued() {
        return new Letterhead(agency, number, "", country, motto, placeAndDate);
    }

    static String blankDate(LocalDate today) {
        return "ngày" + BLANK + "tháng" + BLANK + "năm " + today.getYear();
    }
}
