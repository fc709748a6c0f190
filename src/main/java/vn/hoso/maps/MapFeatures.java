package vn.hoso.maps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import vn.hoso.shared.Formats;

/**
 * The areas of a GeoJSON file (RFC 7946), read token by token: a file that is too large or no map is refused before it is
 * held whole.
 */
final class MapFeatures {

    private static final int MOST_POINTS = 200_000;
    private static final int MOST_FEATURES = 4_000;
    private static final int MOST_PROPERTIES = 100;
    private static final int LONGEST_VALUE = 100;

    private final List<Feature> features = new ArrayList<>();
    private final JsonParser json;
    private int points;
    private boolean collection;

    MapFeatures(JsonParser json) {
        this.json = json;
    }

    /** A feature: its short properties as text, and the closed lines around its areas as longitude, latitude, longitude … */
    record Feature(Map<String, String> properties, List<double[]> rings) {}

    /** The features, in the file's order; a refusal where it is no collection of areas. */
    List<Feature> read() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw MapFile.refused("maps.problem.collection");
        }
        boolean listed = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("type")) {
                collection = value == JsonToken.VALUE_STRING && json.getString().equals("FeatureCollection");
            } else if (name.equals("features") && value == JsonToken.START_ARRAY && !listed) {
                listed = true;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    feature();
                }
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw MapFile.refused("maps.problem.json");
        }
        if (!collection || features.isEmpty()) {
            throw MapFile.refused("maps.problem.collection");
        }
        return features;
    }

    private void feature() {
        if (features.size() == MOST_FEATURES) {
            throw MapFile.refused("maps.problem.features", Formats.count(MOST_FEATURES));
        }
        Map<String, String> properties = Map.of();
        @Nullable List<double[]> rings = null;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw MapFile.refused("maps.problem.collection");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("properties") && value == JsonToken.START_OBJECT) {
                properties = properties(json);
            } else if (name.equals("geometry") && value == JsonToken.START_OBJECT) {
                rings = geometry();
            } else {
                json.skipChildren();
            }
        }
        if (rings == null) {
            throw MapFile.refused("maps.problem.shape", number());
        }
        features.add(new Feature(properties, rings));
    }

    private static Map<String, String> properties(JsonParser json) {
        Map<String, String> found = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL && found.size() < MOST_PROPERTIES) {
                String text = json.getString();
                if (text.length() <= LONGEST_VALUE && name.length() <= LONGEST_VALUE) {
                    found.put(printable(name), printable(text));
                }
            } else {
                json.skipChildren();
            }
        }
        return found;
    }

    private List<double[]> geometry() {
        String type = "";
        @Nullable Nested nested = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = json.getString();
            } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
                nested = coordinates();
            } else {
                json.skipChildren();
            }
        }
        int depth = type.equals("Polygon") ? 3 : type.equals("MultiPolygon") ? 4 : 0;
        if (nested == null || depth == 0 || nested.depth != depth || nested.rings.isEmpty()) {
            throw MapFile.refused("maps.problem.shape", number());
        }
        return nested.rings;
    }

    private String number() {
        return Formats.count(features.size() + 1L);
    }

    /** Lines of positions, and how deep in arrays a position stands. */
    private record Nested(int depth, List<double[]> rings) {}

    private Nested coordinates() {
        List<double[]> rings = new ArrayList<>();
        List<Double> line = new ArrayList<>();
        int depth = 1;
        int positions = 0;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.END_ARRAY) {
                depth--;
                if (depth < positions - 1 && !line.isEmpty()) {
                    rings.add(line.stream().mapToDouble(Double::doubleValue).toArray());
                    line.clear();
                }
            } else if (token != null && token.isNumeric() && (positions == 0 || positions == depth) && depth <= 4) {
                positions = depth;
                line.add(degrees(180));
                if (json.nextToken() == null || !json.currentToken().isNumeric()) {
                    throw MapFile.refused("maps.problem.shape", number());
                }
                line.add(degrees(90));
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    if (json.currentToken() == null || !json.currentToken().isNumeric()) {
                        throw MapFile.refused("maps.problem.shape", number());
                    }
                }
                depth--;
                if (++points > MOST_POINTS) {
                    throw MapFile.refused("maps.problem.points", Formats.count(MOST_POINTS));
                }
            } else {
                throw MapFile.refused("maps.problem.shape", number());
            }
        }
        return new Nested(positions, rings);
    }

    private double degrees(int most) {
        double read = json.getDoubleValue();
        if (!(Math.abs(read) <= most)) {
            throw MapFile.refused("maps.problem.degrees", number());
        }
        return read;
    }

    /** What is kept of a text: nothing that cannot be stored or seen. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
    }
}
