package vn.hoso.maps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.maps.MapFeatures.Feature;
import vn.hoso.shared.UserFacingException;

/**
 * The areas of a GeoJSON file and whose they are: a property of its features holds the units' codes.
 */
final class MapFile {

    /** How many codes or names a refusal or a preview lists. */
    static final int NAMED = 30;

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final List<Feature> features;

    private MapFile(List<Feature> features) {
        this.features = features;
    }

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
            return new MapFile(new MapFeatures(json).read());
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
            String code = feature.properties().getOrDefault(property, "");
            String unit = units.get(key(code));
            if (unit == null) {
                count++;
                others.add(code.isEmpty() ? "—" : code);
            } else {
                found.computeIfAbsent(unit, each -> new ArrayList<>()).addAll(feature.rings());
            }
        }
        if (found.isEmpty()) {
            throw refused("maps.problem.match", named(properties()));
        }
        return MapDrawing.of(found, property, others.stream().limit(NAMED).toList(), count);
    }

    private Set<String> properties() {
        return features.stream()
                .flatMap(each -> each.properties().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The property with the most units' codes; the earlier one of two that have as many. */
    private String likeliest(Set<String> units) {
        String best = "";
        long most = 0;
        for (String property : properties()) {
            long matching = features.stream()
                    .map(each -> key(each.properties().getOrDefault(property, "")))
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

    /** A code written as a number has lost the zeros before it. */
    private static String key(String code) {
        return code.strip().replaceFirst("^0+(?=\\d+$)", "");
    }

    private static String named(Collection<String> names) {
        return names.isEmpty() ? "—" : names.stream().limit(NAMED).collect(Collectors.joining(", "));
    }

    static UserFacingException refused(String key, Object... args) {
        return new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, key, args);
    }
}
