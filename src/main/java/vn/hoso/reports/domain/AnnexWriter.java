package vn.hoso.reports.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.results.Geography;
import vn.hoso.results.RoundedRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/** Fills the annex from the results. */
final class AnnexWriter {

    private static final List<Indicator> SHOWN = List.of(Indicator.FULL_PROCESS, Indicator.PARTIAL, Indicator.OVERALL);

    /** By how many defined indicators have a column. All columns fill landscape A4 between margins of 30 and 15 mm: 252. */
    private static final List<Widths> WIDTHS = List.of(
            new Widths(44, List.of(14, 14, 15), 16, 0, 44, 21),
            new Widths(38, List.of(12, 12, 13), 16, 27, 39, 17),
            new Widths(34, List.of(10, 10, 11), 15, 26, 36, 14));

    private final YearResults results;
    private final ReportPhrases phrases;
    private final List<Target> targets;
    private final List<Indicator> defined;
    private final Widths widths;

    /** Millimetres of the columns: the unit, the counts of each class, a rate, a defined indicator, all verdicts, the note. */
    private record Widths(int unit, List<Integer> counts, int rate, int defined, int verdicts, int note) {}

    AnnexWriter(YearResults results, ReportPhrases phrases) {
        this.results = results;
        this.phrases = phrases;
        this.targets = Breakdown.unitTargets(results);
        this.defined = results.district().columns();
        this.widths = WIDTHS.get(defined.size());
    }

    Annex write(LocalDate today) {
        Sentences said = phrases.sentences().with("nam", String.valueOf(today.getYear()));
        return new Annex(
                Sentences.text("annex"),
                ReportPhrases.upper(said.say("annex.title")),
                said.say("annex.attached"),
                // A part of a year says from which day to which; a year's own name does.
                said.fill(phrases.part() ? "annex.measure.part" : "annex.measure"),
                columns(),
                rows(),
                notes());
    }

    private List<Annex.Column> columns() {
        List<Annex.Column> columns = new ArrayList<>();
        columns.add(column(null, "annex.order", 9, false));
        columns.add(column(null, "annex.unit", widths.unit(), false));
        for (int i = 0; i < SHOWN.size(); i++) {
            String group = "annex.group." + SHOWN.get(i);
            columns.add(column(group, "annex.received", widths.counts().get(i), true));
            columns.add(column(group, "annex.online", widths.counts().get(i), true));
            columns.add(column(group, "annex.rate", widths.rate(), true));
        }
        for (Indicator indicator : defined) {
            columns.add(new Annex.Column(null, Line.of(Sentences.title(indicator)), widths.defined(), true));
        }
        for (Target target : targets) {
            columns.add(new Annex.Column(
                    Sentences.text("annex.targets"),
                    target.indicator().definition() == null
                            ? phrases.of(target).fill("annex.target")
                            : phrases.of(target).fill("annex.target.defined"),
                    widths.verdicts() / targets.size(),
                    false));
        }
        columns.add(column(
                null, "annex.remark", targets.isEmpty() ? widths.note() + widths.verdicts() : widths.note(), false));
        return columns;
    }

    private Annex.Column column(@Nullable String group, String label, int width, boolean figures) {
        return new Annex.Column(group == null ? null : Sentences.text(group), phrases.fill(label), width, figures);
    }

    private List<Annex.Row> rows() {
        List<Annex.Row> rows = new ArrayList<>();
        int order = 0;
        boolean ended = false;
        for (ScopeResults unit : Breakdown.listed(results)) {
            if (unit.ended() && !ended) {
                ended = true;
                rows.add(new Annex.Row(false, "", Sentences.text("annex.ended"), "", List.of(), Line.EMPTY));
            }
            rows.add(row(unit, false, String.valueOf(++order), unit.name()));
        }
        rows.add(row(results.district(), true, "", phrases.sentences().say("annex.district")));
        return rows;
    }

    private Annex.Row row(ScopeResults scope, boolean total, String order, String name) {
        if (!scope.reported()) {
            return new Annex.Row(total, order, name, Sentences.text("annex.not-reported"), List.of(), Line.EMPTY);
        }
        List<Line> cells = new ArrayList<>();
        for (Indicator indicator : SHOWN) {
            String prefix = NamedFigures.unit(scope.unitId()) + indicator.code();
            cells.add(figure(prefix + ".phat_sinh", "…"));
            cells.add(figure(prefix + ".truc_tuyen", "…"));
            cells.add(figure(prefix + ".ty_le", "—"));
        }
        defined.forEach(indicator -> cells.add(share(scope, indicator)));
        for (Target target : targets) {
            cells.add(Breakdown.verdict(scope, target)
                    .filter(Verdicts::judged)
                    .map(verdict -> outcome(verdict, scope))
                    .orElse(Line.of("—")));
        }
        return new Annex.Row(total, order, name, null, cells, note(scope));
    }

    private Line share(ScopeResults scope, Indicator indicator) {
        IndicatorResult result = scope.indicator(indicator);
        if (!result.arisen()) {
            return Line.of(result.reported() ? "—" : "…");
        }
        return phrases.sentences()
                .about("chi_so", NamedFigures.unit(scope.unitId()) + indicator.code())
                .fill("restated.share");
    }

    private Line figure(String name, String otherwise) {
        NamedFigure figure = phrases.figures().find(name);
        return figure == null ? Line.of(otherwise) : new Line(List.of(figure.inTable()));
    }

    private Line outcome(Verdict verdict, ScopeResults scope) {
        return phrases.of(verdict.target(), scope)
                .with("tam_tinh", Verdicts.provisional(verdict.provisional()))
                .fill(verdict.met() ? "annex.met" : "annex.short");
    }

    private Line note(ScopeResults scope) {
        List<Line> notes = new ArrayList<>();
        if (scope.past() != null && scope.past().estimated()) {
            notes.add(phrases.fill("annex.row.estimated"));
        }
        if (scope.reportedMonths() < scope.expectedMonths() && scope.unitId() != null) {
            notes.add(phrases.sentences()
                    .about("don_vi", "don_vi_" + scope.unitId())
                    .fill("annex.row.months"));
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
        return Line.joined(notes, "; ");
    }

    private List<Line> notes() {
        List<Line> notes = new ArrayList<>();
        notes.add(phrases.fill(
                targets.stream().allMatch(target -> target.indicator().definition() == null)
                        ? "annex.note"
                        : "annex.note.defined"));
        if (results.geography() == Geography.TODAY) {
            notes.add(phrases.fill("annex.note.today"));
            // The column of remarks has no room for the names of those that a unit came of.
            Breakdown.listed(results).stream()
                    .filter(unit ->
                            unit.past() != null && !unit.past().origins().isEmpty())
                    .map(unit -> "- " + unit.name() + ": " + String.join("; ", Breakdown.past(unit)) + ".")
                    .forEach(words -> notes.add(Line.of(words)));
        }
        if (Breakdown.missing(results)) {
            notes.add(phrases.fill("annex.note.missing"));
        }
        if (results.provisional()) {
            notes.add(phrases.provisional().fill("annex.note.provisional"));
        }
        return notes;
    }
}
