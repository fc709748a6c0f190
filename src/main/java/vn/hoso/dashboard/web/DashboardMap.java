package vn.hoso.dashboard.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.web.DashboardHeatTile.HeatLegend;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.maps.UnitMap;
import vn.hoso.maps.UnitMaps;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.RateClasses;
import vn.hoso.results.ResultsMonthMatrix;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * The units of the map of the period's last day, shaded by their rate. Units without a shape are in the table, which has all.
 *
 * @param width how wide the drawing is
 * @param height how high it is
 * @param shapes the units with a shape
 * @param complete whether every unit has one
 * @param part how many units there are, where only those of the table's page are drawn; null where all are
 * @param attribution the map's source, as whoever brought it states it
 * @param description the drawing in words
 */
record DashboardMap(
        int width,
        int height,
        List<Shape> shapes,
        boolean complete,
        @Nullable String part,
        String attribution,
        String description) {

    /** What a letter of a name takes, about half of it on either side of the middle. */
    private static final int LETTER = 2;

    /** Half a rate's width; less room around the middle holds none. */
    private static final int RATE = 8;

    /**
     * A unit in the drawing.
     *
     * @param path SVG path data
     * @param named whether its name has room in it
     * @param rated whether its rate has
     * @param link its own page
     * @param name its name, short enough for its shape
     * @param title its name, fraction and rate in full
     */
    record Shape(
            String path,
            int x,
            int y,
            boolean named,
            boolean rated,
            String link,
            String name,
            String title,
            DashboardHeatTile tile) {}

    /**
     * Null where none of the units has a shape.
     *
     * @param drawn the units that are drawn
     */
    static @Nullable DashboardMap of(
            UnitMaps.@Nullable Dated known,
            ResultsMonthMatrix matrix,
            List<ResultsMonthMatrix.Row> drawn,
            PeriodFilter filter,
            PageMessages wording) {
        if (known == null) {
            return null;
        }
        Map<String, UnitMap.Shape> byCode =
                known.map().shapes().stream().collect(Collectors.toMap(UnitMap.Shape::code, each -> each));
        List<Shape> shapes = new ArrayList<>();
        for (ResultsMonthMatrix.Row row : drawn) {
            UnitMap.Shape own = byCode.get(known.codes().getOrDefault(row.unit().unitId(), ""));
            if (own != null) {
                shapes.add(shape(row.unit(), own, matrix, filter, wording));
            }
        }
        return shapes.isEmpty()
                ? null
                : new DashboardMap(
                        known.map().width(),
                        known.map().height(),
                        shapes,
                        shapes.size() == drawn.size(),
                        drawn.size() == matrix.rows().size()
                                ? null
                                : Formats.count(matrix.rows().size()),
                        known.attribution(),
                        description(shapes, matrix, wording));
    }

    private static Shape shape(
            ScopeResults unit,
            UnitMap.Shape own,
            ResultsMonthMatrix matrix,
            PeriodFilter filter,
            PageMessages wording) {
        DashboardHeatTile tile = DashboardHeatTile.of(
                unit.indicator(matrix.indicator()),
                matrix.indicator(),
                matrix.classes(),
                TracePaths.of(filter, matrix.results().period()).of(unit, matrix.indicator()),
                wording);
        String name = unit.name().replaceFirst("^Xã ", "").replaceFirst("^Thị trấn ", "TT ");
        return new Shape(
                own.path(),
                own.x(),
                own.y(),
                own.room() >= name.length() * LETTER / 2,
                own.room() >= RATE,
                filter.address(
                        "/dashboard/units/" + unit.unitId(), matrix.results().period()),
                name,
                wording.of(
                        "dashboard.map.shape",
                        unit.name(),
                        tile.rate().fraction(),
                        tile.rate().percent()),
                tile);
    }

    private static String description(List<Shape> shapes, ResultsMonthMatrix matrix, PageMessages wording) {
        RateClasses classes = matrix.classes();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            String tone = DashboardHeatTile.tone(i, classes.size());
            long units = shapes.stream()
                    .filter(shape -> shape.tile.tone().equals(tone))
                    .count();
            if (units > 0) {
                parts.add(wording.of(
                        "dashboard.map.description.class",
                        String.valueOf(units),
                        HeatLegend.words(i, classes.bounds(), wording)));
            }
        }
        shapes.stream()
                .filter(shape -> !shape.tile.rate().known())
                .collect(Collectors.groupingBy(
                        shape -> shape.tile.rate().fraction(), LinkedHashMap::new, Collectors.counting()))
                .forEach((words, units) ->
                        parts.add(wording.of("dashboard.map.description.class", String.valueOf(units), words)));
        return wording.of(
                "dashboard.map.description",
                String.valueOf(shapes.size()),
                IndicatorText.name(matrix.indicator(), wording),
                wording.list(parts));
    }
}
