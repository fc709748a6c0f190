package vn.hoso.reports.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.hoso.backup.Backups;
import vn.hoso.reports.IssuedReport;
import vn.hoso.reports.YearEndReportChecklist.YearEnd;
import vn.hoso.results.ResultCaveat;
import vn.hoso.results.ResultsCoverage;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.Verdict;

/**
 * The year-end checklist.
 *
 * @param year the year to be closed
 * @param open how many lines are not in order
 * @param lines the lines, in the order in which they are settled
 */
record ReportChecklistView(String year, int open, List<Line> lines) {

    /** How a line stands; each has an icon and a word of its own. */
    enum State {
        DONE,
        OPEN,
        /** Nothing the program could judge: a person looks at it. */
        LOOK
    }

    /**
     * A line.
     *
     * @param name what it is about; names its messages
     * @param fact key of the sentence with its figures
     * @param values the figures
     * @param path the page that settles it
     */
    record Line(String name, State state, String fact, List<String> values, String path) {

        /** A figure of the sentence; empty where it has none there. */
        public String value(int at) {
            return at < values.size() ? values.get(at) : "";
        }
    }

    static ReportChecklistView of(YearEnd end, int currentYear) {
        String year = String.valueOf(end.results().year());
        String figures = "/figures?year=" + year;
        List<Line> lines = new ArrayList<>();
        lines.add(coverage(end.results(), figures));
        lines.add(counted(
                "APPROVED",
                end.results().coverage().allApproved(),
                figures,
                end.results().coverage().approved(),
                end.results().coverage().reported()));
        int asked = end.unfinished().returned() + end.unfinished().remarks();
        lines.add(counted(
                "REMARKS",
                asked == 0,
                figures,
                end.unfinished().returned(),
                end.unfinished().remarks()));
        int corrections = end.unfinished().corrections();
        lines.add(counted("CORRECTIONS", corrections == 0, figures, corrections));
        int unlocked = end.unfinished().unlocked();
        lines.add(counted("LOCKED", unlocked == 0, figures, unlocked));
        lines.add(reconciliation(end.results()));
        lines.add(counted("DIFFERENCES", end.differences() == 0, "/reconciliation?year=" + year, end.differences()));
        lines.add(decisions(end.results()));
        lines.add(nextTargets(end, currentYear));
        lines.add(issued(end));
        lines.add(backup(end.backup()));
        return new ReportChecklistView(
                year,
                (int) lines.stream().filter(line -> line.state() == State.OPEN).count(),
                lines);
    }

    /** Where packages are made outside the program, a person knows whether one was tried. */
    private static Line backup(Backups.State backup) {
        String path = "#backup";
        Instant proven = backup.proven();
        if (backup.overdue()) {
            return new Line("BACKUP", State.OPEN, "BACKUP.overdue", List.of(), path);
        }
        return proven == null
                ? new Line("BACKUP", State.LOOK, "BACKUP", List.of(), path)
                : new Line("BACKUP", State.DONE, "BACKUP.proven", List.of(Formats.time(proven)), path);
    }

    private static Line counted(String name, boolean done, String path, int... counts) {
        List<String> values = new ArrayList<>();
        for (int count : counts) {
            values.add(Formats.count(count));
        }
        return new Line(name, done ? State.DONE : State.OPEN, name, values, path);
    }

    private static Line coverage(YearResults results, String path) {
        ResultsCoverage coverage = results.coverage();
        boolean published = results.publication() != null && coverage.reported() == 0;
        boolean whole = coverage.complete() && results.period().wholeYear();
        return new Line(
                "COVERAGE",
                published ? State.LOOK : whole ? State.DONE : State.OPEN,
                published ? "COVERAGE.published" : "COVERAGE",
                List.of(
                        Formats.count(coverage.reported()),
                        Formats.count(coverage.expected()),
                        Formats.month(results.period().to())),
                path);
    }

    private static Line reconciliation(YearResults results) {
        String path = "/dashboard/details?year=" + results.year();
        if (results.publication() == null || results.coverage().reported() == 0) {
            String fact = results.publication() == null ? "RECONCILIATION.unpublished" : "RECONCILIATION.unsummed";
            return new Line("RECONCILIATION", State.LOOK, fact, List.of(), path);
        }
        return results.openItems().stream()
                .filter(ResultCaveat.PublishedDiffers.class::isInstance)
                .map(ResultCaveat.PublishedDiffers.class::cast)
                .findFirst()
                .map(differs -> differs.classes().isEmpty() ? totals(differs, path) : classes(differs.classes(), path))
                .orElse(new Line("RECONCILIATION", State.DONE, "RECONCILIATION", List.of(), path));
    }

    private static Line totals(ResultCaveat.PublishedDiffers differs, String path) {
        return new Line(
                "RECONCILIATION",
                State.OPEN,
                "RECONCILIATION.differs",
                List.of(
                        Formats.count(differs.publishedOnline()),
                        Formats.count(differs.publishedReceived()),
                        Formats.count(differs.summedOnline()),
                        Formats.count(differs.summedReceived())),
                path);
    }

    private static Line classes(List<ResultCaveat.ClassDiffers> differing, String path) {
        List<String> values = new ArrayList<>();
        for (ResultCaveat.ClassDiffers each : differing) {
            values.add(Formats.count(each.publishedOnline()) + "/" + Formats.count(each.publishedReceived()));
            values.add(Formats.count(each.summedOnline()) + "/" + Formats.count(each.summedReceived()));
        }
        String which =
                differing.size() > 1 ? "both" : differing.get(0).indicator().toString();
        return new Line("RECONCILIATION", State.OPEN, "RECONCILIATION.differs." + which, values, path);
    }

    /** The verdicts that a person confirms. */
    private static Line decisions(YearResults results) {
        List<Verdict> asked = results.district().verdicts().stream()
                .filter(verdict -> verdict.target().rule() == TargetRule.HAS_ARISEN)
                .toList();
        long confirmed = asked.stream()
                .filter(verdict -> verdict.decision() != null && !verdict.evidenceChanged())
                .count();
        return new Line(
                "DECISIONS",
                confirmed == asked.size() ? State.DONE : State.OPEN,
                asked.isEmpty() ? "DECISIONS.none" : "DECISIONS",
                List.of(String.valueOf(confirmed), String.valueOf(asked.size())),
                "/dashboard/details?year=" + results.year());
    }

    private static Line nextTargets(YearEnd end, int currentYear) {
        int next = end.results().year() + 1;
        long beginning = end.nextTargets().stream()
                .filter(target -> target.validFrom().getYear() == next)
                .count();
        State state = beginning > 0 ? State.DONE : end.nextTargets().isEmpty() ? State.OPEN : State.LOOK;
        return new Line(
                "NEXT_TARGETS",
                state,
                "NEXT_TARGETS",
                List.of(String.valueOf(end.nextTargets().size()), String.valueOf(next), String.valueOf(beginning)),
                "/targets?year=" + Math.min(next, currentYear));
    }

    private static Line issued(YearEnd end) {
        IssuedReport report = end.issued();
        String year = String.valueOf(end.results().year());
        if (report == null || report.lastMonth().getMonthValue() < 12) {
            return new Line("ISSUED", State.OPEN, "ISSUED.not", List.of(year), "/reports/" + year);
        }
        return new Line(
                "ISSUED",
                Objects.isNull(report.registration()) ? State.OPEN : State.DONE,
                Objects.isNull(report.registration()) ? "ISSUED.unnumbered" : "ISSUED",
                List.of(report.named()),
                "/reports/" + year + "/issues/" + report.id());
    }
}
