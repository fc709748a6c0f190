package vn.hoso.reports.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.PageSteps;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Indicator;
import vn.hoso.reports.LetterLateReturnQueries.LateYear;
import vn.hoso.reports.Letters;
import vn.hoso.reports.Letters.Shape;
import vn.hoso.reports.files.DocumentView;
import vn.hoso.results.UnitResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.UserText;

/**
 * The page on which a letter is written.
 *
 * @param unit the unit's name, null for all late units
 * @param unitId its key, null likewise
 * @param each whether each late unit gets a letter of its own
 * @param back the page that led here
 * @param address this page, without its period and last day
 * @param year the year
 * @param count how many units it goes to
 * @param chases whether there is anything to remind of
 * @param noneDue whether it is to one unit, of which no return was expected
 * @param mayKeep whether the reader may keep it
 * @param due the last day of what is asked, as it stands in its field
 * @param dueWrong whether that is no day to answer by
 * @param kept the period as hidden fields
 * @param seen tells what was proposed from what would be later
 * @param sources where the figures it names come from
 * @param document the letter, or the first of them, as it will print; null where there is nobody to write to
 * @param pages the way through a long list of units in it, null where it is whole
 */
record LetterView(
        @Nullable String unit,
        @Nullable Long unitId,
        boolean each,
        String back,
        String address,
        String year,
        String count,
        boolean chases,
        boolean noneDue,
        boolean mayKeep,
        String due,
        boolean dueWrong,
        List<PeriodFilter.Kept> kept,
        String seen,
        List<Source> sources,
        @Nullable DocumentView document,
        @Nullable PageSteps pages) {

    /** The page that tells where a rate comes from. */
    record Source(String titleKey, String path) {}

    static LetterView of(LetterController.Draft draft, int page, boolean mayKeep, PageMessages wording) {
        UnitResults unit = draft.unit();
        LateYear late = draft.late();
        LetterDay day = draft.writer().day();
        ReportingPeriod period = unit == null ? null : unit.district().period();
        List<Letters.Copy> copies =
                draft.copies(draft.proposal().subject(), draft.proposal().body());
        String own =
                unit == null ? "/letters" : "/dashboard/units/" + unit.unit().unitId();
        String year = String.valueOf(
                period == null
                        ? Objects.requireNonNull(late).year()
                        : period.to().getYear());
        DocumentView document =
                copies.isEmpty() ? null : DocumentView.onPage(copies.get(0).text(), page);
        return new LetterView(
                unit == null ? null : unit.unit().name(),
                unit == null ? null : unit.unit().unitId(),
                draft.shape() == Shape.EACH,
                period == null ? own : draft.filter().address(own, period),
                own + (unit == null ? "/late" : "/letter"),
                year,
                Formats.count(draft.units()),
                draft.proposal().chases(),
                unit != null && unit.unit().notDue(),
                mayKeep,
                day.wrong() ? UserText.shortened(day.typed()) : Formats.date(day.answerBy()),
                day.wrong(),
                period == null
                        ? List.of(new PeriodFilter.Kept("year", year))
                        : draft.filter().kept(period),
                draft.seen(),
                unit == null || period == null
                        ? List.of()
                        : Stream.of(
                                        Indicator.OVERALL,
                                        Indicator.FULL_PROCESS,
                                        Indicator.PARTIAL,
                                        Indicator.ELIGIBLE_ONLINE)
                                .map(each -> new Source(
                                        "indicators.name." + each,
                                        TracePaths.of(draft.filter(), period).of(unit.unit(), each)))
                                .toList(),
                document,
                document == null || !document.cut()
                        ? null
                        : PageSteps.around(document.units(), page, number -> address(year, day, number), wording));
    }

    /** A page of the letter to all late units of a year, with the last day as it was typed. */
    private static String address(String year, LetterDay day, int page) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/letters/late").queryParam("year", year);
        if (!day.typed().isBlank() && !day.wrong()) {
            address.queryParam("due", day.typed().strip());
        }
        return address.queryParam("page", page).encode().toUriString();
    }
}
