package vn.hoso.maps.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.audit.TrailMessages;
import vn.hoso.maps.UnitMap;
import vn.hoso.maps.UnitMaps;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.units.Unit;

/**
 * A map as the administrator sees it.
 *
 * @param map the map and its day, source and version
 * @param from its day
 * @param shapes its units, drawn
 * @param found how many of the day's units have a shape
 * @param missing the day's units without one
 * @param taken whether another map begins on that day
 * @param changed who brought or kept it, and when
 */
record MapPage(
        UnitMaps.Dated map,
        String from,
        List<Outline> shapes,
        String found,
        List<String> missing,
        boolean taken,
        String changed) {

    /** A unit in the drawing. */
    record Outline(String path, String title) {}

    static MapPage of(
            UnitMaps.Dated dated, List<Unit> units, boolean taken, PageMessages messages, TrailMessages trail) {
        Set<String> drawn =
                dated.map().shapes().stream().map(UnitMap.Shape::code).collect(Collectors.toSet());
        List<String> missing = units.stream()
                .filter(each -> !drawn.contains(each.code()))
                .map(Unit::name)
                .toList();
        Map<String, Unit> byCode =
                units.stream().collect(Collectors.toMap(Unit::code, Function.identity(), (first, second) -> first));
        return new MapPage(
                dated,
                Formats.date(dated.from()),
                dated.map().shapes().stream()
                        .map(each -> new Outline(each.path(), title(each.code(), byCode.get(each.code()))))
                        .toList(),
                messages.of(
                        "maps.units.count", Formats.count(units.size() - missing.size()), Formats.count(units.size())),
                missing,
                taken,
                trail.user(dated.changedBy()) + ", " + Formats.time(dated.changedAt()));
    }

    private static String title(String code, @Nullable Unit unit) {
        return unit == null ? code : code + " " + unit.name();
    }
}
