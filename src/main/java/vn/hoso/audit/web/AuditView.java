package vn.hoso.audit.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.UnitField;

/**
 * The trail, ready to print.
 *
 * @param form the search as typed
 * @param problems names of the fields that mean nothing
 * @param person where the person is chosen: from a list, or by typing where there are too many for one
 * @param unit where the unit is chosen
 * @param actions what can be searched for, by code
 * @param lines the lines found, the latest first
 * @param earlier where the lines before these are, null if there are none
 * @param latest where the latest lines are, null on the first page
 * @param csv the address of the lines found as a file
 * @param end the chain's end: its last sequence, a colon and its hash
 */
record AuditView(
        AuditForm form,
        List<String> problems,
        UnitField person,
        UnitField unit,
        Map<String, String> actions,
        List<Line> lines,
        @Nullable String earlier,
        @Nullable String latest,
        String csv,
        String end) {

    /**
     * A line.
     *
     * @param sequence its place in the chain
     * @param time such as 10:32:05 ngày 05/10/2024
     * @param user who did it
     * @param sentence what they did
     * @param units the units it concerns, where no change names them
     * @param changes what changed, one sentence for each unit
     * @param values how many values changed
     * @param reason their words why
     * @param origin the address and the request's id
     */
    record Line(
            long sequence,
            String time,
            String user,
            String sentence,
            String units,
            List<String> changes,
            int values,
            @Nullable String reason,
            @Nullable String origin) {

        /** Whether the list of changes is too long to be shown unfolded. */
        public boolean folded() {
            return values > 8;
        }
    }

    public boolean wrong(String field) {
        return problems.contains(field);
    }
}
