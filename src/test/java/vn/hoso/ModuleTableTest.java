package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/** The table in the architecture's description is the modules as they are declared, in both directions. */
class ModuleTableTest {

    private static final Path DESCRIPTION = Path.of("src/docs/architecture.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| (.+?) \\| (.+?) \\|$");
    private static final Pattern NAME = Pattern.compile("`([a-z]+(?: :: [a-z]+)?)`");
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*\\s*(.+?)\\s*\\*/", Pattern.DOTALL);

    private record Module(String sentence, Set<String> mayUse) {}

    @Test
    void theTableNamesEveryModuleItsSentenceAndWhatItMayUse() {
        Map<String, Module> declared = declared();

        assertThat(declared).isNotEmpty();
        assertThat(described()).containsExactlyInAnyOrderEntriesOf(declared);
    }

    @Test
    void everyPackageRightBelowTheProgramIsAModule() throws ClassNotFoundException {
        for (Path file : SourceFiles.below(SourceFiles.JAVA, ".java").keySet()) {
            Path inside = SourceFiles.JAVA.relativize(file);
            if (inside.getNameCount() > 1) {
                assertThat(declaration(inside.getName(0).toString()).isAnnotationPresent(ApplicationModule.class))
                        .as("%s belongs to a declared module", inside)
                        .isTrue();
            }
        }
    }

    private static Map<String, Module> described() {
        Map<String, Module> rows = new TreeMap<>();
        Matcher row = ROW.matcher(SourceFiles.read(DESCRIPTION));
        while (row.find()) {
            Set<String> mayUse = NAME.matcher(row.group(3))
                    .results()
                    .map(name -> name.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(mayUse.isEmpty())
                    .as("%s: – or names", row.group(1))
                    .isEqualTo(row.group(3).equals("–"));
            assertThat(rows.put(row.group(1), new Module(row.group(2), mayUse)))
                    .as("%s stands in two rows", row.group(1))
                    .isNull();
        }
        return rows;
    }

    private static Map<String, Module> declared() {
        Map<String, Module> modules = new TreeMap<>();
        SourceFiles.below(SourceFiles.JAVA, "package-info.java").forEach((file, text) -> {
            Path inside = SourceFiles.JAVA.relativize(file);
            if (inside.getNameCount() == 2) {
                String name = inside.getName(0).toString();
                modules.put(name, new Module(sentence(text), mayUse(name)));
            }
        });
        return modules;
    }

    private static String sentence(String packageInfo) {
        Matcher sentence = SENTENCE.matcher(packageInfo);
        assertThat(sentence.find()).as("a sentence in %s", packageInfo).isTrue();
        return sentence.group(1).replaceAll("\\s*\n \\* ?", " ").replaceAll("\\{@code (.+?)}", "`$1`");
    }

    private static Set<String> mayUse(String module) {
        try {
            return new TreeSet<>(Arrays.asList(
                    declaration(module).getAnnotation(ApplicationModule.class).allowedDependencies()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> declaration(String module) throws ClassNotFoundException {
        return Class.forName("vn.hoso." + module + ".package-info");
    }
}
