package vn.hoso.targets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.UnitCarriage;

/** What targets ask of single units, which those that come of them are asked too; where several come together, if all are asked the same. */
@Component
class ThresholdCarriage implements UnitCarriage {

    private static final TypeReference<Map<Long, Integer>> COUNTED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TargetVersions versions;

    ThresholdCarriage(JdbcClient jdbc, TargetVersions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /** What a target asks of a unit; equal to what it asks of another where both are asked the same. */
    private record Asked(long target, String code, List<TargetStep> steps) {}

    @Override
    public What what() {
        return What.THRESHOLDS;
    }

    @Override
    public List<Item> find(Ways ways) {
        Map<Long, List<Asked>> asked = asked(ways);
        List<Item> items = new ArrayList<>();
        ways.predecessors().forEach((successor, units) -> {
            for (long unit : units) {
                for (Asked each : asked.getOrDefault(unit, List.of())) {
                    boolean fits = units.stream().allMatch(other -> asked.getOrDefault(other, List.of())
                            .contains(each));
                    items.add(new Item(unit, successor, each.code() + ": " + StepNotation.write(each.steps()), fits));
                }
            }
        });
        return items;
    }

    /** By unit, of the versions that hold on the first day or later. */
    private Map<Long, List<Asked>> asked(Ways ways) {
        Map<Long, Map<Long, Asked>> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select target.id, target.code, step.unit_id, step.percent, step.points
                        from target_step step join target on target.id = step.target_id
                        where step.unit_id = any(:units) and coalesce(target.valid_until > :from, true)
                        order by target.position, target.id, step.percent
                        """)
                .param("units", ways.ended().toArray(Long[]::new))
                .param("from", ways.from())
                .query(row -> {
                    long target = row.getLong("id");
                    String code = row.getString("code");
                    found.computeIfAbsent(row.getLong("unit_id"), unit -> new LinkedHashMap<>())
                            .computeIfAbsent(target, id -> new Asked(id, code, new ArrayList<>()))
                            .steps()
                            .add(new TargetStep(null, row.getBigDecimal("percent"), row.getBigDecimal("points")));
                });
        Map<Long, List<Asked>> asked = new LinkedHashMap<>();
        found.forEach((unit, each) -> asked.put(unit, List.copyOf(each.values())));
        return asked;
    }

    @Override
    public String carry(Ways ways, CurrentUser by) {
        versions.lockAll();
        Map<Long, List<Asked>> asked = asked(ways);
        Map<Long, TargetVersion> targets =
                versions
                        .findAllById(asked.values().stream()
                                .flatMap(List::stream)
                                .map(Asked::target)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(TargetVersion::id, Function.identity()));
        Map<Long, TargetVersion> changed = new LinkedHashMap<>();
        ways.predecessors().forEach((successor, units) -> {
            for (Asked each : asked.getOrDefault(units.get(0), List.of())) {
                if (units.stream()
                        .allMatch(other -> asked.getOrDefault(other, List.of()).contains(each))) {
                    changed.computeIfAbsent(each.target(), targets::get).ask(successor, each.steps());
                }
            }
        });
        versions.flush();
        return JsonMapper.shared()
                .writeValueAsString(
                        changed.values().stream().collect(Collectors.toMap(TargetVersion::id, TargetVersion::version)));
    }

    /** A target that was changed since keeps counting on. */
    @Override
    public void takeBack(String undo, Collection<Long> successors) {
        versions.lockAll();
        Map<Long, Integer> counted = JsonMapper.shared().readValue(undo, COUNTED);
        List<TargetVersion> targets = versions.findAllById(counted.keySet());
        List<Long> asLeft = targets.stream()
                .filter(each -> Objects.equals(counted.get(each.id()), each.version()))
                .map(TargetVersion::id)
                .toList();
        targets.forEach(each -> each.askNoMore(successors));
        versions.flush();
        versions.countBack(asLeft);
    }
}
