package vn.hoso;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.scheduling.annotation.Scheduled;
import vn.hoso.figures.domain.CorrectionStatus;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.notes.NoteKind;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultsOutlook;
import vn.hoso.results.WhatIfResults.WhatIfAssumption;
import vn.hoso.security.Role;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.VerdictStatus;

/**
 * Every text that templates and Java ask for is there, and nothing is there that nobody asks for.
 *
 * <p>A key is a quoted text that begins like a key of the files. One that ends with a full stop is completed while the
 * program runs, so every key beginning with it counts as asked for; which ones there must be is listed below.
 */
class MessagesTest {

    private static final Map<String, String> MESSAGES = Messages.VIETNAMESE.all();

    /** Words that keys of the site's own file begin with. */
    private static final Set<String> SITE = Set.of("frame", "login", "error");

    private static final Pattern IN_EXPRESSION = Pattern.compile("#\\{\\s*([A-Za-z][\\w.-]*)");
    private static final Pattern IN_TEMPLATE_TEXT = Pattern.compile("'([A-Za-z][\\w-]*\\.[\\w.-]*)'");
    private static final Pattern IN_JAVA_TEXT = Pattern.compile("\"\\{?([A-Za-z][\\w-]*\\.[\\w.-]*)}?\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)([^}]*)}");
    private static final Pattern QUOTED_WORD = Pattern.compile("\"([a-z][A-Za-z]{2,})\"");

    @Test
    void noKeyStandsTwice() {
        assertThat(MESSAGES).isNotEmpty();
        assertThat(Messages.VIETNAMESE.twice()).isEmpty();
    }

    @Test
    void everyKeyStandsInTheFileOfItsModule() {
        assertThat(Messages.VIETNAMESE.byModule()).allSatisfy((module, texts) -> assertThat(texts.keySet())
                .as(module)
                .isNotEmpty()
                .allMatch(key -> module.equals("site")
                        ? SITE.contains(firstWord(key))
                        : firstWord(key).equals(module)));
    }

    @Test
    void everyFileIsAskedByTheProgram() {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new FileSystemResource("src/main/resources/application.yml"));
        assertThat(settings.getObject().getProperty("spring.messages.basename").split(","))
                .containsExactlyInAnyOrderElementsOf(Messages.VIETNAMESE.byModule().keySet().stream()
                        .map("messages/"::concat)
                        .toList());
    }

    @Test
    void everyTextIsComposedUnicodeWithoutBlankEnds() {
        assertThat(MESSAGES).allSatisfy((key, text) -> assertThat(text)
                .as(key)
                .isNotBlank()
                .isEqualTo(text.strip())
                .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }

    @Test
    void everyPatternCanBeFilledIn() {
        assertThat(MESSAGES).allSatisfy((key, text) -> {
            assertThatCode(() -> new MessageFormat(text, Locale.forLanguageTag("vi-VN")))
                    .as(key)
                    .doesNotThrowAnyException();
            List<MatchResult> places = PLACEHOLDER.matcher(text).results().toList();
            // Figures arrive formatted: another format here would put its own separators between their digits.
            assertThat(places).as(key).allSatisfy(place -> assertThat(place.group(2))
                    .isEmpty());
            Set<Integer> numbers = places.stream()
                    .map(place -> Integer.valueOf(place.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(numbers)
                    .as("%s counts from 0 without a gap", key)
                    .containsExactlyElementsOf(
                            IntStream.range(0, numbers.size()).boxed().toList());
            if (!places.isEmpty()) {
                assertThat(text.replace("''", ""))
                        .as("%s: a lone ' swallows what follows", key)
                        .doesNotContain("'");
            }
        });
    }

    @Test
    void everyKeyAskedForIsThere() {
        Map<String, Path> missing = new TreeMap<>();
        asked().forEach((key, by) -> {
            boolean there = key.endsWith(".")
                    ? MESSAGES.keySet().stream().anyMatch(each -> each.startsWith(key))
                    : MESSAGES.containsKey(key);
            if (!there) {
                missing.put(key, by);
            }
        });

        assertThat(missing).isEmpty();
    }

    /** The page about the program names each of them; one without a name would be its end. */
    @Test
    void everyScheduledJobHasAName() {
        List<String> jobs = ProgramClasses.ALL.stream()
                .filter(each -> each.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Scheduled.class)))
                .map(each -> "operations.job." + each.getSimpleName())
                .toList();
        assertThat(jobs).hasSizeGreaterThan(3);
        assertThat(Messages.VIETNAMESE.all().keySet()).containsAll(jobs);
    }

    @Test
    void everyKeyThatIsThereIsAskedFor() {
        Set<String> asked = asked().keySet();
        List<String> beginnings =
                asked.stream().filter(key -> key.endsWith(".")).toList();

        assertThat(MESSAGES.keySet())
                .filteredOn(not(asked::contains))
                .filteredOn(key -> beginnings.stream().noneMatch(key::startsWith))
                .isEmpty();
    }

    private static final DataStatus[] NOT_FINAL = {DataStatus.ESTIMATE, DataStatus.PRELIMINARY};

    static Stream<Arguments> completedWhileRunning() {
        return Stream.of(
                completed("frame.role.", names(Role.values())),
                completed("accounts.role.", names(Role.values())),
                completed("accounts.problem.", "passwordLength", "passwordComposition", "passwordGuessable"),
                completed("indicators.name.", names(Indicator.own())),
                completed("indicators.evidence.", names(Indicator.own())),
                completed("indicators.definition.", names(Indicator.own())),
                completed("indicators.formula.", names(Indicator.own())),
                completed("indicators.cells.", names(Indicator.own())),
                completed("indicators.report.", names(Indicator.own())),
                completed("dashboard.asked.", "AT_LEAST", "MORE_THAN"),
                completed("dashboard.verdict.", names(VerdictStatus.values())),
                completed("dashboard.calendar.", names(ReportingCalendar.values())),
                completed("dashboard.calendar.", "mixed"),
                completed("dashboard.compare.group.", "communes", "offices"),
                completed("dashboard.month.", names(ReturnStatus.values())),
                completed("dashboard.finality.", names(DataStatus.values())),
                completed("dashboard.verdict.is.", names(NOT_FINAL)),
                completed("dashboard.resting.", names(NOT_FINAL)),
                completed("dashboard.change.target.is.", names(NOT_FINAL)),
                completed("reports.change.is.", names(NOT_FINAL)),
                completed("reports.letter.target.met.", names(NOT_FINAL)),
                completed("reports.letter.target.missed.", names(NOT_FINAL)),
                completed("dashboard.span.", names(PeriodSpan.values())),
                completed("dashboard.outlook.", names(ResultsOutlook.State.values())),
                completed("dashboard.outlook.nothing-if-expected", "", ".owed"),
                completed("dashboard.outlook.needed", "", ".owed"),
                completed("dashboard.outlook.more-than-expected", "", ".owed"),
                completed("dashboard.change.to-date.", "up", "down", "same"),
                completed("dashboard.change.month.", "up", "down", "same"),
                completed("dashboard.change.paper.", "up", "down", "same"),
                completed("dashboard.change.target.", "kept", "reached", "lost", "up", "down", "same"),
                completed("dashboard.what-if.level.", names(WhatIfAssumption.Level.values())),
                completed("dashboard.paper.trend.", "up", "down", "same"),
                completed("followups.effect.", "up", "down", "same"),
                completed("targets.rule.", names(TargetRule.values())),
                completed("targets.scope.", names(TargetScope.values())),
                completed("targets.verdict.", names(VerdictStatus.values())),
                completed("figures.status.", "none", "incomplete", "draft", "submitted", "returned", "approved"),
                completed("trace.source.", names(ReturnSource.values())),
                completed(
                        "trace.step.",
                        "entered",
                        "submitted",
                        "returned",
                        "approved",
                        "corrected",
                        "locked",
                        "reopened"),
                completed("notes.kind.", names(NoteKind.values())),
                completed("figures.correction.state.", names(CorrectionStatus.values())),
                completed("figures.correction.refusal.", "STALE", "MONTH_LOCKED", "OWN_FIGURES", "INCOMPLETE"),
                completed("figures.month.", "future", "locked", "empty", "complete", "partial"),
                completed(
                        "figures.measure.",
                        Measure.OWN.stream().map(Measure::field).toArray(String[]::new)),
                completed(
                        "figures.measure.",
                        Measure.OWN.stream()
                                .map(measure -> measure.field() + ".short")
                                .toArray(String[]::new)));
    }

    private static Arguments completed(String beginning, String... ends) {
        return Arguments.of(beginning, List.of(ends));
    }

    private static String[] names(List<Indicator> values) {
        return values.stream().map(Indicator::name).toArray(String[]::new);
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("completedWhileRunning")
    void whateverMayCompleteAKeyHasItsText(String beginning, List<String> ends) {
        assertThat(MESSAGES.keySet())
                .containsAll(ends.stream().map(beginning::concat).toList());
    }

    @Test
    void everyRuleOfAReturnHasItsSentenceAndNoOther() {
        Set<String> rules = Stream.of("CountInput.java", "ReturnInput.java", "ReturnRules.java")
                .map(name -> SourceFiles.read(
                        SourceFiles.JAVA.resolve("figures/domain").resolve(name)))
                .flatMap(java -> all(QUOTED_WORD, java))
                .map("figures.problem."::concat)
                .collect(Collectors.toSet());

        assertThat(rules).hasSizeGreaterThan(10);
        assertThat(MESSAGES.keySet())
                .filteredOn(key -> key.startsWith("figures.problem."))
                .containsExactlyInAnyOrderElementsOf(rules);
    }

    /** The keys asked for, each with a file that does. */
    private static Map<String, Path> asked() {
        Set<String> modules =
                MESSAGES.keySet().stream().map(MessagesTest::firstWord).collect(Collectors.toSet());
        Map<String, Path> asked = new TreeMap<>();
        SourceFiles.below(SourceFiles.TEMPLATES, ".html").forEach((file, text) -> {
            all(IN_EXPRESSION, text).forEach(key -> asked.put(key, file));
            all(IN_TEMPLATE_TEXT, text)
                    .filter(key -> beginsLikeAKey(key, modules))
                    .forEach(key -> asked.put(key, file));
        });
        SourceFiles.below(SourceFiles.JAVA, ".java").forEach((file, text) -> all(IN_JAVA_TEXT, text)
                .filter(key -> beginsLikeAKey(key, modules))
                .forEach(key -> asked.put(key, file)));
        return asked;
    }

    private static boolean beginsLikeAKey(String text, Set<String> modules) {
        return modules.contains(firstWord(text));
    }

    private static String firstWord(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Stream<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(found -> found.group(1));
    }
}
