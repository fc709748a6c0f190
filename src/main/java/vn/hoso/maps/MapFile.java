package vn.hoso.maps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;

/**
 * The areas of a GeoJSON file (RFC 7946), read token by token: a file that is too large or no map is refused before it is
 * held whole.
 */
final class MapFile {

    /** How many codes or names a refusal or a preview lists. */
    static final int NAMED = 30;

    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_POINTS = 200_000;
    private static final int MOST_FEATURES = 4_000;
    private static final int MOST_PROPERTIES = 100;
    private static final int LONGEST_VALUE = 100;

    private final List<Feature> features = new ArrayList<>();
    private final JsonParser json;
    private int points;
    private boolean collection;

    private MapFile(JsonParser json) {
        this.json = json;
    }

    /** A feature: its short properties as text, and the closed lines around its areas as longitude, latitude, longitude … */
    private record Feature(Map<String, String> properties, List<double[]> rings) {}

    /**
     * Reads a file.
     *
     * @throws UserFacingException with 422 and what is wrong with it
     */
    static MapFile read(byte[] bytes) {
        if (bytes.length == 0) {
            throw refused("maps.problem.file");
        }
        if (bytes.length > MOST_BYTES) {
            throw refused("maps.problem.large");
        }
        try (JsonParser json = JsonMapper.shared().createParser(bytes)) {
            MapFile file = new MapFile(json);
            file.root();
            return file;
        } catch (JacksonException broken) {
            throw refused("maps.problem.json");
        }
    }

    /**
     * The drawing of the units.
     *
     * @param typed the property that holds the codes; empty for the one that holds the most
     * @param codes the units' codes
     * @throws UserFacingException with 422 if no code is a unit's
     */
    UnitMap drawing(String typed, Collection<String> codes) {
        Map<String, String> units = codes.stream().collect(Collectors.toMap(MapFile::key, each -> each, (a, b) -> a));
        if (!typed.isEmpty() && !properties().contains(typed)) {
            throw refused("maps.problem.property", named(properties()));
        }
        String property = typed.isEmpty() ? likeliest(units.keySet()) : typed;
        Map<String, List<double[]>> found = new LinkedHashMap<>();
        Set<String> others = new LinkedHashSet<>();
        int count = 0;
        for (Feature feature : features) {
            String code = feature.properties.getOrDefault(property, "");
            String unit = units.get(key(code));
            if (unit == null) {
                count++;
                others.add(code.isEmpty() ? "—" : code);
            } else {
                found.computeIfAbsent(unit, each -> new ArrayList<>()).addAll(feature.rings);
            }
        }
        if (found.isEmpty()) {
            throw refused("maps.problem.match", named(properties()));
        }
        return MapDrawing.of(found, property, others.stream().limit(NAMED).toList(), count);
    }

    private Set<String> properties() {
        return features.stream()
                .flatMap(each -> each.properties.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The property with the most units' codes; the earlier one of two that have as many. */
    private String likeliest(Set<String> units) {
        String best = "";
        long most = 0;
        for (String property : properties()) {
            long matching = features.stream()
                    .map(each -> key(each.properties.getOrDefault(property, "")))
                    .filter(units::contains)
                    .distinct()
                    .count();
            if (matching > most) {
                best = property;
                most = matching;
            }
        }
        return best;
    }

    /** What is kept of a text: nothing that cannot be stored or seen. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
    }

    /** A code written as a number has lost the zeros before it. */
    private static String key(String code) {
        return code.strip().replaceFirst("^0+(?=\\d+$)", "");
    }

    private static String named(Collection<String> names) {
        return names.isEmpty() ? "—" : names.stream().limit(NAMED).collect(Collectors.joining(", "));
    }

    private static UserFacingException refused(String key, Object... args) {
        return new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, key, args);
    }

    private void root() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw refused("maps.problem.collection");
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
            throw refused("maps.problem.json");
        }
        if (!collection || features.isEmpty()) {
            throw refused("maps.problem.collection");
        }
    }

    private void feature() {
        if (features.size() == MOST_FEATURES) {
            throw refused("maps.problem.features", Formats.count(MOST_FEATURES));
        }
        Map<String, String> properties = Map.of();
        @Nullable List<double[]> rings = null;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw refused("maps.problem.collection");
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
            throw refused("maps.problem.shape", number());
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
            throw refused("maps.problem.shape", number());
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
                    throw refused("maps.problem.shape", number());
                }
                line.add(degrees(90));
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    if (json.currentToken() == null || !json.currentToken().isNumeric()) {
                        throw refused("maps.problem.shape", number());
                    }
                }
                depth--;
                if (++points > MOST_POINTS) {
                    throw refused("maps.problem.points", Formats.count(MOST_POINTS));
                }
            } else {
                throw refused("maps.problem.shape", number());
            }
        }
        return new Nested(positions, rings);
    }

    private double degrees(int most) {
        double read = json.getDoubleValue();
        if (!(Math.abs(read) <= most)) {
            throw refused("maps.problem.degrees", number());
        }
        return read;
    }
}
