package vn.hoso.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import vn.hoso.shared.UserFacingException;

class MapFileTest {

    private static final List<String> THIRTEEN = List.of(
            "21952", "21955", "21958", "21961", "21964", "21967", "21970", "21973", "21976", "21979", "21982", "21985",
            "21988");
    private static final String SQUARE = "[[[109,13],[110,13],[110,14],[109,14],[109,13]]]";

    private static UnitMap drawn(String json, String property, String... codes) {
        return MapFile.read(json.getBytes(StandardCharsets.UTF_8)).drawing(property, List.of(codes));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":{\"coordinates\":" + coordinates
                + ",\"type\":\"" + type + "\"}}";
    }

    private static UnitMap demonstration(String property) throws Exception {
        return MapFile.read(new ClassPathResource("db/demo/tuyphuoc-communes-pre2025.geojson").getContentAsByteArray())
                .drawing(property, THIRTEEN);
    }

    /** The corners of a path, each as "x y" in tenths, ring by ring. */
    static List<List<String>> rings(UnitMap.Shape shape) {
        return Arrays.stream(shape.path().split("(?=M)"))
                .map(ring -> {
                    long[] numbers = Arrays.stream(ring.replaceAll("[Mlz]", " ")
                                    .replace("-", " -")
                                    .strip()
                                    .split(" +"))
                            .mapToLong(each -> Math.round(Double.parseDouble(each) * 10))
                            .toArray();
                    for (int i = 2; i < numbers.length; i++) {
                        numbers[i] += numbers[i - 2];
                    }
                    return IntStream.range(0, numbers.length / 2)
                            .mapToObj(i -> numbers[2 * i] + " " + numbers[2 * i + 1])
                            .toList();
                })
                .toList();
    }

    static Map<Set<String>, Integer> sides(UnitMap map) {
        Map<Set<String>, Integer> sides = new HashMap<>();
        map.shapes().forEach(shape -> rings(shape).forEach(ring -> {
            for (int i = 0; i < ring.size(); i++) {
                sides.merge(Set.of(ring.get(i), ring.get((i + 1) % ring.size())), 1, Integer::sum);
            }
        }));
        return sides;
    }

    private static double area(List<String> ring) {
        List<long[]> at = ring.stream()
                .map(each -> Arrays.stream(each.split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .toList();
        return Math.abs(IntStream.range(0, at.size())
                        .mapToLong(i -> at.get(i)[0] * at.get((i + 1) % at.size())[1]
                                - at.get((i + 1) % at.size())[0] * at.get(i)[1])
                        .sum())
                / 2.0;
    }

    @Test
    void theDemonstrationHasThirteenAndTheFourTheyBecame() throws Exception {
        assertThat(demonstration("gso_code").shapes())
                .extracting(UnitMap.Shape::code)
                .containsExactlyInAnyOrderElementsOf(THIRTEEN);
        assertThat(demonstration("").property()).isEqualTo("gso_code");
        assertThat(demonstration("successor_code_2025").shapes())
                .extracting(UnitMap.Shape::code)
                .containsExactlyInAnyOrder("21952", "21964", "21970", "21985");
        assertThat(demonstration("gso_code").width()).isEqualTo(400);
        assertThat(demonstration("gso_code").height()).isBetween(380, 400);
    }

    @Test
    void neighboursShareTheirBorders() throws Exception {
        Map<Set<String>, Integer> sides = sides(demonstration("gso_code"));
        // A side is the district's own edge, or belongs to exactly the two on either hand.
        assertThat(sides.values()).allMatch(each -> each <= 2);
        assertThat(sides.values().stream().filter(each -> each == 2).count()).isGreaterThan(100);
    }

    @Test
    void keepsTheAreas() throws Exception {
        double[] hectares = {655, 563, 1423, 1024, 1091, 2004, 2638, 1590, 1185, 672, 2197, 3369, 3513};
        UnitMap map = demonstration("gso_code");
        double[] drawn = map.shapes().stream()
                .mapToDouble(shape -> area(rings(shape).get(0)))
                .toArray();
        for (int i = 0; i < hectares.length; i++) {
            // The source's own areas differ from its outlines by up to a quarter.
            assertThat(drawn[i] / Arrays.stream(drawn).sum())
                    .as(map.shapes().get(i).code())
                    .isCloseTo(hectares[i] / Arrays.stream(hectares).sum(), withPercentage(30));
        }
    }

    /** 12 by 12 squares with jagged borders of 120 corners to a side: 69.000 corners become a few thousand. */
    @Test
    void simplifiesALargeMapWithoutPullingNeighboursApart() {
        int squares = 12;
        int steps = 120;
        Set<String> features = new LinkedHashSet<>();
        for (int x = 0; x < squares; x++) {
            for (int y = 0; y < squares; y++) {
                StringBuilder ring = new StringBuilder();
                for (int i = 0; i < 4 * steps; i++) {
                    int along = i % steps;
                    int side = i / steps;
                    int px = x * steps + (side == 0 ? along : side == 1 ? steps : side == 2 ? steps - along : 0);
                    int py = y * steps + (side == 0 ? 0 : side == 1 ? along : side == 2 ? steps : steps - along);
                    double jag = along == 0 ? 0 : ((px * 31 + py * 17) % 13 - 6) / 20.0;
                    ring.append('[')
                            .append(108 + (px + jag) / 1440.0)
                            .append(',')
                            .append(13 + (py + jag) / 1440.0)
                            .append("],");
                }
                ring.setLength(ring.length() - 1);
                features.add(feature("{\"ma\":\"C" + x + "-" + y + "\"}", "Polygon", "[[" + ring + "]]"));
            }
        }
        String[] codes = IntStream.range(0, squares * squares)
                .mapToObj(i -> "C" + i / squares + "-" + i % squares)
                .toArray(String[]::new);

        UnitMap map = drawn(collection(features.toArray(String[]::new)), "", codes);

        assertThat(map.shapes()).hasSize(squares * squares);
        assertThat(map.shapes().stream().mapToInt(each -> each.path().length()).sum())
                .isBetween(MapDrawing.MOST_CHARACTERS / 2, MapDrawing.MOST_CHARACTERS);
        Map<Set<String>, Integer> sides = sides(map);
        Set<String> once = sides.entrySet().stream()
                .filter(each -> each.getValue() == 1)
                .flatMap(each -> each.getKey().stream())
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(sides.values()).allMatch(each -> each <= 2);
        // What belongs to one square only is the outer edge: corners near the frame, none of them inside.
        assertThat(once).allMatch(each -> {
            int x = Integer.parseInt(each.split(" ")[0]);
            int y = Integer.parseInt(each.split(" ")[1]);
            return Math.min(Math.min(x, y), Math.min(map.width() * 10 - x, map.height() * 10 - y)) < 40;
        });
    }

    @Test
    void severalFeaturesOfACodeAreOneUnitAndNumbersAreCodes() {
        UnitMap map = drawn(
                collection(
                        feature("{\"so\":4,\"ten\":\"A\"}", "Polygon", SQUARE),
                        feature(
                                "{\"so\":4}",
                                "MultiPolygon",
                                "[" + SQUARE.replace("109", "111").replace("110", "112") + "]"),
                        feature("{\"so\":9}", "Polygon", SQUARE),
                        feature("null", "Polygon", SQUARE)),
                "",
                "00004",
                "00005");

        assertThat(map.shapes()).hasSize(1);
        assertThat(map.shapes().get(0).code()).isEqualTo("00004");
        assertThat(rings(map.shapes().get(0))).hasSize(2);
        assertThat(map.property()).isEqualTo("so");
        assertThat(map.others()).containsExactly("9", "—");
        assertThat(map.otherCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "|file",
                "not json|json",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feat|json",
                "{\"type\":\"FeatureCollection\",\"features\":[]} x|json",
                "[]|collection",
                "7|collection",
                "{}|collection",
                "{\"type\":\"FeatureCollection\",\"features\":[]}|collection",
                "{\"type\":\"FeatureCollection\",\"features\":[3]}|collection",
                "{\"type\":\"FeatureCollection\",\"features\":{}}|collection",
                "{\"type\":7,\"features\":[]}|collection",
            })
    void refusesWhatIsNoCollection(String file, String problem) {
        assertRefused(file == null ? "" : file, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Point|[109,13]|shape",
                "Polygon|[109,13]|shape",
                "LineString|[[109,13],[110,13]]|shape",
                "MultiPolygon|[[[109,13],[110,13],[110,14]]]|shape",
                "Polygon|[[[\"109\",13],[110,13],[110,14]]]|shape",
                "Polygon|[[[109],[110,13],[110,14]]]|shape",
                "Polygon|[[[109,[13]],[110,13],[110,14]]]|shape",
                "Polygon|[[[109,13],110,[110,14]]]|shape",
                "Polygon|[[[109,13,null],[110,13],[110,14]]]|shape",
                "Polygon|[[{}]]|shape",
                "Polygon|[]|shape",
                "Polygon|null|shape",
                "Polygon|7|shape",
                "Polygon|[[[NaN,13],[110,13],[110,14]]]|json",
                "Polygon|[[[1e999,13],[110,13],[110,14]]]|degrees",
                "Polygon|[[[109,-1e999],[110,13],[110,14]]]|degrees",
                "Polygon|[[[545000,1520000],[546000,1520000],[546000,1521000]]]|degrees",
                "Polygon|[[[109,13],[109,13],[109,13]]]|flat",
                "Polygon|[[[109,13],[109,14],[109,13]]]|flat",
                "Polygon|[[[109,13],[110,14],[111,15],[109,13]]]|flat",
            })
    void refusesWhatIsNoArea(String type, String coordinates, String problem) {
        assertRefused(collection(feature("{\"code\":\"1\"}", type, coordinates)), problem);
    }

    @Test
    void refusesWhatIsDeepLongOrMany() {
        assertRefused("[".repeat(100_000), "collection");
        assertRefused("{\"x\":" + "[".repeat(100_000), "json");
        assertRefused(collection(feature("{}", "Polygon", "[".repeat(100_000))), "json");
        assertRefused(collection(feature("{}", "Polygon", "[[[" + "1".repeat(5_000) + ",13]]]")), "json");
        assertRefused(collection("{\"type\":\"Feature\",\"properties\":{\"code\":\"1\"},\"geometry\":null}"), "shape");
        assertRefused(collection(feature("{}", "Polygon", "[[" + "[1,1],".repeat(200_001) + "[1,1]]]")), "points");
        String[] many = new String[4_001];
        Arrays.fill(many, feature("{\"code\":\"1\"}", "Polygon", SQUARE));
        assertRefused(collection(many), "features");
        assertRefused(" ".repeat(10 * 1024 * 1024 + 1), "large");
    }

    @Test
    void refusesCodesThatAreNoUnits() {
        assertRefused(collection(feature("{\"name\":\"Xã A\"}", "Polygon", SQUARE)), "match");
        assertRefused(collection(feature("{\"code\":{\"a\":\"1\"}}", "Polygon", SQUARE)), "match");
        assertThatThrownBy(() -> drawn(collection(feature("{\"code\":\"1\"}", "Polygon", SQUARE)), "ma", "1"))
                .hasMessage("maps.problem.property");
    }

    private static void assertRefused(String file, String problem) {
        assertThatThrownBy(() -> drawn(file, "", "1"))
                .isInstanceOfSatisfying(UserFacingException.class, refused -> assertThat(
                                refused.status().is4xxClientError())
                        .isTrue())
                .hasMessage("maps.problem." + problem);
    }
}
