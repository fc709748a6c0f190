package vn.hoso.readiness.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.ListSheet;
import vn.hoso.rates.Rate;
import vn.hoso.readiness.Equipment;
import vn.hoso.readiness.QuarterTotals;
import vn.hoso.readiness.UnitReadiness;
import vn.hoso.readiness.UnitReadiness.State;
import vn.hoso.shared.PageMessages;

/** What the one-stop shops have as a file: the units that the page shows, in its order. */
final class ReadinessSheet {

    private ReadinessSheet() {}

    /** The same units as a file. */
    static ListSheet of(List<UnitReadiness> units, PageMessages wording) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(Stream.of(
                        "unit",
                        "state",
                        "officials",
                        "computers",
                        "computers.percent",
                        "computers.lack",
                        "signatures",
                        "signatures.percent",
                        "signatures.lack",
                        "line",
                        "scanners",
                        "lacking")
                .map(each -> wording.of("readiness.column." + each))
                .toList()));
        for (UnitReadiness unit : units) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(unit.unit().name());
            row.add(wording.of("readiness.state." + unit.state()));
            Equipment said = unit.equipment();
            if (said != null && unit.state() == State.REPORTED) {
                row.add(said.computers().denominator());
                cells(row, said.computers());
                cells(row, said.signatures());
                row.add(said.line() == null ? null : said.line().longValue());
                row.add(said.scanners() == null ? null : said.scanners().longValue());
                row.add(said.lacking());
            }
            rows.add(row);
        }
        return new ListSheet(wording.of("readiness.title.short"), 0, rows);
    }

    private static void cells(List<@Nullable Object> row, Rate rate) {
        row.add(rate.numerator());
        row.add(rate.arisen() ? QuarterTotals.percent(rate) : null);
        row.add(rate.denominator() - rate.numerator());
    }
}
