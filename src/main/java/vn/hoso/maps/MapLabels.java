package vn.hoso.maps;

import java.util.Arrays;

/** Finds where the name of an area has room. */
final class MapLabels {

    private static final int STEP = 3;

    private MapLabels() {}

    /** The place inside that is farthest from every side, as x, y and how far that is; rounded down. */
    static int[] middle(double[] xs, double[] ys) {
        int left = (int) Arrays.stream(xs).min().orElse(0);
        int right = (int) Arrays.stream(xs).max().orElse(0);
        int top = (int) Arrays.stream(ys).min().orElse(0);
        int bottom = (int) Arrays.stream(ys).max().orElse(0);
        int[] best = {(left + right) / 2, (top + bottom) / 2, 0};
        double room = 0;
        for (int x = left; x <= right; x += STEP) {
            for (int y = top; y <= bottom; y += STEP) {
                double nearest = inside(x, y, xs, ys) ? nearestSide(x, y, xs, ys) : 0;
                if (nearest > room) {
                    room = nearest;
                    best = new int[] {x, y, (int) nearest};
                }
            }
        }
        return best;
    }

    private static boolean inside(double x, double y, double[] xs, double[] ys) {
        boolean inside = false;
        for (int i = 0; i < xs.length; i++) {
            int j = (i + 1) % xs.length;
            if ((ys[i] > y) != (ys[j] > y) && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double nearestSide(double x, double y, double[] xs, double[] ys) {
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < xs.length; i++) {
            int j = (i + 1) % xs.length;
            double dx = xs[j] - xs[i];
            double dy = ys[j] - ys[i];
            double length = dx * dx + dy * dy;
            double along = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - xs[i]) * dx + (y - ys[i]) * dy) / length));
            nearest = Math.min(nearest, Math.hypot(x - xs[i] - along * dx, y - ys[i] - along * dy));
        }
        return nearest;
    }
}
