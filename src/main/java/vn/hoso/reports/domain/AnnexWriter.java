package vn.hoso.reports.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/** Fills the annex from the results. */
final class AnnexWriter {

    private static final List<Indicator> SHOWN = List.of(Indicator.FULL_PROCESS, Indicator.PARTIAL, Indicator.OVERALL);

    private final YearResults results;
    private final ReportPhrases phrases;
    private final AnnexTargets targets;
    private final List<Indicator> defined;
    private final AnnexWidths widths;
    private final boolean yearBeforeKnown;

    /** Whether it has columns: not where a sheet has no room for them beside defined indicators, nor for units that came of others. */
    private final boolean yearBefore;

    AnnexWriter(YearResults results, ReportPhrases phrases) {
        this.results = results;
        this.phrases = phrases;
        List<Target> asked = ReportBreakdown.unitTargets(results);
        List<Indicator> all = results.district().columns();
        this.yearBeforeKnown = phrases.figures().find(ReportYearBeforeFigures.PREFIX + "ten") != null;
        this.yearBefore = yearBeforeKnown
                && AnnexWidths.leaveRoom(AnnexWidths.Asked.of(results, SHOWN, all.size(), asked.size(), true))
                && results.geography() != ResultsGeography.TODAY;
        this.widths = AnnexWidths.of(AnnexWidths.Asked.of(results, SHOWN, all.size(), asked.size(), yearBefore));
        this.defined = all.subList(0, widths.columns());
        this.targets = AnnexTargets.of(asked, widths);
    }

    /** @param mark which of the document's annexes it is, as the file of sentences calls it */
    Annex write(LocalDate today, String mark) {
        ReportSentences said = phrases.sentences().with("nam", String.valueOf(today.getYear()));
        return new Annex(
                ReportSentences.text(mark),
                ReportPhrases.upper(said.say("annex.title")),
                said.say("annex.attached"),
                // A part of a year says from which day to which; a year's own name does.
                said.fill(phrases.part() ? "annex.measure.part" : "annex.measure"),
                columns(),
                rows(),
                notes(),
                true);
    }

    private List<Annex.Column> columns() {
        List<Annex.Column> columns = new ArrayList<>();
        columns.add(column(null, "annex.order", widths.order(), false));
        columns.add(column(null, "annex.unit", widths.name(), false));
        for (int i = 0; i < SHOWN.size(); i++) {
            String group = "annex.group." + SHOWN.get(i);
            columns.add(column(group, "annex.received", widths.counts().get(2 * i), true));
            columns.add(column(group, "annex.online", widths.counts().get(2 * i + 1), true));
            columns.add(column(group, "annex.rate", widths.rate(), true));
        }
        if (yearBefore) {
            columns.add(column("annex.group.year-before", "annex.year-before.rate", widths.rate(), true));
            columns.add(column("annex.group.year-before", "annex.year-before.change", AnnexWidths.CHANGE, true));
        }
        defined.forEach(each -> columns.add(
                new Annex.Column(null, ReportLine.of(ReportSentences.title(each)), widths.defined(), true)));
        for (Target target : targets.shown()) {
            columns.add(new Annex.Column(
                    ReportSentences.text("annex.targets"), targets.heading(target, phrases), widths.verdict(), false));
        }
        columns.add(column(null, "annex.remark", widths.note(), false));
        return columns;
    }

    private Annex.Column column(@Nullable String group, String label, int width, boolean figures) {
        return new Annex.Column(
                group == null ? null : ReportSentences.text(group), phrases.fill(label), width, figures);
    }

    private List<Annex.Row> rows() {
        List<Annex.Row> rows = new ArrayList<>();
        int order = 0;
        boolean ended = false;
        for (ScopeResults unit : ReportBreakdown.listed(results)) {
            if (unit.ended() && !ended) {
                ended = true;
                rows.add(
                        new Annex.Row(false, "", ReportSentences.text("annex.ended"), "", List.of(), ReportLine.EMPTY));
            }
            rows.add(row(unit, false, String.valueOf(++order), unit.name()));
        }
        rows.add(row(results.district(), true, "", phrases.sentences().say("annex.district")));
        return rows;
    }

    private Annex.Row row(ScopeResults scope, boolean total, String order, String name) {
        if (!scope.reported()) {
            String absence = ReportSentences.text(scope.notDue() ? "annex.not-due" : "annex.not-reported");
            return new Annex.Row(total, order, name, absence, List.of(), ReportLine.EMPTY);
        }
        List<ReportLine> cells = new ArrayList<>();
        for (Indicator indicator : SHOWN) {
            String prefix = ReportNamedFigures.unit(scope.unitId()) + indicator.code();
            cells.add(figure(prefix + ".phat_sinh", "…"));
            cells.add(figure(prefix + ".truc_tuyen", "…"));
            cells.add(figure(prefix + ".ty_le", "—"));
        }
        if (yearBefore) {
            String before =
                    ReportNamedFigures.unit(scope.unitId()) + ReportYearBeforeFigures.PREFIX + Indicator.OVERALL.code();
            boolean known = phrases.figures().find(before + ".phat_sinh") != null;
            cells.add(figure(before + ".ty_le", known ? "—" : "…"));
            cells.add(
                    ReportYearBeforeFigures.change(phrases.figures().find(before + ".chenh_lech"), known ? "—" : "…"));
        }
        defined.forEach(indicator -> cells.add(share(scope, indicator)));
        for (Target target : targets.shown()) {
            cells.add(ReportBreakdown.verdict(scope, target)
                    .map(verdict -> outcome(verdict, scope))
                    .orElseGet(() -> phrases.fill("annex.not-asked")));
        }
        return new Annex.Row(total, order, name, null, cells, note(scope));
    }

    private ReportLine share(ScopeResults scope, Indicator indicator) {
        IndicatorResult result = scope.indicator(indicator);
        if (!result.arisen()) {
            return ReportLine.of(result.reported() ? "—" : "…");
        }
        return phrases.sentences()
                .about("chi_so", ReportNamedFigures.unit(scope.unitId()) + indicator.code())
                .fill("annex.share");
    }

    private ReportLine figure(String name, String otherwise) {
        ReportNamedFigure figure = phrases.figures().find(name);
        return figure == null ? ReportLine.of(otherwise) : new ReportLine(List.of(figure.inTable()));
    }

    /** What is only not approved stands among the remarks: there it costs the row no second line. */
    private ReportLine outcome(Verdict verdict, ScopeResults scope) {
        if (!Verdicts.judged(verdict)) {
            return ReportLine.of(verdict.status() == VerdictStatus.NOTHING_ARISEN ? "—" : "…");
        }
        return phrases.of(verdict.target(), scope)
                .with(
                        "tam_tinh",
                        verdict.finality() == DataStatus.PRELIMINARY ? null : Verdicts.provisional(verdict.finality()))
                .fill(verdict.met() ? "annex.met" : "annex.short");
    }

    private ReportLine note(ScopeResults scope) {
        List<ReportLine> notes = new ArrayList<>();
        if (scope.past() != null && scope.past().estimated()) {
            notes.add(phrases.fill("annex.row.estimated"));
        }
        if (scope.reportedMonths() < scope.expectedMonths() && scope.unitId() != null) {
            notes.add(phrases.sentences()
                    .about("don_vi", "don_vi_" + scope.unitId())
                    .fill("annex.row.months"));
        }
        if (targets.shown().stream()
                .flatMap(target -> ReportBreakdown.verdict(scope, target).stream())
                .anyMatch(verdict -> Verdicts.judged(verdict) && verdict.finality() == DataStatus.PRELIMINARY)) {
            notes.add(phrases.fill("annex.row.unapproved"));
        }
        if (!scope.indicator(Indicator.OVERALL).arisen()) {
            notes.add(phrases.fill("annex.row.nothing-arisen"));
        } else {
            for (Indicator indicator : List.of(Indicator.FULL_PROCESS, Indicator.PARTIAL)) {
                if (!scope.indicator(indicator).arisen()) {
                    notes.add(phrases.fill("annex.row.no." + indicator));
                }
            }
        }
        return ReportLine.joined(notes, "; ");
    }

    private String legend() {
        if (targets.shown().stream().anyMatch(target -> target.indicator().definition() != null)) {
            return "annex.note.defined";
        }
        return unassessed() ? "annex.note.unassessed" : "annex.note";
    }

    /** Whether a row with figures has none for some target. */
    private boolean unassessed() {
        return Stream.concat(ReportBreakdown.listed(results).stream(), Stream.of(results.district()))
                .filter(ScopeResults::reported)
                .anyMatch(scope -> targets.shown().stream()
                        .flatMap(target -> ReportBreakdown.verdict(scope, target).stream())
                        .anyMatch(verdict -> verdict.status() == VerdictStatus.NOT_ASSESSED));
    }

    private List<ReportLine> notes() {
        List<ReportLine> notes = new ArrayList<>();
        notes.add(phrases.fill(legend()));
        notes.addAll(targets.notes(phrases));
        List<Indicator> all = results.district().columns();
        all.subList(defined.size(), all.size())
                .forEach(each -> notes.add(phrases.of(each)
                        .with("ten", ReportSentences.title(each))
                        .fill("annex.note.left-out")));
        if (phrases.part() && yearBefore == yearBeforeKnown) {
            notes.add(phrases.fill(yearBefore ? "annex.note.year-before" : "annex.note.year-before.none"));
        }
        if (results.geography() == ResultsGeography.TODAY) {
            notes.add(phrases.fill("annex.note.today"));
            // The column of remarks has no room for the names of those that a unit came of.
            ReportBreakdown.listed(results).stream()
                    .filter(unit ->
                            unit.past() != null && !unit.past().origins().isEmpty())
                    .map(unit -> "- " + unit.name() + ": " + String.join("; ", ReportBreakdown.past(unit)) + ".")
                    .forEach(words -> notes.add(ReportLine.of(words)));
        }
        if (ReportBreakdown.missing(results)) {
            notes.add(phrases.fill("annex.note.missing"));
        }
        if (results.provisional()) {
            notes.add(phrases.provisional().fill("annex.note.provisional"));
        }
        return notes;
    }
}
