package vn.hoso.dashboard.web;

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
