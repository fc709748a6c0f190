package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

/**
 * The modules as the code has them: what they may use, the picture in the architecture's description, and a page for each. One class,
 * because reading the code takes seconds.
 */
class ModularityTest {

    private static final Path DESCRIPTION = Path.of("src/docs/architecture.md");
    private static final Pattern PICTURE = Pattern.compile("(?s)```mermaid\n(.*?)```");

    private static final ApplicationModules MODULES = ApplicationModules.of(HosoApplication.class);

    @Test
    void modulesUseOnlyWhatTheyAreAllowedAndNeverInACircle() {
        MODULES.verify();
    }

    /** An arrow is drawn where a module uses another directly and no longer way leads there as well. */
    @Test
    void theDescriptionsPictureIsTheModulesAsTheyAre() {
        Map<String, Set<String>> uses = new TreeMap<>();
        MODULES.forEach(module -> uses.put(
                module.getIdentifier().toString(),
                module.getDependencies(MODULES, DependencyDepth.IMMEDIATE).stream()
                        .map(used -> used.getTargetModule().getIdentifier().toString())
                        .collect(Collectors.toCollection(TreeSet::new))));
        StringBuilder picture = new StringBuilder("flowchart TD\n");
        uses.forEach((module, used) -> used.stream()
                .filter(each -> used.stream()
                        .filter(other -> !other.equals(each))
                        .noneMatch(other -> reached(other, uses).contains(each)))
                .forEach(each -> picture.append("    %s --> %s\n".formatted(module, each))));

        Matcher drawn = PICTURE.matcher(SourceFiles.read(DESCRIPTION));
        assertThat(drawn.find()).isTrue();
        assertThat(drawn.group(1)).isEqualTo(picture.toString());
    }

    private static Set<String> reached(String from, Map<String, Set<String>> uses) {
        Set<String> found = new HashSet<>();
        for (String each : uses.getOrDefault(from, Set.of())) {
            if (found.add(each)) {
                found.addAll(reached(each, uses));
            }
        }
        return found;
    }

    /** In target/architecture, for who wants more: PlantUML of all modules and of each, and a canvas of what each shows. */
    @Test
    void everyModuleHasAPageOfItsOwn() {
        Path folder = Path.of("target/architecture");
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml(DiagramOptions.defaults())
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();

        assertThat(folder.resolve("components.puml")).exists();
        MODULES.forEach(
                module -> assertThat(Files.exists(folder.resolve("module-%s.adoc".formatted(module.getIdentifier()))))
                        .as("%s", module.getIdentifier())
                        .isTrue());
    }
}
