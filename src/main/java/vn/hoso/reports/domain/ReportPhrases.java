package vn.hoso.reports.domain;

import java.util.List;
import java.util.Locale;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Rate;
import vn.hoso.results.IndicatorResult;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Installation;

/** The recurring phrases of the report, as the district's plan of 2024 words them. */
final class ReportPhrases {

    private static final int NAMES_IN_A_SENTENCE = 50;

    private final ReportingPeriod period;
    private final Installation installation;
    private final ReportTerm term;

    ReportPhrases(ReportingPeriod period, Installation installation, ReportTerm term) {
        this.period = period;
        this.installation = installation;
        this.term = term;
    }

    /** Whether the report is about a part of a year, on which nobody confirms verdicts. */
    boolean part() {
        return !term.wholeYear();
    }

    /** "huyện". */
    String level() {
        return installation.levelName();
    }

    /** "huyện Tuy Phước". */
    String district() {
        return installation.fullName();
    }

    /** "UBND huyện Tuy Phước". */
    String committee() {
        return "UBND " + installation.fullName();
    }

    /** "Từ ngày 01/01/2023 đến ngày 31/12/2023". */
    String fromTo() {
        return "Từ ngày " + Formats.date(period.firstDay()) + " đến ngày " + Formats.date(period.lastDay());
    }

    /** "từ ngày 01/07/2024 đến ngày 30/09/2024". */
    String days() {
        return lowerFirst(fromTo());
    }

    /** "năm 2023", "9 tháng đầu năm 2024", "quý III năm 2024". */
    String periodName() {
        return periodName(period, term);
    }

    /** A year is named by how far its figures reach. */
    static String periodName(ReportingPeriod period, ReportTerm term) {
        if (!term.wholeYear()) {
            return term.name();
        }
        int year = period.from().getYear();
        if (period.wholeYear()) {
            return "năm " + year;
        }
        if (period.from().equals(period.to())) {
            return "tháng " + Formats.month(period.from());
        }
        if (period.from().getMonthValue() == 1) {
            return period.to().getMonthValue() + " tháng đầu năm " + year;
        }
        return "từ tháng " + Formats.month(period.from()) + " đến tháng " + Formats.month(period.to());
    }

    /** "22.574/48.254". */
    static String fraction(Rate rate) {
        return Formats.count(rate.numerator()) + "/" + Formats.count(rate.denominator());
    }

    /** The decided percentage as prose prints it, or "—" where nothing arose. */
    static String percent(IndicatorResult result) {
        return result.percent() == null ? "—" : Formats.percentInProse(result.percent());
    }

    /** "Xã A, Xã B và 3 đơn vị khác". */
    static String names(List<String> names, int total) {
        List<String> shown = names.subList(0, Math.min(names.size(), NAMES_IN_A_SENTENCE));
        int others = total - shown.size();
        if (shown.isEmpty()) {
            return others + " đơn vị";
        }
        return String.join(", ", shown) + (others > 0 ? " và " + others + " đơn vị khác" : "");
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
