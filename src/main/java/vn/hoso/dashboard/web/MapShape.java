package vn.hoso.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.dashboard.web.MapBorders.MapPoint;

/**
 * A township or commune as it was until 30/06/2025, drawn 400 wide with north above.
 *
 * @param code its official code
 * @param successor the code of the commune it became part of on 01/07/2025
 * @param path its outline as SVG path data
 * @param x where its name stands
 * @param y the same, down
 */
record MapShape(String code, String successor, String path, int x, int y) {

    static final int WIDTH = 400;

    private static final String SOURCE = "/dashboard/tuyphuoc-communes-pre2025.geojson";

    /** The district's shapes, drawn when the map is first asked for. */
    static List<MapShape> all() {
        return Drawn.SHAPES;
    }

    /** How high the drawing is. */
    static int height() {
        return Drawn.HEIGHT;
    }

    private static final class Drawn {

        private static final List<MapShape> SHAPES;
        private static final int HEIGHT;

        static {
            List<JsonNode> features = new ArrayList<>();
            read().path("features").forEach(features::add);
            List<List<MapPoint>> rings = features.stream().map(Drawn::ring).toList();
            Extent extent = Extent.of(rings);
            HEIGHT = extent.height();
            List<List<MapPoint>> drawn = MapBorders.shared(rings.stream()
                    .map(ring -> ring.stream().map(extent::place).toList())
                    .toList());
            List<MapShape> shapes = new ArrayList<>();
            for (int i = 0; i < features.size(); i++) {
                JsonNode properties = features.get(i).path("properties");
                MapPoint middle = MapBorders.middle(drawn.get(i));
                shapes.add(new MapShape(
                        properties.path("gso_code").asString(),
                        properties.path("successor_code_2025").asString(),
                        path(drawn.get(i)),
                        (int) middle.x(),
                        (int) middle.y()));
            }
            SHAPES = List.copyOf(shapes);
        }

        private static JsonNode read() {
            try (InputStream source = MapShape.class.getResourceAsStream(SOURCE)) {
                return JsonMapper.shared().readTree(Objects.requireNonNull(source, SOURCE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Every commune is one ring without holes; its last point repeats the first. */
        private static List<MapPoint> ring(JsonNode feature) {
            JsonNode points =
                    feature.path("geometry").path("coordinates").path(0).path(0);
            List<MapPoint> ring = new ArrayList<>();
            for (int i = 0; i < points.size() - 1; i++) {
                ring.add(new MapPoint(
                        points.path(i).path(0).asDouble(),
                        points.path(i).path(1).asDouble()));
            }
            return ring;
        }

        private static String path(List<MapPoint> ring) {
            return ring.stream()
                    .map(point -> String.format(Locale.ROOT, "%.1f %.1f", point.x(), point.y()))
                    .collect(Collectors.joining("L", "M", "Z"));
        }
    }

    /** Longitudes and latitudes; a degree east is shorter than one north by the cosine of the latitude. */
    private record Extent(double west, double north, double east, double south) {

        static Extent of(List<List<MapPoint>> rings) {
            List<MapPoint> all = rings.stream().flatMap(List::stream).toList();
            return new Extent(
                    all.stream().mapToDouble(MapPoint::x).min().orElseThrow(),
                    all.stream().mapToDouble(MapPoint::y).max().orElseThrow(),
                    all.stream().mapToDouble(MapPoint::x).max().orElseThrow(),
                    all.stream().mapToDouble(MapPoint::y).min().orElseThrow());
        }

        private double cosine() {
            return Math.cos(Math.toRadians((north + south) / 2));
        }

        private double scale() {
            return WIDTH / ((east - west) * cosine());
        }

        int height() {
            return (int) Math.ceil((north - south) * scale());
        }

        MapPoint place(MapPoint at) {
            return new MapPoint((at.x() - west) * cosine() * scale(), (north - at.y()) * scale());
        }
    }
}
