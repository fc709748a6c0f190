package vn.hoso.maps;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import vn.hoso.shared.UserFacingException;

/**
 * Draws areas of the earth small: their corners are laid on one grid, and {@link SimplifiedAreas} leaves some out for all areas at
 * once.
 */
final class MapDrawing {

    /** How many characters the paths of a map may have together. */
    static final int MOST_CHARACTERS = 40_000;

    private static final int WIDTH = 400;
    private static final int HEIGHT = 560;
    /** The grid's lines are a tenth apart. */
    static final int GRID = 10;
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
        SimplifiedAreas simplified = new SimplifiedAreas(corners, drawing.xs, drawing.ys, drawing.numbers.size());
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
}
