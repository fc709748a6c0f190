package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Rate;
import vn.hoso.readiness.Equipment;
import vn.hoso.readiness.Quarter;
import vn.hoso.readiness.QuarterTotals;
import vn.hoso.readiness.UnitReadiness;
import vn.hoso.readiness.UnitReadiness.State;

/**
 * What the one-stop shops have, in a report: a sentence behind solution 3.1 and an annex with a row for each unit. The names of its
 * figures begin with "mot_cua."; those of a unit with the unit's own beginning before that.
 *
 * @param quarter the latest one that ended in the period
 * @param units every unit of the quarter, in the order of documents
 */
public record ReportOneStopShops(Quarter quarter, List<UnitReadiness> units) {

    private static final String PREFIX = "mot_cua.";
    private static final String COMPUTERS = "may_tinh";
    private static final String SIGNATURES = "chu_ky_so";

    /** What is not known. */
    private static final String UNKNOWN = "…";

    public ReportOneStopShops {
        units = List.copyOf(units);
    }

    /** How many have a computer and a signature, against 100 %, and which units lack some; its figures get their names. */
    ReportLine sentence(ReportPhrases phrases) {
        ReportNamedFigures figures = phrases.figures();
        QuarterTotals totals = QuarterTotals.of(quarter, units);
        String page = page();
        add(
                figures,
                "",
                "quy",
                phrases.sentences()
                        .with("so", quarter.numeral())
                        .with("nam", String.valueOf(quarter.first().getYear()))
                        .say("shops.quarter"),
                "",
                page);
        add(figures, "", "don_vi_bao_cao", (long) totals.reported(), "", page);
        add(figures, "", "don_vi_can_bao_cao", (long) totals.asked(), "", page);
        add(figures, "", "don_vi_chua_bao_cao", (long) totals.owed(), "", page);
        add(figures, "", "don_vi_con_thieu", (long) totals.lacking(), "", page);
        figures.add(
                PREFIX + "don_vi_con_thieu.con_lai",
                (long) Math.max(0, totals.lacking() - ReportPhrases.NAMES_IN_A_SENTENCE),
                ReportSentences.text("figure.con_lai"),
                page,
                false);
        rates(figures, "", totals.computers(), totals.signatures(), "", page);
        Map<Long, UnitReadiness> byId = new HashMap<>();
        units.forEach(unit -> byId.put(unit.unit().id(), unit));
        figures.ofUnits((id, into) -> name(byId.get(id), into));
        List<ReportLine> lacking = units.stream()
                .filter(unit -> unit.shortBy() > 0)
                .sorted(Comparator.comparing(UnitReadiness::shortBy).reversed())
                .map(unit -> lacks(unit, phrases))
                .toList();
        ReportSentences said = phrases.sentences();
        return (lacking.isEmpty() ? said : said.with("con_thieu", phrases.names(lacking, PREFIX + "don_vi_con_thieu")))
                .fill("shops");
    }

    private void name(@Nullable UnitReadiness unit, ReportNamedFigures figures) {
        Equipment said = unit == null ? null : unit.equipment();
        if (unit != null && said != null) {
            String prefix = ReportNamedFigures.unit(unit.unit().id());
            String whose = unit.unit().name() + ": ";
            String form = "/readiness/" + quarter.address() + "/" + unit.unit().id();
            rates(figures, prefix, said.computers(), said.signatures(), whose, form);
            known(figures, prefix, "duong_truyen", said.line(), whose, form);
            known(figures, prefix, "may_quet", said.scanners(), whose, form);
        }
    }

    private static ReportLine lacks(UnitReadiness unit, ReportPhrases phrases) {
        String prefix = ReportNamedFigures.unit(unit.unit().id()) + "mot_cua";
        List<ReportLine> parts = new ArrayList<>();
        for (String what : List.of("computers", "signatures")) {
            String figure = prefix + "." + (what.equals("computers") ? COMPUTERS : SIGNATURES) + "_thieu";
            if (!phrases.figures().get(figure).zero()) {
                parts.add(phrases.sentences().about("don_vi", prefix).fill("shops." + what));
            }
        }
        return phrases.sentences()
                .with("ten", unit.unit().name())
                .with("thieu", ReportLine.joined(parts, ", "))
                .fill("shops.unit");
    }

    private String page() {
        return "/readiness?quarter=" + quarter.address();
    }

    private static void rates(
            ReportNamedFigures figures, String prefix, Rate computers, Rate signatures, String whose, String page) {
        add(figures, prefix, "cong_chuc", computers.denominator(), whose, page);
        rate(figures, prefix, COMPUTERS, computers, whose, page);
        rate(figures, prefix, SIGNATURES, signatures, whose, page);
    }

    private static void rate(
            ReportNamedFigures figures, String prefix, String name, Rate rate, String whose, String page) {
        add(figures, prefix, name, rate.numerator(), whose, page);
        add(figures, prefix, name + "_thieu", rate.denominator() - rate.numerator(), whose, page);
        if (rate.arisen()) {
            add(figures, prefix, name + ".ty_le", QuarterTotals.percent(rate), whose, page);
        }
    }

    private static void known(
            ReportNamedFigures figures,
            String prefix,
            String name,
            @Nullable Integer number,
            String whose,
            String page) {
        if (number != null) {
            add(figures, prefix, name, number.longValue(), whose, page);
        }
    }

    private static void add(
            ReportNamedFigures figures, String prefix, String name, Object exact, String whose, String page) {
        figures.add(
                prefix + PREFIX + name,
                ReportNamedFigure.printed(exact),
                exact,
                whose + ReportSentences.text("figure.mot_cua." + name),
                ReportSentences.text("figure.mot_cua.nguon"),
                page,
                prefix.isEmpty());
    }

    /** The table of the units; the sentence has named its figures. */
    Annex annex(ReportPhrases phrases, ReportSentences said) {
        List<Annex.Row> rows = new ArrayList<>();
        for (UnitReadiness unit : units) {
            rows.add(row(unit, String.valueOf(rows.size() + 1), phrases.figures()));
        }
        List<ReportLine> sums = cells("", phrases.figures());
        sums.set(7, ReportLine.EMPTY);
        sums.set(8, ReportLine.EMPTY);
        rows.add(new Annex.Row(true, "", said.say("annex.district"), null, sums, ReportLine.EMPTY));
        return new Annex(
                ReportSentences.text("annex.second"),
                ReportPhrases.upper(said.say("shops.annex.title")),
                said.say("annex.attached"),
                said.fill("shops.annex.measure"),
                List.of(
                        column(null, "annex.order", 9, false),
                        column(null, "annex.unit", 46, false),
                        column(null, "shops.annex.officials", 18, true),
                        column("shops.annex.computers", "shops.annex.with", 14, true),
                        column("shops.annex.computers", "shops.annex.rate", 18, true),
                        column("shops.annex.computers", "shops.annex.lack", 14, true),
                        column("shops.annex.signatures", "shops.annex.with", 14, true),
                        column("shops.annex.signatures", "shops.annex.rate", 18, true),
                        column("shops.annex.signatures", "shops.annex.lack", 14, true),
                        column(null, "shops.annex.line", 22, true),
                        column(null, "shops.annex.scanners", 16, true),
                        column(null, "shops.annex.lacking", 49, false)),
                rows,
                List.of(said.fill("shops.annex.note")),
                true);
    }

    private static Annex.Column column(@Nullable String group, String label, int width, boolean figures) {
        return new Annex.Column(
                group == null ? null : ReportSentences.text(group),
                ReportLine.of(ReportSentences.text(label)),
                width,
                figures);
    }

    private static Annex.Row row(UnitReadiness unit, String order, ReportNamedFigures figures) {
        Equipment said = unit.equipment();
        if (said == null) {
            return new Annex.Row(
                    false,
                    order,
                    unit.unit().name(),
                    ReportSentences.text(unit.state() == State.NO_SHOP ? "shops.annex.none" : "annex.not-reported"),
                    List.of(),
                    ReportLine.EMPTY);
        }
        return new Annex.Row(
                false,
                order,
                unit.unit().name(),
                null,
                cells(ReportNamedFigures.unit(unit.unit().id()), figures),
                said.lacking() == null
                        ? ReportLine.EMPTY
                        : ReportLine.of(said.lacking().replaceAll("\\s+", " ")));
    }

    private static List<ReportLine> cells(String prefix, ReportNamedFigures figures) {
        String start = prefix + PREFIX;
        List<ReportLine> cells = new ArrayList<>();
        cells.add(figure(figures.find(start + "cong_chuc"), UNKNOWN));
        for (String what : List.of(COMPUTERS, SIGNATURES)) {
            cells.add(figure(figures.find(start + what), UNKNOWN));
            cells.add(figure(figures.find(start + what + ".ty_le"), "—"));
            cells.add(figure(figures.find(start + what + "_thieu"), UNKNOWN));
        }
        cells.add(figure(figures.find(start + "duong_truyen"), UNKNOWN));
        cells.add(figure(figures.find(start + "may_quet"), UNKNOWN));
        return cells;
    }

    private static ReportLine figure(@Nullable ReportNamedFigure figure, String otherwise) {
        return figure == null ? ReportLine.of(otherwise) : new ReportLine(List.of(figure.inTable()));
    }
}
