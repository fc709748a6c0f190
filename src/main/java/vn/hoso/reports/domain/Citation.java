package vn.hoso.reports.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoso.targets.LegalInstrument;

/** How the report cites a legal instrument. */
public final class Citation {

    private Citation() {}

    /**
     * Kind, number and date as the title words them, then the issuer: "Quyết định số 2679/QĐ-UBND ngày 20/7/2023 của
     * UBND tỉnh Bình Định"; the whole title where it does not name its number.
     */
    public static String brief(LegalInstrument instrument) {
        return named(instrument, " của " + instrument.issuer());
    }

    private static String named(LegalInstrument instrument, String issuer) {
        Matcher matcher = Pattern.compile(
                        "^.*?" + Pattern.quote(instrument.number()) + "(?: ngày \\d{1,2}/\\d{1,2}/\\d{4})?")
                .matcher(instrument.title());
        return matcher.find() ? matcher.group() + issuer : instrument.title();
    }
}
