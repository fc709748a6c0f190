package vn.hoso.reports.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoso.organisation.Organisation;
import vn.hoso.results.YearResults;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.targets.LegalInstrument;
import vn.hoso.targets.Verdict;

/** How the report cites legal instruments. */
public final class ReportCitation {

    private ReportCitation() {}

    /**
     * Kind, number and date as the title words them, then the issuer: "Quyết định số 2679/QĐ-UBND ngày 20/7/2023 của
     * UBND tỉnh Bình Định"; the whole title where it does not name its number.
     */
    public static String brief(LegalInstrument instrument) {
        return named(instrument, " của " + instrument.issuer());
    }

    /** The whole document in one form, whatever its title leaves out: kind and number, date, issuer and "về việc …". */
    public static String full(LegalInstrument instrument) {
        Matcher parts = Pattern.compile("^(.*?(?<![\\p{L}\\d])" + Pattern.quote(instrument.number())
                        + "(?![\\p{L}\\d-]))(?:,? ngày (\\d{1,2}/\\d{1,2}/\\d{4}))?(.*)$")
                .matcher(instrument.title());
        if (!parts.matches()) {
            return instrument.title();
        }
        LocalDate day = parts.group(2) == null ? instrument.issuedOn() : DateInput.read(parts.group(2));
        String issuer = " của " + instrument.issuer();
        String rest = parts.group(3).replaceFirst("^\\s*[:–—-]+\\s*", "").strip();
        if ((rest + " ").startsWith(issuer.strip() + " ")) {
            rest = rest.substring(issuer.length() - 1).strip();
        }
        if (!rest.isEmpty() && !Character.isLetter(rest.charAt(0)) && rest.charAt(0) != ',') {
            return instrument.title();
        }
        boolean ready = rest.isEmpty() || rest.startsWith("về ") || rest.startsWith(",") || rest.startsWith("của ");
        return parts.group(1)
                + (day == null ? "" : " ngày " + Formats.date(day))
                + (rest.startsWith("của ") ? "" : issuer)
                + (rest.isEmpty() ? "" : ready ? (rest.startsWith(",") ? "" : " ") + rest : " về việc " + rest);
    }

    /** The instruments of the targets that a report judges, and the plan behind section IV; the last line ends in a full stop. */
    static List<ReportLine> grounds(YearResults results, ReportPhrases phrases, Organisation organisation) {
        Set<String> titles = Stream.of(
                        results.district().verdicts().stream().map(Verdict::target),
                        results.ofNamedUnits().filter(target -> !target.aspiration()),
                        results.district().aspirations().stream().map(Verdict::target),
                        results.ofNamedUnits())
                .flatMap(targets -> targets)
                .flatMap(target -> target.instruments().stream())
                .map(ReportCitation::full)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (titles.stream().noneMatch(title -> title.startsWith("Kế hoạch"))) {
            Stream.ofNullable(organisation.reportGround()).forEach(titles::add);
        }
        List<ReportLine> lines = new ArrayList<>();
        titles.forEach(title -> lines.add(phrases.sentences()
                .with("van_ban", title)
                .with("dau", lines.size() + 1 < titles.size() ? ";" : ".")
                .fill("ground")));
        return lines;
    }

    private static String named(LegalInstrument instrument, String issuer) {
        Matcher matcher = Pattern.compile(
                        "^.*?" + Pattern.quote(instrument.number()) + "(?: ngày \\d{1,2}/\\d{1,2}/\\d{4})?")
                .matcher(instrument.title());
        return matcher.find() ? matcher.group() + issuer : instrument.title();
    }
}
