package vn.hoso.reports.domain;

import java.util.List;

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

    /** The same head without the word that marks a draft. */
    Letterhead issued() {
        return new Letterhead(agency, number, "", country, motto, placeAndDate);
    }
}
