package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    private static int combinations;

    @Autowired
    private ApplicationContext program;

    /** What the tables hold, which is the same before and after each test. */
    private static @Nullable Map<String, String> kept;

    private World world;
    private ProgramState state;
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void enter() {
        world = new World(program);
        state = new ProgramState(world.database());
        kept = kept == null ? state.content() : kept;
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
            check(row.name(), row.own(), visitor, (answer, changed) -> {
                int status = answer.getResponse().getStatus();
                if (row.lets(visitor)) {
                    return status == row.answer()
                            && !toSignIn(answer)
                            && changed.isEmpty() == row.leavesAllAsItIs()
                            && acknowledged(row, answer);
                }
                return changed.isEmpty() && refused(answer, visitor);
            });
        }
        assertThat(wrong).isEmpty();
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
        boolean looked = !read.equals(row);
        for (Role visitor : VISITORS) {
            boolean again = looked && read.lets(visitor);
            looked |= read.lets(visitor);
            check(
                    row.name(),
                    row.own(),
                    visitor,
                    asEach(
                            others.stream()
                                    .filter(method -> !again || method != HttpMethod.HEAD)
                                    .toList(),
                            (ask, method) -> ask.by(method)),
                    (answer, changed) -> {
                        String method = answer.getRequest().getMethod();
                        int status = answer.getResponse().getStatus();
                        boolean looksOnly = method.equals("HEAD") && read.lets(visitor) && status == read.answer();
                        boolean namesMethodsOnly =
                                method.equals("OPTIONS") && World.body(answer).isEmpty();
                        return changed.isEmpty()
                                && (looksOnly || namesMethodsOnly || toSignIn(answer) || turnedAway(answer));
                    });
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noSpellingOfTheAddressOpensIt(Row row) {
        for (Role visitor : VISITORS) {
            if (!row.lets(visitor)) {
                spellings(row, row.own(), visitor);
            }
        }
        row.foreign().forEach(request -> spellings(row, request, Role.UNIT_STAFF));
        assertThat(wrong).isEmpty();
    }

    private void spellings(Row row, Function<World, Ask> request, @Nullable Role visitor) {
        check(
                "spelled otherwise: " + row.name(),
                request,
                visitor,
                asEach(SPELLINGS, (ask, spelling) -> ask.pathAs(spelling.apply(ask.path()))),
                (answer, changed) -> changed.isEmpty()
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
        for (Role visitor : VISITORS) {
            check(
                    "without this session's token: " + row.name(),
                    row.own(),
                    visitor,
                    asEach(tokens, (ask, token) -> token == null ? ask : ask.type("_csrf", token)),
                    ask -> world.sendAsItIs(ask.builder(), visitor),
                    (answer, changed) -> changed.isEmpty()
                            && (visitor == null
                                    ? toSignIn(answer)
                                    : answer.getResponse().getStatus() == 403));
        }
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

    private void check(String what, Function<World, Ask> request, @Nullable Role visitor, Expectation expected) {
        check(what, request, visitor, List.of(UnaryOperator.identity()), expected);
    }

    private void check(
            String what,
            Function<World, Ask> request,
            @Nullable Role visitor,
            List<UnaryOperator<Ask>> forms,
            Expectation expected) {
        check(what, request, visitor, forms, ask -> world.send(ask, visitor), expected);
    }

    /** Asks in each of these forms, one after the other; what changed is told of them all. */
    private void check(
            String what,
            Function<World, Ask> request,
            @Nullable Role visitor,
            List<UnaryOperator<Ask>> forms,
            Function<Ask, MvcResult> sending,
            Expectation expected) {
        combinations += forms.size();
        world.visitedBy(visitor);
        wrong.addAll(world.andTakeBack(() -> {
            Ask ask = request.apply(world);
            Map<String, Long> before = state.written();
            List<MvcResult> answers =
                    forms.stream().map(form -> sending.apply(form.apply(ask))).toList();
            Set<String> changed = ProgramState.changed(before, state.written());
            return answers.stream()
                    .filter(answer -> !expected.holds(answer, changed))
                    .map(answer -> "%s: %s %s as %s answers %s and changes %s"
                            .formatted(
                                    what,
                                    answer.getRequest().getMethod(),
                                    answer.getRequest().getRequestURI(),
                                    visitor == null ? "a stranger" : visitor,
                                    World.describe(answer),
                                    changed))
                    .toList();
        }));
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
        return world.secretsOf(unit).stream().noneMatch(body::contains);
    }
}
