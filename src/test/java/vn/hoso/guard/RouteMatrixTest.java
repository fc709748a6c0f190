package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.hoso.ProgramTest;
import vn.hoso.security.Role;

/** Every handler × every role × own and other unit × open and locked month × every method and spelling of the address. */
@ProgramTest(world = OWN)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixTest {

    /** Nobody signed in, and everybody. */
    private static final List<@Nullable Role> VISITORS =
            Stream.concat(Stream.of((Role) null), Arrays.stream(Role.values())).toList();

    private static final List<HttpMethod> METHODS = List.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS,
            HttpMethod.TRACE);

    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            path -> path + "/",
            path -> path + ";x",
            path -> path + ";jsessionid=1",
            path -> path.replaceFirst("^/", "/;x/"),
            path -> "/%2e" + path,
            path -> "/x/%2e%2e" + path,
            path -> "/x/.." + path,
            path -> path.toUpperCase(Locale.ROOT),
            path -> "/" + path,
            path -> path + "%00",
            path -> path + "%20",
            path -> path + ".html",
            path -> path + "%2f");

    private static final List<UnaryOperator<Ask>> AS_IT_IS = List.of(UnaryOperator.identity());

    private static int combinations;

    @Autowired
    private ApplicationContext program;

    private World world;
    private ProgramState state;

    /** What the tables hold, which is the same before and after each test. */
    private Map<String, String> kept;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    void enter() {
        world = new World(program);
        state = new ProgramState(world.database());
        kept = state.content();
    }

    @BeforeEach
    void nothingIsWrongYet() {
        wrong.clear();
    }

    @AfterEach
    void nothingStayed() {
        Map<String, String> before = kept;
        kept = state.content();
        assertThat(kept).isEqualTo(before);
    }

    static List<Row> rows() {
        return Routes.ALL;
    }

    @Test
    void everyHandlerHasARowAndEveryRowAHandler() {
        Set<String> handlers = program.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream().flatMap(pattern -> {
                    var methods = info.getMethodsCondition().getMethods();
                    return methods.isEmpty()
                            ? Stream.of(Row.name(null, pattern))
                            : methods.stream().map(method -> Row.name(method.asHttpMethod(), pattern));
                }))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> rows = Routes.ALL.stream().map(Row::name).toList();
        assertThat(rows).as("rows of Routes.ALL").doesNotHaveDuplicates();
        assertThat(handlers.stream().filter(each -> !rows.contains(each)))
                .as(
                        "handlers without a row: say in Routes.ALL who may call each, with a valid request; for a unit's page"
                                + " add .otherUnit(…), for a change to a month's figures .lockedMonth(…)")
                .isEmpty();
        assertThat(rows.stream().filter(each -> !handlers.contains(each)))
                .as("rows of Routes.ALL without a handler: remove or rename them")
                .isEmpty();
        assertThat(program.getBeansOfType(SimpleUrlHandlerMapping.class).values().stream()
                        .flatMap(mapping -> mapping.getUrlMap().keySet().stream()))
                .as("folders of files: name new ones in Routes.FILES once sure that everybody may read them")
                .isSubsetOf(Routes.FILES);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void opensToItsRolesAlone(Row row) {
        for (Role visitor : VISITORS) {
            if (row.lets(visitor)) {
                check(
                        row.name(),
                        row.own(),
                        visitor,
                        (answer, changed) -> answer.getResponse().getStatus() == row.answer()
                                && !toSignIn(answer)
                                && changed.isEmpty() == row.leavesAllAsItIs()
                                && acknowledged(row, answer));
            }
        }
        check(
                row.name(),
                row.own(),
                refused(row),
                visitor -> AS_IT_IS,
                (visitor, answer, changed) -> changed.isEmpty() && refused(answer, visitor));
        assertThat(wrong).isEmpty();
    }

    private static List<@Nullable Role> refused(Row row) {
        return VISITORS.stream().filter(visitor -> !row.lets(visitor)).toList();
    }

    /** After a change somebody is led to a page; it has to say what was done. */
    private static boolean acknowledged(Row row, MvcResult answer) {
        return !row.changes()
                || answer.getResponse().getStatus() != 302
                || Routes.LEAD_ON.contains(row.pattern())
                || !answer.getFlashMap().isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hidesOtherUnitsAndKeepsLockedMonths(Row row) {
        for (Function<World, Ask> request : row.foreign()) {
            check(
                    "other unit: " + row.name(),
                    request,
                    Role.UNIT_STAFF,
                    (answer, changed) -> answer.getResponse().getStatus() == 404
                            && changed.isEmpty()
                            && tellsNothingOf(World.OTHER, answer));
        }
        for (Function<World, Ask> request : row.locked()) {
            for (Role visitor : row.roles()) {
                check(
                        "locked month: " + row.name(),
                        request,
                        visitor,
                        (answer, changed) -> answer.getResponse().getStatus() == 409 && changed.isEmpty());
            }
        }
        if (row.lets(Role.UNIT_STAFF) && !row.changes()) {
            check(
                    "names of other units: " + row.name(),
                    row.own(),
                    Role.UNIT_STAFF,
                    (answer, changed) -> tellsNothingOf(World.OTHER, answer));
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answersToItsMethodsAlone(Row row) {
        Map<HttpMethod, Row> taken = Routes.ALL.stream()
                .filter(each -> each.pattern().equals(row.pattern()) && each.method() != null)
                .collect(Collectors.toMap(each -> Objects.requireNonNull(each.method()), each -> each));
        List<HttpMethod> others = row.method() == null
                ? List.of()
                : METHODS.stream().filter(each -> !taken.containsKey(each)).toList();
        Row read = taken.getOrDefault(HttpMethod.GET, row);
        // For a HEAD the whole page is made: once, in the row of the reading, for one of those who may read stands for
        // all.
        List<@Nullable Role> readers = VISITORS.stream().filter(read::lets).toList();
        check(
                row.name(),
                row.own(),
                VISITORS,
                visitor -> asEach(
                        others.stream()
                                .filter(method -> method != HttpMethod.HEAD
                                        || !read.lets(visitor)
                                        || (read.equals(row) && readers.indexOf(visitor) == 0))
                                .toList(),
                        (ask, method) -> ask.by(method)),
                (visitor, answer, changed) -> {
                    String method = answer.getRequest().getMethod();
                    int status = answer.getResponse().getStatus();
                    boolean looksOnly = method.equals("HEAD") && read.lets(visitor) && status == read.answer();
                    boolean namesMethodsOnly =
                            method.equals("OPTIONS") && World.body(answer).isEmpty();
                    return changed.isEmpty()
                            && (looksOnly || namesMethodsOnly || toSignIn(answer) || turnedAway(answer));
                });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noSpellingOfTheAddressOpensIt(Row row) {
        spellings(row, row.own(), refused(row));
        row.foreign().forEach(request -> spellings(row, request, List.of(Role.UNIT_STAFF)));
        assertThat(wrong).isEmpty();
    }

    private void spellings(Row row, Function<World, Ask> request, List<@Nullable Role> visitors) {
        check(
                "spelled otherwise: " + row.name(),
                request,
                visitors,
                visitor -> asEach(SPELLINGS, (ask, spelling) -> ask.pathAs(spelling.apply(ask.path()))),
                (visitor, answer, changed) -> changed.isEmpty()
                        && (toSignIn(answer) || turnedAway(answer))
                        && tellsNothingOf(World.OTHER, answer));
    }

    static List<Row> changes() {
        return Routes.ALL.stream().filter(Row::changes).toList();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void takesNoFormWithoutThisSessionsToken(Row row) {
        List<@Nullable String> tokens = Arrays.asList(null, "", world.tokenOfAnotherSession());
        check(
                "without this session's token: " + row.name(),
                row.own(),
                VISITORS,
                visitor -> asEach(tokens, (ask, token) -> token == null ? ask : ask.type("_csrf", token)),
                (ask, visitor) -> world.sendAsItIs(ask.builder(), visitor),
                (visitor, answer, changed) -> changed.isEmpty()
                        && (visitor == null
                                ? toSignIn(answer)
                                : answer.getResponse().getStatus() == 403));
        assertThat(wrong).isEmpty();
    }

    @AfterAll
    static void say() {
        System.out.printf(
                "%d combinations of %d handlers and %d kinds of visitors%n",
                combinations, Routes.ALL.size(), VISITORS.size());
    }

    private interface Expectation {
        boolean holds(MvcResult answer, Set<String> changedTables);
    }

    private interface ExpectationOf {
        boolean holds(@Nullable Role visitor, MvcResult answer, Set<String> changedTables);
    }

    private void check(String what, Function<World, Ask> request, @Nullable Role visitor, Expectation expected) {
        check(
                what,
                request,
                Collections.singletonList(visitor),
                each -> AS_IT_IS,
                (each, answer, changed) -> expected.holds(answer, changed));
    }

    private void check(
            String what,
            Function<World, Ask> request,
            List<@Nullable Role> visitors,
            Function<@Nullable Role, List<UnaryOperator<Ask>>> forms,
            ExpectationOf expected) {
        check(what, request, visitors, forms, (ask, visitor) -> world.send(ask, visitor), expected);
    }

    /**
     * Asks in each of these forms for each of these visitors, one after the other; what changed is told of all of a visitor's.
     * One valid request serves them all, since none of them is to change anything, unless it is made for its visitor.
     */
    private void check(
            String what,
            Function<World, Ask> request,
            List<@Nullable Role> visitors,
            Function<@Nullable Role, List<UnaryOperator<Ask>>> forms,
            BiFunction<Ask, @Nullable Role, MvcResult> sending,
            ExpectationOf expected) {
        for (int next = 0; next < visitors.size(); ) {
            List<@Nullable Role> rest = visitors.subList(next, visitors.size());
            next += world.andTakeBack(() -> {
                world.visitedBy(rest.get(0));
                Ask ask = world.made(request);
                Map<String, Long> before = state.written();
                int served = 0;
                do {
                    Role visitor = rest.get(served++);
                    List<MvcResult> answers = forms.apply(visitor).stream()
                            .map(form -> sending.apply(form.apply(ask), visitor))
                            .toList();
                    combinations += answers.size();
                    Map<String, Long> after = state.written();
                    Set<String> changed = ProgramState.changed(before, after);
                    before = after;
                    answers.stream()
                            .filter(answer -> !expected.holds(visitor, answer, changed))
                            .map(answer -> "%s: %s %s as %s answers %s and changes %s"
                                    .formatted(
                                            what,
                                            answer.getRequest().getMethod(),
                                            answer.getRequest().getRequestURI(),
                                            visitor == null ? "a stranger" : visitor,
                                            World.describe(answer),
                                            changed))
                            .forEach(wrong::add);
                } while (served < rest.size() && !world.madeForItsVisitor());
                return served;
            });
        }
    }

    private static <T> List<UnaryOperator<Ask>> asEach(List<T> all, BiFunction<Ask, T, Ask> form) {
        return all.stream()
                .<UnaryOperator<Ask>>map(each -> ask -> form.apply(ask, each))
                .toList();
    }

    private static boolean turnedAway(MvcResult answer) {
        return List.of(400, 403, 404, 405).contains(answer.getResponse().getStatus());
    }

    private static boolean refused(MvcResult answer, @Nullable Role visitor) {
        return visitor == null ? toSignIn(answer) : answer.getResponse().getStatus() == 403;
    }

    private static boolean toSignIn(MvcResult answer) {
        String to = answer.getResponse().getRedirectedUrl();
        return to != null && to.contains("/login") && !to.endsWith("?welcome") && !to.endsWith("?logout");
    }

    private boolean tellsNothingOf(long unit, MvcResult answer) {
        String body = World.body(answer);
        return body.isEmpty() || world.secretsOf(unit).stream().noneMatch(body::contains);
    }
}
