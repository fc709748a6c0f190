package vn.hoso.dashboard.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.organisation.Organisation;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.PastView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.UnitResults;
import vn.hoso.results.UnitResults.UnitMonth;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserText;

/**
 * The letter that reminds a unit (công văn đôn đốc), laid out after Decree 30/2020/NĐ-CP, Annex I, on one page. Number,
 * day and signer stay blank: the registry fills them in.
 *
 * @param unit the unit, for the page's own title
 * @param back the unit's page of the same period
 * @param agency the issuing agency, one line each
 * @param number the blank number and the letter's sign
 * @param subject what it is about, below the number
 * @param state the country and its motto
 * @param placeAndDate place, and the date with blanks for day and month
 * @param addressee to whom
 * @param opening on what it rests and which days it covers
 * @param findings what is missing and how the unit stands
 * @param lead the sentence before the requests
 * @param requests what is asked, with the last day
 * @param closing the last sentence
 * @param authority on whose behalf it is signed, one line each
 * @param recipients who receives it, below the words that say so
 * @param chases whether there is anything to remind of
 * @param due the form for another last day
 * @param sources where the figures it names come from
 */
record UnitLetter(
        String unit,
        String back,
        List<String> agency,
        String number,
        String subject,
        List<String> state,
        String placeAndDate,
        String addressee,
        String opening,
        List<String> findings,
        String lead,
        List<String> requests,
        String closing,
        List<String> authority,
        List<String> recipients,
        boolean chases,
        DueForm due,
        List<Source> sources) {

    /** Days from writing to the last day of what is asked. */
    private static final int DAYS_TO_ANSWER = 7;

    private static final int LONGEST_MONTHS = 12;

    /**
     * When it is written, and when returns and answers are due.
     *
     * @param typed the last day of what is asked as typed, empty for a week from today
     */
    record Day(LocalDate today, SubmissionDeadlines deadlines, String typed) {

        /** Whether what was typed is no day from today on, within a year. */
        boolean wrong() {
            return !typed.isBlank() && given() == null;
        }

        LocalDate answerBy() {
            LocalDate given = given();
            return given == null ? today.plusDays(DAYS_TO_ANSWER) : given;
        }

        private @Nullable LocalDate given() {
            return DateInput.readBetween(typed, today, today.plusMonths(LONGEST_MONTHS));
        }

        DueForm form(UnitResults results, PeriodFilter filter) {
            return new DueForm(
                    wrong() ? UserText.shortened(typed) : Formats.date(answerBy()),
                    wrong(),
                    filter.kept(results.district().period()));
        }
    }

    /**
     * The form that changes the last day of what is asked.
     *
     * @param typed what stands in the field
     * @param wrong whether that is no day to answer by
     * @param kept the rest of the address, as hidden fields
     */
    record DueForm(String typed, boolean wrong, List<PeriodFilter.Kept> kept) {}

    /** The page that tells where a rate comes from. */
    record Source(String titleKey, String path) {}

    static UnitLetter of(UnitResults results, PeriodFilter filter, Organisation office, Day day, PageMessages wording) {
        ScopeResults unit = results.unit();
        ReportingPeriod period = results.district().period();
        String name = addressee(unit.name(), wording);
        List<YearMonth> missing = missing(results, period, day);
        boolean missed = unit.verdicts().stream().anyMatch(it -> it.shortBy() > 0);
        boolean paper = results.paper().paper() > 0;
        String until = Formats.date(day.answerBy());
        List<String> findings = new ArrayList<>();
        findings.add(reported(missing, unit, day, wording));
        if (unit.past() != null && !unit.past().origins().isEmpty()) {
            findings.add(wording.of(
                    "dashboard.letter.past", PastView.full(unit, unit.past().origins(), wording)));
        }
        findings.addAll(returned(results, period, wording));
        findings.addAll(LetterStanding.of(results, wording));
        List<String> requests = new ArrayList<>();
        if (!missing.isEmpty()) {
            requests.add(wording.of("dashboard.letter.request.report", until));
        }
        if (missed || paper) {
            requests.add(wording.of("dashboard.letter.request.online"));
        }
        requests.add(wording.of("dashboard.letter.request.answer", office.agencyInFull(), office.office(), until));
        return new UnitLetter(
                unit.name(),
                filter.address("/dashboard/units/" + unit.unitId(), period),
                List.of(office.letterheadTop(), office.letterheadBottom()),
                wording.of("dashboard.letter.number", office.symbol(), office.officeSymbol()),
                wording.of("dashboard.letter.subject"),
                List.of(wording.of("dashboard.letter.country"), wording.of("dashboard.letter.motto")),
                wording.of(
                        "dashboard.letter.date",
                        office.place(),
                        String.valueOf(day.today().getYear())),
                wording.of("dashboard.letter.to", name),
                wording.of(
                        "dashboard.letter.opening",
                        Formats.date(period.firstDay()),
                        Formats.date(period.lastDay()),
                        office.agencyInFull(),
                        name),
                numbered(findings),
                wording.of("dashboard.letter.lead", office.agencyInFull(), name),
                lettered(requests),
                wording.of("dashboard.letter.closing", office.agencyInFull(), name),
                List.of(wording.of("dashboard.letter.authority").split("\\|")),
                List.of(wording.of("dashboard.letter.recipients", office.levelName())
                        .split("\\|")),
                !missing.isEmpty() || missed || paper,
                day.form(results, filter),
                Stream.of(Indicator.OVERALL, Indicator.FULL_PROCESS, Indicator.PARTIAL, Indicator.ELIGIBLE_ONLINE)
                        .map(each -> new Source(
                                "indicators.name." + each,
                                TracePaths.of(filter, period).of(unit, each)))
                        .toList());
    }

    /** A township's or commune's letter goes to its People's Committee. */
    private static String addressee(String unit, PageMessages wording) {
        return unit.startsWith("Xã ") || unit.startsWith("Thị trấn ")
                ? wording.of(
                        "dashboard.letter.committee", unit.substring(0, 1).toLowerCase(Locale.ROOT) + unit.substring(1))
                : unit;
    }

    private static List<YearMonth> missing(UnitResults results, ReportingPeriod period, Day day) {
        return results.months().stream()
                .filter(it -> it.counts() == null && !it.month().isAfter(period.to()))
                .map(UnitMonth::month)
                .filter(it -> day.deadlines().of(it).isBefore(day.today()))
                .toList();
    }

    private static String reported(List<YearMonth> missing, ScopeResults unit, Day day, PageMessages wording) {
        if (missing.isEmpty()) {
            return wording.of(
                    unit.reportedMonths() < unit.expectedMonths() && unit.past() != null
                            ? "dashboard.letter.reported.past"
                            : "dashboard.letter.reported",
                    String.valueOf(unit.reportedMonths()),
                    String.valueOf(unit.expectedMonths()));
        }
        YearMonth first = missing.get(0);
        LocalDate due = day.deadlines().of(first);
        return wording.of(
                "dashboard.letter.missing",
                String.valueOf(missing.size()),
                wording.list(missing.stream().map(Formats::month).toList()),
                Formats.month(first),
                Formats.date(due),
                Formats.count(day.deadlines().daysLate(first, day.today())));
    }

    private static List<String> returned(UnitResults results, ReportingPeriod period, PageMessages wording) {
        List<String> months = results.months().stream()
                .filter(it -> "RETURNED".equals(it.status()) && !it.month().isAfter(period.to()))
                .map(it -> Formats.month(it.month()))
                .toList();
        return months.isEmpty() ? List.of() : List.of(wording.of("dashboard.letter.returned", wording.list(months)));
    }

    private static List<String> numbered(List<String> lines) {
        List<String> numbered = new ArrayList<>();
        lines.forEach(line -> numbered.add(numbered.size() + 1 + ". " + line));
        return numbered;
    }

    private static List<String> lettered(List<String> lines) {
        List<String> lettered = new ArrayList<>();
        lines.forEach(line -> lettered.add((char) ('a' + lettered.size()) + ") " + line));
        return lettered;
    }
}
