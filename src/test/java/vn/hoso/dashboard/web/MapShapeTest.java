package vn.hoso.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.hoso.dashboard.web.MapBorders.MapPoint;

class MapShapeTest {

    @Test
    void hasTheThirteenAndTheFourTheyBecame() {
        assertThat(MapShape.all()).hasSize(13);
        assertThat(MapShape.all().stream().map(MapShape::successor).distinct())
                .containsExactlyInAnyOrder("21952", "21964", "21970", "21985");
        assertThat(MapShape.height()).isBetween(380, 400);
    }

    @Test
    void neighboursShareTheirBorders() {
        Map<List<MapPoint>, Integer> sides = new HashMap<>();
        for (MapShape shape : MapShape.all()) {
            List<MapPoint> ring = ring(shape);
            for (int i = 0; i < ring.size(); i++) {
                MapPoint a = ring.get(i);
                MapPoint b = ring.get((i + 1) % ring.size());
                sides.merge(
                        a.x() < b.x() || (a.x() == b.x() && a.y() < b.y()) ? List.of(a, b) : List.of(b, a),
                        1,
                        Integer::sum);
            }
        }
        // A side is the district's own edge, or belongs to exactly the two on either hand.
        assertThat(sides.values()).allMatch(each -> each <= 2);
        assertThat(sides.values().stream().filter(each -> each == 2).count()).isGreaterThan(100);
    }

    @Test
    void joiningCornersMovesNoArea() {
        double[] hectares = {655, 563, 1423, 1024, 1091, 2004, 2638, 1590, 1185, 672, 2197, 3369, 3513};
        double whole = Arrays.stream(hectares).sum();
        double drawn = MapShape.all().stream().mapToDouble(it -> area(ring(it))).sum();
        for (int i = 0; i < hectares.length; i++) {
            // The source's own areas differ from its outlines by up to a quarter.
            assertThat(area(ring(MapShape.all().get(i))) / drawn)
                    .as(MapShape.all().get(i).code())
                    .isCloseTo(hectares[i] / whole, withPercentage(30));
        }
    }

    @Test
    void gapsBetweenSquaresCloseAndTheMiddleIsInside() {
        List<MapPoint> left = List.of(at(0, 0), at(40, 0), at(40, 40), at(0, 40));
        List<MapPoint> right = List.of(at(41, 0), at(80, 0), at(80, 40), at(41, 40), at(42, 20));

        List<List<MapPoint>> shared = MapBorders.shared(List.of(left, right));

        assertThat(shared.get(0)).containsExactly(at(0, 0), at(40, 0), at(42, 20), at(40, 40), at(0, 40));
        assertThat(shared.get(1)).containsExactly(at(40, 0), at(80, 0), at(80, 40), at(40, 40), at(42, 20));
        assertThat(MapBorders.middle(left)).isEqualTo(at(21, 21));
    }

    private static MapPoint at(double x, double y) {
        return new MapPoint(x, y);
    }

    private static List<MapPoint> ring(MapShape shape) {
        return Arrays.stream(shape.path().replaceAll("[MZ]", "").split("L"))
                .map(point -> point.split(" "))
                .map(point -> at(Double.parseDouble(point[0]), Double.parseDouble(point[1])))
                .toList();
    }

    private static double area(List<MapPoint> ring) {
        return Math.abs(IntStream.range(0, ring.size())
                        .mapToDouble(i -> ring.get(i).x()
                                        * ring.get((i + 1) % ring.size()).y()
                                - ring.get((i + 1) % ring.size()).x()
                                        * ring.get(i).y())
                        .sum())
                / 2;
    }
}
