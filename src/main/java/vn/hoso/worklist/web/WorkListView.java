package vn.hoso.worklist.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.PageMessages;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;

/**
 * The work list, ready to print.
 *
 * @param lines what waits, what others wait for first
 * @param news what only tells something
 */
record WorkListView(List<Group> lines, List<Group> news) {

    /** How many lines of one kind stand open. */
    private static final int SHOWN = 3;

    /**
     * The lines of one kind.
     *
     * @param kind the last part of its message keys
     * @param more further ones, behind a press
     */
    record Group(String kind, List<Line> shown, List<Line> more) {}

    /**
     * One line with its button.
     *
     * @param detail what somebody wrote about it, or whom it concerns; null for nothing
     * @param late that it should have been done by now, in words; null where it is in time
     * @param dismissal where it is put away, null for what is done on a page of its own
     */
    record Line(
            String sentence,
            @Nullable String detail,
            @Nullable String late,
            String path,
            String button,
            @Nullable String dismissal) {}

    static WorkListView of(List<WorkItem> items, PageMessages wording) {
        Map<WorkKind, List<Line>> kinds = new EnumMap<>(WorkKind.class);
        items.forEach(item ->
                kinds.computeIfAbsent(item.kind(), kind -> new ArrayList<>()).add(line(item, wording)));
        List<Group> lines = new ArrayList<>();
        List<Group> news = new ArrayList<>();
        kinds.forEach((kind, found) -> (kind.isNews() ? news : lines)
                .add(new Group(
                        kind.key(),
                        found.subList(0, Math.min(SHOWN, found.size())),
                        found.subList(Math.min(SHOWN, found.size()), found.size()))));
        return new WorkListView(lines, news);
    }

    private static Line line(WorkItem item, PageMessages wording) {
        String key = "worklist." + item.kind().key();
        return new Line(
                wording.of(key, item.words().toArray(String[]::new)),
                item.detail(),
                item.late(),
                item.path(),
                wording.of(item.kind().isNews() ? "worklist.put-away" : key + ".button"),
                item.kind().isNews() ? "/work/" + item.kind().key() + "/" + item.reference() + "/dismissal" : null);
    }
}
