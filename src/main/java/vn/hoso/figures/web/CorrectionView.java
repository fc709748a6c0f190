package vn.hoso.figures.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;

/**
 * Correcting a unit's approved month, ready to print.
 *
 * @param month such as 10/2024
 * @param address such as 2024-10
 * @param statusKey how far the return has come
 * @param lock why no figure of the month changes, null while it is open
 * @param reviewable whether the reader reviews, and so may reopen the month
 * @param approvable whether the page leads the reader to where the pending proposal is approved
 * @param alert what was refused, null if nothing was
 * @param form what can be typed, null where nothing can be proposed
 * @param pending the proposal that waits, null if none does
 * @param earlier the proposals decided before, the latest first
 */
record CorrectionView(
        String month,
        String address,
        int year,
        long unitId,
        String unit,
        String statusKey,
        @Nullable String lock,
        boolean reviewable,
        boolean approvable,
        @Nullable String alert,
        @Nullable Form form,
        @Nullable Line pending,
        List<Line> earlier) {

    /**
     * The form.
     *
     * @param version the version whose figures stand beside the typed ones
     * @param note the typed note
     * @param noteInForce the note in force
     * @param reasonMissing whether the reason cannot be stored as typed
     */
    record Form(
            int version,
            List<Field> fields,
            String note,
            String noteInForce,
            @Nullable String noteProblem,
            String reason,
            boolean reasonMissing) {}

    /** A figure: in force, and as typed. */
    record Field(
            String name,
            String labelKey,
            String inForce,
            String typed,
            @Nullable String problem) {}

    /**
     * A proposal.
     *
     * @param changes what it changes
     * @param proposed who proposed it and when
     * @param decided who decided it and when, null while it waits
     * @param remark what they said
     * @param own whether the reader proposed it
     * @param outdated whether the figures have changed since, so that it cannot be approved any more
     * @param findings what is unusual about the proposed figures
     */
    record Line(
            long id,
            List<Change> changes,
            String reason,
            String stateKey,
            String proposed,
            @Nullable String decided,
            @Nullable String remark,
            boolean own,
            boolean outdated,
            List<String> findings) {}

    /** One value before and after. */
    record Change(String labelKey, String before, String after) {}

    /** What differs between two states of a return, value by value. */
    static final class FigureChangesView {

        private FigureChangesView() {}

        static List<CorrectionView.Change> between(ReturnFigures before, ReturnFigures after) {
            List<CorrectionView.Change> found = new ArrayList<>();
            for (Measure measure : before.differences(after)) {
                found.add(new CorrectionView.Change(
                        FiguresMessages.labelKey(measure),
                        FiguresMessages.figure(before, measure),
                        FiguresMessages.figure(after, measure)));
            }
            if (!Objects.equals(before.note(), after.note())) {
                found.add(new CorrectionView.Change("figures.note", said(before.note()), said(after.note())));
            }
            return found;
        }

        private static String said(@Nullable String note) {
            return note == null ? FiguresMessages.NOTHING : note;
        }
    }
}
