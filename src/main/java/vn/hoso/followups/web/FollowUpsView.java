package vn.hoso.followups.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of tasks, ready to print.
 *
 * @param open the most urgent first
 * @param closed the latest closed first
 * @param counts such as "3 việc đang mở, 1 việc quá hạn"
 * @param writable whether this reader makes and closes tasks
 */
record FollowUpsView(List<Line> open, List<Line> closed, String counts, boolean writable) {

    /**
     * A task.
     *
     * @param target the target's short name
     * @param scope whose figures it is about
     * @param period until which month they were
     * @param carried for how many months it has been carried on, null for none
     * @param overdue whether it is open after its last day
     * @param effect what became of the rate, in one sentence
     * @param result how it ended, null while it is open
     * @param closed by whom and when, null while it is open
     */
    record Line(
            long id,
            String target,
            String scope,
            String period,
            String task,
            String responsible,
            String due,
            @Nullable String carried,
            boolean overdue,
            String made,
            String effect,
            @Nullable String result,
            @Nullable String closed) {}
}
