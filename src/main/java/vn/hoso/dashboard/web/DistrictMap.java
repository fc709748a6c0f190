package vn.hoso.dashboard.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.web.HeatTile.HeatLegend;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.RateClasses;
import vn.hoso.results.MonthMatrix;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.PageMessages;

/**
 * The district's townships and communes, shaded by their rate. Offices have no shape; the table has them all.
 *
 * @param height how high the drawing is, 400 wide
 * @param shapes the units with a shape
 * @param merged whether they are the communes of 01/07/2025, each drawn as those it was made of
 * @param description the drawing in words
 */
record DistrictMap(int height, List<Shape> shapes, boolean merged, String description) {

    /** From this month on four communes stand for thirteen, and some codes name other places than before. */
    private static final YearMonth MERGER = YearMonth.of(2025, 7);

    /**
     * A unit in the drawing.
     *
     * @param path SVG path data
     * @param link its own page
     * @param name its name, short enough for its shape
     * @param title its name, fraction and rate in full
     */
    record Shape(String path, int x, int y, String link, String name, String title, HeatTile tile) {}

    /** Null where none of the units has a shape. */
    static @Nullable DistrictMap of(MonthMatrix matrix, PeriodFilter filter, PageMessages wording) {
        boolean merged = merged(matrix);
        List<Shape> shapes = new ArrayList<>();
        for (MonthMatrix.Row row : matrix.rows()) {
            List<MapShape> own = MapShape.all().stream()
                    .filter(each -> (merged ? each.successor() : each.code())
                            .equals(row.unit().scope()))
                    .toList();
            if (!own.isEmpty()) {
                shapes.add(shape(row.unit(), own, matrix, filter, wording));
            }
        }
        return shapes.isEmpty()
                ? null
                : new DistrictMap(MapShape.height(), shapes, merged, description(shapes, matrix, wording));
    }

    /** A register in which a code of the thirteen is left that none of the four took over is still theirs. */
    private static boolean merged(MonthMatrix matrix) {
        Set<String> successors =
                MapShape.all().stream().map(MapShape::successor).collect(Collectors.toSet());
        Set<String> ended = MapShape.all().stream()
                .map(MapShape::code)
                .filter(code -> !successors.contains(code))
                .collect(Collectors.toSet());
        return !matrix.results().period().to().isBefore(MERGER)
                && matrix.rows().stream()
                        .noneMatch(row -> ended.contains(row.unit().scope()));
    }

    private static Shape shape(
            ScopeResults unit, List<MapShape> own, MonthMatrix matrix, PeriodFilter filter, PageMessages wording) {
        HeatTile tile = HeatTile.of(
                unit.indicator(matrix.indicator()),
                matrix.indicator(),
                matrix.classes(),
                TracePaths.of(filter, matrix.results().period()).of(unit, matrix.indicator()),
                wording);
        MapShape namesake = own.stream()
                .filter(each -> each.code().equals(unit.scope()))
                .findFirst()
                .orElse(own.get(0));
        return new Shape(
                own.stream().map(MapShape::path).collect(Collectors.joining()),
                namesake.x(),
                namesake.y(),
                filter.address(
                        "/dashboard/units/" + unit.unitId(), matrix.results().period()),
                unit.name().replaceFirst("^Xã ", "").replaceFirst("^Thị trấn ", "TT "),
                wording.of(
                        "dashboard.map.shape",
                        unit.name(),
                        tile.rate().fraction(),
                        tile.rate().percent()),
                tile);
    }

    private static String description(List<Shape> shapes, MonthMatrix matrix, PageMessages wording) {
        RateClasses classes = matrix.classes();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            String tone = HeatTile.tone(i, classes.size());
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
        long missing = shapes.stream().filter(shape -> shape.tile.missing()).count();
        if (missing > 0) {
            parts.add(wording.of("dashboard.map.description.missing", String.valueOf(missing)));
        }
        return wording.of(
                "dashboard.map.description",
                String.valueOf(shapes.size()),
                wording.of("indicators.name." + matrix.indicator()),
                wording.list(parts));
    }
}
