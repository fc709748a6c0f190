package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoso.ProgramTest;
import vn.hoso.security.Role;

/**
 * Every form of {@link Routes} with the name of every column and every entity's field added, each with a value that would
 * hurt: writes exactly what the form alone writes.
 */
@ProgramTest(world = OWN)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MassAssignmentTest {

    /** What somebody would try first, as a browser can name it. */
    private static final Map<String, String> TRIED_FIRST = Map.ofEntries(
            Map.entry("unit.id", "3"),
            Map.entry("user.role", "ADMINISTRATOR"),
            Map.entry("role", "ADMINISTRATOR"),
            Map.entry("roles[0]", "ADMINISTRATOR"),
            Map.entry("authorities", "ROLE_ADMINISTRATOR"),
            Map.entry("locked", "true"),
            Map.entry("approved", "true"),
            Map.entry("createdBy", "1"),
            Map.entry("by", "1"),
            Map.entry("by.role", "ADMINISTRATOR"),
            Map.entry("writer.role", "REVIEWER"),
            Map.entry("reviewer.id", "1"),
            Map.entry("form.role", "ADMINISTRATOR"),
            Map.entry("class.module.classLoader.resources.context.parent.pipeline.first.pattern", "x"),
            Map.entry("_method", "DELETE"),
            Map.entry("_role", "on"),
            Map.entry("!role", "ADMINISTRATOR"));

    @Autowired
    private ApplicationContext program;

    private World world;
    private WrittenRows rows;
    private Map<String, String> added;

    @BeforeAll
    void enter() {
        world = new World(program);
        rows = new WrittenRows(world.database());
        added = everyName();
    }

    static List<Row> forms() {
        return Routes.ALL.stream().filter(Row::changes).toList();
    }

    /** The half minute of a code and the second of a package move on between two requests; no name added below has so large a value. */
    private static final Pattern CLOCK =
            Pattern.compile("(\"last_step\":)[0-9]{8}|(\"file\":\"sao-luu-)[0-9]{8}-[0-9]{6}");

    private record Outcome(String answer, List<String> written) {}

    @ParameterizedTest
    @MethodSource("forms")
    void writesWhatItsOwnFieldsSayAndNothingElse(Row row) {
        for (Role visitor : row.anyone() ? Collections.<@Nullable Role>singleton(null) : row.roles()) {
            Outcome alone = send(row, visitor, Map.of());
            assertThat(alone.written().isEmpty())
                    .as(row.name() + " as " + visitor + " writes nothing: " + alone)
                    .isEqualTo(row.leavesAllAsItIs());
            assertThat(send(row, visitor, added))
                    .as(row.name() + " as " + visitor + " with " + added.size() + " more fields")
                    .isEqualTo(alone);
        }
    }

    /** A name that goes on into what a field holds is no field's, and no failure either. */
    @ParameterizedTest
    @MethodSource("forms")
    void takesNoNameThatLeadsIntoAField(Row row) {
        Role visitor = row.anyone() ? null : row.roles().iterator().next();
        world.visitedBy(visitor);
        for (String into : List.of(".x", "[0]", "[0].x", "[x].y")) {
            int status = world.andTakeBack(() -> {
                Ask ask = world.made(row.own());
                Ask led = ask.fields().keySet().stream()
                        .reduce(ask, (asked, name) -> asked.without(name).and(name + into, "1"), (one, other) -> other);
                return world.send(led, visitor).getResponse().getStatus();
            });
            assertThat(status).as(row.name() + " with …" + into).isLessThan(500);
        }
    }

    private Outcome send(Row row, @Nullable Role visitor, Map<String, String> names) {
        world.visitedBy(visitor);
        return world.andTakeBack(() -> {
            Ask ask = world.made(row.own());
            Set<String> inAddress = UriComponentsBuilder.fromUriString(ask.address())
                    .build()
                    .getQueryParams()
                    .keySet();
            Map<String, String> more = new LinkedHashMap<>(names);
            more.keySet().removeAll(ask.fields().keySet());
            more.keySet().removeAll(inAddress);
            WrittenRows written = rows.begin();
            MvcResult answer = world.send(ask.with(more), visitor);
            // Ids of what was just made stand in addresses, and grow each time.
            return new Outcome(
                    World.describe(answer).replaceAll("/[0-9]+(?=/|$)", "/N"),
                    written.now().stream()
                            .map(each -> CLOCK.matcher(each).replaceAll("$1$2N"))
                            .toList());
        });
    }

    /** Columns as they are, in camel case, and below their table; fields of entities, and those below them. */
    private Map<String, String> everyName() {
        Map<String, String> names = new LinkedHashMap<>();
        world.database()
                .sql("select table_name, column_name, data_type from information_schema.columns"
                        + " where table_schema = current_schema() order by 1, 2")
                .query(row -> {
                    String table = row.getString(1);
                    String column = row.getString(2);
                    String value = hurtful(column, row.getString(3));
                    for (String name : List.of(column, camel(column))) {
                        names.put(name, value);
                        names.put(camel(table) + "." + name, value);
                        names.put(table + "[0]." + name, value);
                        names.put("u2." + name, value);
                    }
                });
        program.getBean(EntityManager.class).getMetamodel().getEntities().forEach(entity -> entity.getAttributes()
                .forEach(field -> {
                    String value = hurtful(field.getName(), field.getJavaType().getSimpleName());
                    names.put(field.getName(), value);
                    names.put(field.getName() + ".id", "3");
                    names.put(
                            entity.getName().substring(0, 1).toLowerCase()
                                    + entity.getName().substring(1) + "." + field.getName(),
                            value);
                }));
        names.putAll(TRIED_FIRST);
        return names;
    }

    private static String hurtful(String name, String type) {
        return switch (name) {
            case "role" -> "ADMINISTRATOR";
            case "status" -> "APPROVED";
            case "state" -> "LOCKED";
            case "verdict" -> "MET";
            default ->
                switch (type.toLowerCase()) {
                    case "boolean" -> "true";
                    case "integer", "bigint", "int", "long", "smallint", "numeric" -> "3";
                    case "date", "localdate" -> "2030-01-01";
                    case "timestamp with time zone", "instant" -> "2030-01-01T00:00:00Z";
                    default -> "Z";
                };
        };
    }

    private static String camel(String name) {
        List<String> words = new ArrayList<>(List.of(name.split("_")));
        String first = words.remove(0);
        return first
                + words.stream()
                        .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                        .collect(Collectors.joining());
    }
}
