package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.hoso.targets.Target;

/**
 * The targets of an annex.
 *
 * @param all those that units are held against
 * @param shown the first of them, as many as a sheet has room for: each has a column
 * @param lettered those of these whose codes alone tell them apart, and are longer than their columns are wide: a letter heads them
 */
record AnnexTargets(List<Target> all, List<Target> shown, List<Target> lettered) {

    static AnnexTargets of(List<Target> all, AnnexWidths widths) {
        List<Target> shown = all.subList(0, widths.verdicts());
        return new AnnexTargets(
                all,
                shown,
                shown.stream()
                        .filter(each -> ReportBreakdown.alike(each, all) && !widths.heads(each.code() + ":"))
                        .toList());
    }

    ReportLine heading(Target target, ReportPhrases phrases) {
        return phrases.of(target)
                .with("cot", ReportSentences.column(target.indicator()))
                .with("ma", lettered.contains(target) ? letter(target) : target.code())
                .fill(ReportBreakdown.heading(target, all));
    }

    /** What the letters stand for, and which targets have no column. */
    List<ReportLine> notes(ReportPhrases phrases) {
        List<ReportLine> notes = new ArrayList<>();
        if (!lettered.isEmpty()) {
            notes.add(phrases.sentences()
                    .with(
                            "cac_ma",
                            lettered.stream()
                                    .map(each -> letter(each) + " " + each.code())
                                    .collect(Collectors.joining("; ")))
                    .fill("annex.note.codes"));
        }
        if (shown.size() < all.size()) {
            notes.add(phrases.sentences()
                    .with(
                            "cac_ma",
                            all.subList(shown.size(), all.size()).stream()
                                    .map(Target::code)
                                    .collect(Collectors.joining(", ")))
                    .fill("annex.note.left-out.targets"));
        }
        return notes;
    }

    private String letter(Target target) {
        return "(" + (char) ('a' + lettered.indexOf(target)) + ")";
    }
}
