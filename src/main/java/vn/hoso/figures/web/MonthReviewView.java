package vn.hoso.figures.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.web.LockController.ReopeningForm;

/**
 * A month under review, ready to print.
 *
 * @param month such as 10/2024, with its days where they are not those of the civil month
 * @param address such as 2024-10
 * @param lock who locked the month and when, null while it is open
 * @param reopened until when a locked month is open again and why, null if it is not
 * @param openUntil the day up to which it is
 * @param alert what was refused, null if nothing was
 * @param reviewing whether the reader also sends back, locks and reopens; else they approve what the Office typed, and see no more
 * @param finder the way to the other pages: the lists that follow hold one page of all returns
 * @param sizes how many there are on all pages
 * @param exceptions submitted returns with something to look at
 * @param clean submitted returns without
 * @param own submitted returns that the reviewer typed and somebody else approves
 * @param approved approved returns
 * @param waiting names of the first two hundred units that have not submitted
 * @param cells the measures a remark can be about: field name and message key
 * @param reopening what was typed to reopen the month
 * @param lockedWithout what the month would be locked without, null where it lacks nothing
 * @param lockProblem why the month was not locked, null if it was not refused
 * @param corrections what was proposed in the place of approved figures and waits for a decision
 */
record MonthReviewView(
        String month,
        String address,
        @Nullable String lock,
        @Nullable String reopened,
        @Nullable LocalDate openUntil,
        @Nullable String alert,
        boolean reviewing,
        UnitFinderView finder,
        Sizes sizes,
        List<Line> exceptions,
        List<Line> clean,
        List<Line> own,
        List<Line> approved,
        List<String> waiting,
        List<CellChoice> cells,
        ReopeningForm reopening,
        @Nullable String lockedWithout,
        @Nullable String lockProblem,
        List<CorrectionLine> corrections) {

    /** Where the forms are sent, with the page of returns they stand on. */
    public String path(String beneath) {
        return MonthUnitsPage.address("/figures/" + address + beneath, finder.filter());
    }

    /** How many units stand in each list, on all pages. */
    record Sizes(int exceptions, int clean, int own, int approved, int waiting) {

        /** Submitted, whoever may approve it. */
        public int unapproved() {
            return exceptions + clean + own;
        }
    }

    /** A proposed correction. */
    record CorrectionLine(
            long unitId, String unit, List<CorrectionView.Change> changes, String reason, String proposed) {}

    /**
     * A return.
     *
     * @param value unit and version as forms send them
     * @param approvable whether the reader may approve it: it is submitted, and they did not type it
     * @param own whether the reader typed it
     * @param ticked whether it is among those to be approved before the reader chooses
     * @param values its figures, in four fractions
     * @param findings what is unusual, one sentence each
     * @param said what the unit says in notes, and in answer to the remarks with which it was sent back
     * @param differences what changed since it was submitted before
     * @param changed who moved it last and when
     * @param typed the remarks as typed, if they were refused
     */
    record Line(
            long unitId,
            String unit,
            String value,
            boolean approvable,
            boolean own,
            boolean ticked,
            List<Value> values,
            List<String> findings,
            @Nullable String note,
            List<SaidLine> said,
            List<String> differences,
            String changed,
            SendingBackForm typed) {}

    /** What was asked, null for a note; what was answered or noted, and by whom. */
    record SaidLine(@Nullable String remark, String text, String by) {}

    /** A fraction, what stands over it, and what it was when submitted before; null if that is the same. */
    record Value(String labelKey, String text, @Nullable String before) {}

    record CellChoice(String field, String labelKey) {}

    /**
     * What to show again after a request that was refused.
     *
     * @param alert why
     * @param unitId the unit whose remarks were typed, 0 for none
     * @param lock why the month was not locked
     * @param ticked the returns that were ticked to be approved, in the versions seen; null where none could be
     */
    record Refused(
            @Nullable String alert,
            long unitId,
            SendingBackForm remarks,
            ReopeningForm reopening,
            @Nullable String lock,
            @Nullable Set<String> ticked) {

        static final Refused NONE = new Refused(null, 0, SendingBackForm.EMPTY, ReopeningForm.EMPTY, null, null);

        static Refused approval(String alert, List<String> ticked) {
            return new Refused(alert, 0, SendingBackForm.EMPTY, ReopeningForm.EMPTY, null, Set.copyOf(ticked));
        }

        static Refused sendingBack(String alert, long unitId, SendingBackForm remarks) {
            return new Refused(alert, unitId, remarks, ReopeningForm.EMPTY, null, null);
        }

        static Refused reopening(String alert, ReopeningForm form) {
            return new Refused(alert, 0, SendingBackForm.EMPTY, form, null, null);
        }

        static Refused lock(String why) {
            return new Refused(why, 0, SendingBackForm.EMPTY, ReopeningForm.EMPTY, why, null);
        }

        /** Whether a return is ticked: as it was, unless it changed since; on a page just opened, if it needs no look. */
        boolean ticks(String value, boolean clean) {
            return ticked == null ? clean : ticked.contains(value);
        }
    }
}
