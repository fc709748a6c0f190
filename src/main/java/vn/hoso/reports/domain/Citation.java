package vn.hoso.reports.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoso.targets.LegalInstrument;

/** How the report cites a legal instrument. */
final class Citation {

    private Citation() {}

    /** The whole title, as the list of grounds needs it. */
    static String full(LegalInstrument instrument) {
        return instrument.title();
    }

    /**
     * Kind, number and date as the title words them, then the issuer: "Quyết định số 2679/QĐ-UBND ngày 20/7/2023 của
     * UBND tỉnh Bình Định"; the whole title where it does not name its number.
     */
    static String brief(LegalInstrument instrument) {
        return named(instrument, " của " + instrument.issuer());
    }

    /** Kind and number alone: "Nghị quyết số 17/NQ-CP". */
    static String number(LegalInstrument instrument) {
        int at = instrument.title().indexOf(instrument.number());
        return at < 0
                ? instrument.title()
                : instrument.title().substring(0, at + instrument.number().length());
    }

    private static String named(LegalInstrument instrument, String issuer) {
        Matcher matcher = Pattern.compile(
                        "^.*?" + Pattern.quote(instrument.number()) + "(?: ngày \\d{1,2}/\\d{1,2}/\\d{4})?")
                .matcher(instrument.title());
        return matcher.find() ? matcher.group() + issuer : instrument.title();
    }
}
