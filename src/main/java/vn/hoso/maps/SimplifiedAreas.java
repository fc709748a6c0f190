package vn.hoso.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The corners of areas that are left, for all areas at once (Visvalingam and Whyatt 1993: the corner whose triangle is smallest
 * goes first), so that neighbours keep the border they share.
 */
final class SimplifiedAreas {

    private final Map<String, List<int[]>> areas;
    /** The corners on either side of one that can go; null of one that no area has. */
    private final int[][] beside;

    private final int[] xs;
    private final int[] ys;
    private final int[] uses;
    private final boolean[] stays;
    private final boolean[] gone;
    private final Set<Long> sides = new HashSet<>();
    private final PriorityQueue<Triangle> smallest =
            new PriorityQueue<>(Comparator.comparingLong(Triangle::area).thenComparingInt(Triangle::corner));
    private long total;

    /** A corner with what leaving it out changes, as long as its neighbours are these. */
    private record Triangle(int corner, int before, int after, long area) {}

    /**
     * All corners.
     *
     * @param areas by code, lines of corners by number
     * @param xs where a corner lies on the grid, at its number
     * @param corners how many there are
     */
    SimplifiedAreas(Map<String, List<int[]>> areas, int[] xs, int[] ys, int corners) {
        this.areas = areas;
        this.xs = xs;
        this.ys = ys;
        beside = new int[corners][];
        uses = new int[corners];
        stays = new boolean[corners];
        gone = new boolean[corners];
        for (List<int[]> rings : areas.values()) {
            rings.forEach(this::count);
        }
        for (int corner = 0; corner < uses.length; corner++) {
            offer(corner);
        }
    }

    private void count(int[] ring) {
        for (int i = 0; i < ring.length; i++) {
            int corner = ring[i];
            int before = ring[(i + ring.length - 1) % ring.length];
            int after = ring[(i + 1) % ring.length];
            int[] known = beside[corner];
            if (known == null) {
                beside[corner] = new int[] {before, after};
            } else if (!(known[0] == before && known[1] == after || known[0] == after && known[1] == before)) {
                stays[corner] = true;
            }
            uses[corner]++;
            total++;
            sides.add(side(corner, after));
        }
    }

    private long side(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    private void offer(int corner) {
        int[] known = beside[corner];
        if (known != null && !stays[corner] && !gone[corner]) {
            int a = known[0];
            int b = known[1];
            long twice = (long) (xs[a] - xs[corner]) * (ys[b] - ys[corner])
                    - (long) (xs[b] - xs[corner]) * (ys[a] - ys[corner]);
            smallest.add(new Triangle(corner, a, b, Math.abs(twice)));
        }
    }

    /** Leaves corners out until the areas have so many; a corner between two that are joined already closes an area and stays. */
    void downTo(int most) {
        while (total > most && !smallest.isEmpty()) {
            Triangle next = Objects.requireNonNull(smallest.poll());
            int corner = next.corner;
            int[] known = beside[corner];
            boolean current = !gone[corner] && known[0] == next.before && known[1] == next.after;
            if (current && next.before != next.after && !sides.contains(side(next.before, next.after))) {
                gone[corner] = true;
                total -= uses[corner];
                sides.remove(side(next.before, corner));
                sides.remove(side(corner, next.after));
                sides.add(side(next.before, next.after));
                replace(next.before, corner, next.after);
                replace(next.after, corner, next.before);
            }
        }
    }

    private void replace(int of, int old, int now) {
        int[] known = beside[of];
        known[known[0] == old ? 0 : 1] = now;
        offer(of);
    }

    int characters() {
        return areas.values().stream()
                .mapToInt(rings -> path(left(rings)).length())
                .sum();
    }

    List<UnitMap.Shape> shapes() {
        List<UnitMap.Shape> shapes = new ArrayList<>();
        areas.forEach((code, rings) -> {
            List<int[]> left = left(rings);
            if (!left.isEmpty()) {
                int[] at = MapLabels.middle(small(left.get(0), xs), small(left.get(0), ys));
                shapes.add(new UnitMap.Shape(code, path(left), at[0], at[1], at[2]));
            }
        });
        return shapes;
    }

    private double[] small(int[] ring, int[] at) {
        return Arrays.stream(ring)
                .mapToDouble(each -> at[each] / (double) MapDrawing.GRID)
                .toArray();
    }

    private List<int[]> left(List<int[]> rings) {
        return rings.stream()
                .map(ring -> Arrays.stream(ring).filter(each -> !gone[each]).toArray())
                .filter(ring -> ring.length > 2)
                .toList();
    }

    private String path(List<int[]> rings) {
        StringBuilder path = new StringBuilder();
        rings.forEach(ring -> write(ring, path));
        return path.toString();
    }

    private void write(int[] ring, StringBuilder path) {
        path.append('M');
        tenths(xs[ring[0]], path);
        path.append(' ');
        tenths(ys[ring[0]], path);
        path.append('l');
        for (int i = 1; i < ring.length; i++) {
            int x = xs[ring[i]] - xs[ring[i - 1]];
            int y = ys[ring[i]] - ys[ring[i - 1]];
            if (i > 1 && x >= 0) {
                path.append(' ');
            }
            tenths(x, path);
            if (y >= 0) {
                path.append(' ');
            }
            tenths(y, path);
        }
        path.append('z');
    }

    private void tenths(int value, StringBuilder path) {
        if (value < 0) {
            path.append('-');
        }
        int size = Math.abs(value);
        path.append(size / MapDrawing.GRID);
        if (size % MapDrawing.GRID != 0) {
            path.append('.').append(size % MapDrawing.GRID);
        }
    }
}
