package vn.hoso.dashboard.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes neighbours share their border. The source was simplified one commune at a time, which left slivers between them:
 * corners that almost meet become one, and a corner that lies on a neighbour's side becomes a corner of that side too.
 */
final class MapBorders {

    /** Corners closer than this are one; the district is 400 wide, so this is about a hundred metres. */
    private static final double SAME = 2;

    /** A corner closer than this to a side lies on it. */
    private static final double ON_THE_SIDE = 3.5;

    private MapBorders() {}

    static List<List<MapPoint>> shared(List<List<MapPoint>> rings) {
        List<MapPoint> corners = new ArrayList<>();
        List<List<MapPoint>> snapped =
                rings.stream().map(ring -> snapped(ring, corners)).toList();
        return snapped.stream().map(ring -> completed(ring, corners)).toList();
    }

    private static List<MapPoint> snapped(List<MapPoint> ring, List<MapPoint> corners) {
        List<MapPoint> found = new ArrayList<>();
        for (MapPoint point : ring) {
            Optional<MapPoint> known =
                    corners.stream().filter(each -> each.distance(point) < SAME).findFirst();
            if (known.isEmpty()) {
                corners.add(point);
            }
            MapPoint corner = known.orElse(point);
            if (!found.contains(corner)) {
                found.add(corner);
            }
        }
        return found;
    }

    private static List<MapPoint> completed(List<MapPoint> ring, List<MapPoint> corners) {
        List<MapPoint> others =
                corners.stream().filter(each -> !ring.contains(each)).toList();
        List<MapPoint> found = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            MapPoint from = ring.get(i);
            MapPoint to = ring.get((i + 1) % ring.size());
            found.add(from);
            others.stream()
                    .filter(each -> each.along(from, to) > 0
                            && each.along(from, to) < 1
                            && each.distance(from, to) < ON_THE_SIDE
                            && !found.contains(each))
                    .sorted(Comparator.comparing(each -> each.along(from, to)))
                    .forEach(found::add);
        }
        return found;
    }

    /** Where a name has the most room: the place inside that is farthest from every side. */
    static MapPoint middle(List<MapPoint> ring) {
        MapPoint best = ring.get(0);
        double room = -1;
        int step = 3;
        int left = (int) ring.stream().mapToDouble(MapPoint::x).min().orElse(0);
        int right = (int) ring.stream().mapToDouble(MapPoint::x).max().orElse(0);
        int top = (int) ring.stream().mapToDouble(MapPoint::y).min().orElse(0);
        int bottom = (int) ring.stream().mapToDouble(MapPoint::y).max().orElse(0);
        for (int x = left; x <= right; x += step) {
            for (int y = top; y <= bottom; y += step) {
                MapPoint at = new MapPoint(x, y);
                double nearest = inside(at, ring) ? nearestSide(at, ring) : -1;
                if (nearest > room) {
                    room = nearest;
                    best = at;
                }
            }
        }
        return best;
    }

    private static double nearestSide(MapPoint at, List<MapPoint> ring) {
        return IntStream.range(0, ring.size())
                .mapToDouble(i -> at.distance(ring.get(i), ring.get((i + 1) % ring.size())))
                .min()
                .orElse(0);
    }

    private static boolean inside(MapPoint at, List<MapPoint> ring) {
        boolean inside = false;
        for (int i = 0; i < ring.size(); i++) {
            MapPoint a = ring.get(i);
            MapPoint b = ring.get((i + 1) % ring.size());
            boolean crosses = (a.y() > at.y()) != (b.y() > at.y());
            if (crosses && at.x() < (b.x() - a.x()) * (at.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** A place in the drawing of the map; no figure, so that rounding it does no harm. */
    record MapPoint(double x, double y) {

        double distance(MapPoint other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        /** How far along the line from one place to another the nearest place is: 0 at its start, 1 at its end. */
        double along(MapPoint from, MapPoint to) {
            double dx = to.x - from.x;
            double dy = to.y - from.y;
            double length = dx * dx + dy * dy;
            return length == 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
        }

        /** How far it lies from the line between two places. */
        double distance(MapPoint from, MapPoint to) {
            double at = Math.max(0, Math.min(1, along(from, to)));
            return distance(new MapPoint(from.x + at * (to.x - from.x), from.y + at * (to.y - from.y)));
        }
    }
}
