package vn.hoso.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import vn.hoso.shared.UserFacingException;

/**
 * Draws areas of the earth small. Corners are laid on one grid and left out for all areas at once (Visvalingam and Whyatt 1993:
 * the corner whose triangle is smallest goes first), so that neighbours keep the border they share.
 */
final class MapDrawing {

    /** How many characters the paths of a map may have together. */
    static final int MOST_CHARACTERS = 40_000;

    private static final int WIDTH = 400;
    private static final int HEIGHT = 560;
    /** The grid's lines are a tenth apart. */
    private static final int GRID = 10;
    /** What a corner takes in a path, about. */
    private static final int CHARACTERS = 8;
    /** An islet smaller than this, in squares of the grid, is left out where the unit has a larger area. */
    private static final double SMALLEST = 60;

    /** Corners by number; a corner is the same for every area that has it. */
    private final Map<Long, Integer> numbers = new LinkedHashMap<>();

    private int[] xs = new int[1024];
    private int[] ys = new int[1024];

    private MapDrawing() {}

    /** Draws the areas of each code: lines of longitude, latitude, longitude … */
    static UnitMap of(Map<String, List<double[]>> areas, String property, List<String> others, int otherCount) {
        Extent extent = Extent.of(areas.values().stream().flatMap(List::stream).toList());
        MapDrawing drawing = new MapDrawing();
        Map<String, List<int[]>> corners = new LinkedHashMap<>();
        areas.forEach((code, rings) -> {
            List<int[]> kept = drawing.placed(rings, extent);
            if (!kept.isEmpty()) {
                corners.put(code, kept);
            }
        });
        Simplified simplified = drawing.new Simplified(corners);
        int budget = MOST_CHARACTERS / CHARACTERS;
        simplified.downTo(budget);
        while (simplified.characters() > MOST_CHARACTERS) {
            budget = budget * 9 / 10;
            if (budget == 0) {
                throw new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "maps.problem.detailed");
            }
            simplified.downTo(budget);
        }
        List<UnitMap.Shape> shapes = simplified.shapes();
        if (shapes.isEmpty()) {
            throw new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "maps.problem.flat");
        }
        return new UnitMap(extent.width(), extent.height(), shapes, property, others, otherCount);
    }

    /** The lines on the grid, the largest first; islets are left out. */
    private List<int[]> placed(List<double[]> rings, Extent extent) {
        List<int[]> placed = rings.stream()
                .map(ring -> placed(ring, extent))
                .filter(ring -> ring.length > 2)
                .sorted(Comparator.comparingDouble((int[] ring) -> -area(ring)))
                .toList();
        return IntStream.range(0, placed.size())
                .filter(i -> i == 0 ? area(placed.get(i)) > 0 : area(placed.get(i)) >= SMALLEST)
                .mapToObj(placed::get)
                .toList();
    }

    private int[] placed(double[] ring, Extent extent) {
        int[] found = new int[ring.length / 2];
        int length = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int corner = corner(extent.x(ring[i]), extent.y(ring[i + 1]));
            if (length == 0 || found[length - 1] != corner) {
                found[length++] = corner;
            }
        }
        return Arrays.copyOf(found, length > 1 && found[0] == found[length - 1] ? length - 1 : length);
    }

    private int corner(int x, int y) {
        int next = numbers.size();
        int number = numbers.computeIfAbsent(((long) x << 32) | y, each -> next);
        if (number == next) {
            if (next == xs.length) {
                xs = Arrays.copyOf(xs, next * 2);
                ys = Arrays.copyOf(ys, next * 2);
            }
            xs[next] = x;
            ys[next] = y;
        }
        return number;
    }

    private double area(int[] ring) {
        long twice = 0;
        for (int i = 0; i < ring.length; i++) {
            int a = ring[i];
            int b = ring[(i + 1) % ring.length];
            twice += (long) xs[a] * ys[b] - (long) xs[b] * ys[a];
        }
        return Math.abs(twice) / 2.0;
    }

    /** Longitudes and latitudes; a degree east is shorter than one north by the cosine of the latitude. */
    private record Extent(double west, double north, double east, double south) {

        static Extent of(List<double[]> rings) {
            double[] at = {180, -90, -180, 90};
            for (double[] ring : rings) {
                for (int i = 0; i < ring.length; i += 2) {
                    at[0] = Math.min(at[0], ring[i]);
                    at[1] = Math.max(at[1], ring[i + 1]);
                    at[2] = Math.max(at[2], ring[i]);
                    at[3] = Math.min(at[3], ring[i + 1]);
                }
            }
            Extent extent = new Extent(at[0], at[1], at[2], at[3]);
            if (!(extent.scale() > 0) || Double.isInfinite(extent.scale())) {
                throw new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "maps.problem.flat");
            }
            return extent;
        }

        private double cosine() {
            return Math.cos(Math.toRadians((north + south) / 2));
        }

        private double scale() {
            return Math.min(WIDTH / ((east - west) * cosine()), HEIGHT / (north - south));
        }

        int width() {
            return (int) Math.ceil((east - west) * cosine() * scale());
        }

        int height() {
            return (int) Math.ceil((north - south) * scale());
        }

        int x(double longitude) {
            return (int) Math.round((longitude - west) * cosine() * scale() * GRID);
        }

        int y(double latitude) {
            return (int) Math.round((north - latitude) * scale() * GRID);
        }
    }

    /** The corners that are left, for all areas at once. */
    private final class Simplified {

        private final Map<String, List<int[]>> areas;
        /** The corners on either side of one that can go; null of one that no area has. */
        private final int[][] beside = new int[numbers.size()][];

        private final int[] uses = new int[numbers.size()];
        private final boolean[] stays = new boolean[numbers.size()];
        private final boolean[] gone = new boolean[numbers.size()];
        private final Set<Long> sides = new HashSet<>();
        private final PriorityQueue<Triangle> smallest =
                new PriorityQueue<>(Comparator.comparingLong(Triangle::area).thenComparingInt(Triangle::corner));
        private long total;

        /** A corner with what leaving it out changes, as long as its neighbours are these. */
        private record Triangle(int corner, int before, int after, long area) {}

        Simplified(Map<String, List<int[]>> areas) {
            this.areas = areas;
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
                    .mapToDouble(each -> at[each] / (double) GRID)
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
            path.append(size / GRID);
            if (size % GRID != 0) {
                path.append('.').append(size % GRID);
            }
        }
    }
}
