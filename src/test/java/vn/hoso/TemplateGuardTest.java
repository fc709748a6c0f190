package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template may not hold: anything that could turn text into markup, or that the content security policy blocks. */
class TemplateGuardTest {

    private static final Pattern UNESCAPED_INLINE = Pattern.compile("\\[\\(.*?\\)]", Pattern.DOTALL);
    private static final Pattern FORBIDDEN_NAME = Pattern.compile("(th:|data-th-)?(utext|style|styleappend|on[a-z]+)");
    private static final Pattern NAMED_IN_ATTR = Pattern.compile("(?:^|,)\\s*(style|on[a-z]+)\\s*=");
    private static final Pattern SCRIPT_ADDRESS = Pattern.compile("(?i)^\\s*(javascript|data|vbscript):");
    private static final Pattern OTHER_HOST = Pattern.compile("(?i)(https?:)?//");

    /** Spring Boot looks for the error pages there. */
    private static final Set<String> NO_MODULES = Set.of("error");

    private static final Path COMPONENTS = Path.of("components");
    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"([\\w-]+)");
    private static final Pattern BORROWED = Pattern.compile("([\\w-]+/[\\w/-]+) :: ");

    static Stream<Path> templates() {
        return SourceFiles.below(SourceFiles.TEMPLATES, ".html").keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void escapesAllTextAndHoldsNoScriptOrStyleOfItsOwn(Path template) {
        assertThat(findings(SourceFiles.read(template))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:utext='${a}'></p>",
                "<p data-th-utext='${a}'></p>",
                "<p>Xã [(${name})]</p>",
                "<p style='width:10%'></p>",
                "<p th:style='${a}'></p>",
                "<p th:styleappend='${a}'></p>",
                "<p th:attr='class=${a}, style=${b}'></p>",
                "<p th:attr='onclick=${a}'></p>",
                "<a onclick='go()'>a</a>",
                "<a ONMOUSEOVER='go()'>a</a>",
                "<a th:onclick='${a}'>a</a>",
                "<a href='javascript:go()'>a</a>",
                "<style>p { color: red }</style>",
                "<script>go()</script>",
                "<script th:inline='javascript'>go()</script>",
                "<script src='/a.js'>go()</script>",
                "<script src='https://example.org/a.js'></script>",
                "<link rel='stylesheet' href='//example.org/a.css'>",
                "<img src='http://example.org/a.png' alt=''>",
            })
    void recognisesWhatIsForbidden(String template) {
        assertThat(findings(template)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text='${a}' class='one'>không</p>",
                "<p>Xã [[${name}]] (một phần)</p>",
                "<!--/* style='a' onclick='b' <script>c</script> */--><p></p>",
                "<script th:src='@{/assets/a.js}' defer></script>",
                "<a th:href='@{/dashboard(year=${a})}'>a</a>",
                "<option th:selected='${on}'>a</option>",
                "<svg><rect width='10%'></rect></svg>",
            })
    void letsTheRestPass(String template) {
        assertThat(findings(template)).isEmpty();
    }

    @Test
    void everyTemplateFolderIsAModule() {
        assertThat(templates()
                        .map(SourceFiles.TEMPLATES::relativize)
                        .filter(template -> !template.startsWith(COMPONENTS))
                        .map(TemplateGuardTest::folder))
                .allMatch(TemplateGuardTest::isModule);
    }

    @Test
    void everyComponentBelongsToAModuleOrToAllOfThem() {
        assertThat(components()
                        .map(SourceFiles.TEMPLATES.resolve(COMPONENTS)::relativize)
                        .filter(component -> component.getNameCount() > 1)
                        .map(TemplateGuardTest::folder))
                .allMatch(TemplateGuardTest::isModule);
    }

    /** A component is asked for by its name and tells its parameters; a page is not a place to borrow from. */
    @Test
    void componentsHoldOnlyFragmentsThatSayWhatTheyTake() {
        assertThat(components()).isNotEmpty().allSatisfy(component -> {
            String text = SourceFiles.read(component);
            assertThat(FRAGMENT.matcher(text).results().map(fragment -> fragment.group(1)))
                    .isNotEmpty()
                    .allSatisfy(fragment -> assertThat(text).containsPattern("<!--/\\* " + fragment + "[(:]"));
        });
        assertThat(templates().filter(template -> components().noneMatch(template::equals)))
                .allSatisfy(page -> assertThat(BORROWED.matcher(SourceFiles.read(page))
                                .results()
                                .map(borrowed -> borrowed.group(1)))
                        .allMatch(from -> from.startsWith("components/") || from.equals("site/frame")));
    }

    private static Stream<Path> components() {
        return templates()
                .filter(template -> SourceFiles.TEMPLATES.relativize(template).startsWith(COMPONENTS));
    }

    private static String folder(Path template) {
        return template.getName(0).toString();
    }

    private static boolean isModule(String folder) {
        return NO_MODULES.contains(folder)
                || SourceFiles.JAVA.resolve(folder).toFile().isDirectory();
    }

    private static List<String> findings(String template) {
        List<String> findings = new ArrayList<>();
        for (Element element : Jsoup.parse(template, "", Parser.xmlParser()).getAllElements()) {
            String name = element.normalName();
            if (name.equals("style") || (name.equals("script") && !emptyWithAddress(element))) {
                findings.add("inline " + element);
            }
            if (UNESCAPED_INLINE.matcher(element.ownText()).find()) {
                findings.add("unescaped text in " + element);
            }
            for (Attribute attribute : element.attributes()) {
                if (forbidden(name, attribute)) {
                    findings.add(attribute.html() + " in " + name);
                }
            }
        }
        return findings;
    }

    private static boolean emptyWithAddress(Element script) {
        return script.data().isBlank()
                && script.wholeText().isBlank()
                && (script.hasAttr("src") || script.hasAttr("th:src"));
    }

    private static boolean forbidden(String element, Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue();
        boolean loads = (name.endsWith("src") || name.endsWith("href")) && !element.equals("a");
        return FORBIDDEN_NAME.matcher(name).matches()
                || (name.endsWith("attr") || name.endsWith("attrappend"))
                        && NAMED_IN_ATTR.matcher(value).find()
                || SCRIPT_ADDRESS.matcher(value).find()
                || loads && OTHER_HOST.matcher(value).lookingAt();
    }
}
